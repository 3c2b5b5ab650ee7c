package shadewalk.diagram.walk;

import static shadewalk.text.Texts.PICTURES;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shadewalk.diagram.Tone;
import shadewalk.diagram.draw.Card;
import shadewalk.diagram.draw.Fold;
import shadewalk.diagram.draw.QuadrantLabel;
import shadewalk.read.OnStage;
import shadewalk.read.Portion;
import shadewalk.read.Quadrant;
import shadewalk.read.ShadowStep;
import shadewalk.read.ShadowWalk;
import shadewalk.read.Thing;
import shadewalk.read.tell.EntryWords;
import shadewalk.read.tell.Names;
import shadewalk.read.tell.Sign;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.state.Words;

/// The cards of the shadow pages, a stack for each level.
final class ShadowCards {

    static final double MORE = 18;
    private static final double BETWEEN = 7;
    private static final int MOST = 6;

    private final WalkModel model;
    private final List<Stack> stacks = new ArrayList<>();

    /// The cards of one column from top to bottom.
    ///
    /// @param hidden how many pages there are besides
    record Stack(int level, List<Placed> cards, int hidden) {
        double height() {
            double more = hidden > 0 ? MORE : -BETWEEN;
            return cards.stream().mapToDouble(c -> c.card().height() + BETWEEN).sum() + more;
        }
    }

    /// A shadow page, or the place of one, and its card.
    ///
    /// @param drop how far below the top of its stack the card begins
    record Placed(int level, WalkModel.Slot slot, Card card, double drop) {

        /// How far below the top of the stack the middle of a row is, or of the card's head.
        double middle(String row) {
            return drop + card.middle(row).orElse(WalkTrack.MIDDLE);
        }
    }

    ShadowCards(WalkModel model) {
        this.model = model;
        if (!model.shows(OnStage.SHADOW)) {
            return;
        }
        int first =
                model.state().cpu().roots().current().isPae() ? model.depth() - 1 : model.depth();
        for (int level = first; level >= 1; level--) {
            List<Placed> cards = new ArrayList<>();
            double drop = 0;
            List<WalkModel.Slot> all = model.slots(level);
            List<WalkModel.Slot> shown = shown(all);
            for (WalkModel.Slot slot : shown) {
                Card card = card(level, slot);
                cards.add(new Placed(level, slot, card, drop));
                drop += card.height() + BETWEEN;
            }
            stacks.add(new Stack(level, cards, all.size() - shown.size()));
        }
    }

    /// The stacks, the root's level first; empty ones among them.
    List<Stack> stacks() {
        return stacks;
    }

    /// The card of a shadow page, if it is shown.
    Optional<Placed> place(int page) {
        return stacks.stream()
                .flatMap(stack -> stack.cards().stream())
                .filter(placed -> placed.slot().page() != null && placed.slot().page().id() == page)
                .findFirst();
    }

    /// Whether the walk goes through the page of a card.
    boolean onTheWay(Placed placed) {
        ShadowPage page = placed.slot().page();
        return page != null && model.onTheWay(page);
    }

    /// At most [#MOST] of the pages: of many with one quadrant, those that matter now and the
    /// newest.
    private List<WalkModel.Slot> shown(List<WalkModel.Slot> all) {
        List<WalkModel.Slot> left = new ArrayList<>(all);
        for (WalkModel.Slot slot : all) {
            if (left.size() <= MOST) {
                break;
            }
            ShadowPage page = slot.page();
            boolean matters = page == null || open(page) || !twins(left, slot);
            if (!matters) {
                left.remove(slot);
            }
        }
        return left;
    }

    private static boolean twins(List<WalkModel.Slot> slots, WalkModel.Slot one) {
        return slots.stream()
                .anyMatch(other -> !other.equals(one) && other.part().equals(one.part()));
    }

    private Card card(int level, WalkModel.Slot slot) {
        ShadowPage page = slot.page();
        if (page == null) {
            return ghost(slot.part());
        }
        String id = new Thing.ShadowTable(page.id()).id();
        boolean open = open(page);
        Tone touched = model.touched(new Thing.ShadowTable(page.id()));
        Tone own = Tone.of(slot.part());
        String role =
                page.role().direct()
                        ? PICTURES.get("shadow-cards.direct")
                        : PICTURES.get("shadow-cards.gfn", page.gfn());
        return new Card(
                id,
                PICTURES.get("shadow-cards.shadow-page-for", page.id(), role, level),
                touched == Tone.PLAIN ? own : touched,
                label(slot.part()),
                PICTURES.get("shadow-cards.shadow", Names.shortTable(level)),
                id,
                aside(level, slot, page),
                badge(id, page),
                open ? lines(id, page) : apart(id, page).toList());
    }

    private @Nullable QuadrantLabel label(Portion part) {
        return part.isWhole() ? null : QuadrantLabel.of(part, model.telling());
    }

    private Card ghost(Portion of) {
        String id = "ghost/" + of.level() + (of.isWhole() ? "" : "q" + of.quadrant());
        String part = of.isWhole() ? "" : Names.part(of);
        return new Card(
                id,
                PICTURES.get(
                        "shadow-cards.no-shadow-page",
                        part.isEmpty()
                                ? PICTURES.get("shadow-cards.what-maps")
                                : PICTURES.get("shadow-cards.the", part)),
                Tone.GHOST,
                label(of),
                PICTURES.get("shadow-cards.not-made-yet"),
                "",
                part,
                null,
                List.of());
    }

    /// The page on the way is open, the one that something just happened in, and the one of the
    /// entry that somebody looks at.
    private boolean open(ShadowPage page) {
        return model.onTheWay(page) || !wanted(page).isEmpty();
    }

    private Set<Integer> wanted(ShadowPage page) {
        return model.wanted(new Thing.ShadowTable(page.id()), Words.COUNT);
    }

    private Card.@Nullable Badge badge(String id, ShadowPage page) {
        if (!model.shows(OnStage.BADGES)) {
            return null;
        }
        if (model.state().shadow().obsolete(page)) {
            return Card.Badge.of(id + "/obsolete", Sign.OBSOLETE, model.telling());
        }
        if (page.unsync()) {
            return Card.Badge.of(id + "/unsync", Sign.UNSYNC, model.telling());
        }
        return page.role().direct()
                ? Card.Badge.of(id + "/direct", Sign.DIRECT, model.telling())
                : null;
    }

    private String aside(int level, WalkModel.Slot slot, ShadowPage page) {
        boolean top = stacks.isEmpty();
        if (!top && page.parents().all().isEmpty()) {
            return PICTURES.get("shadow-cards.no-parent");
        }
        return WalkColumns.narrow(level) ? "" : part(level, slot);
    }

    /// Which part of the guest table a shadow page maps, or how much.
    private String part(int level, WalkModel.Slot slot) {
        return slot.part().isWhole()
                ? Names.size(model.shadowMode().level(level).index().high() + 1)
                : Names.part(slot.part());
    }

    private List<Card.Line> lines(String id, ShadowPage page) {
        IntPredicate used = index -> page.spte(index) != 0;
        Set<Integer> wanted = wanted(page);
        Optional<ShadowStep> step = model.step(page);
        step.ifPresent(s -> wanted.add(s.index()));
        NavigableSet<Integer> shown =
                twinned(page) ? withTwins(wanted) : Fold.shown(Words.COUNT, used, wanted);
        return Stream.concat(
                        apart(id, page),
                        Fold.lines(id, Words.COUNT, used, shown, index -> row(page, index, step))
                                .stream())
                .toList();
    }

    /// What tells the page from those that it could be taken for: that it stands for another table
    /// than the one the guest's walk goes through, and what of its role they do not share. Nothing
    /// while that could be the answer to a question.
    private Stream<Card.Line> apart(String id, ShadowPage page) {
        String words =
                Stream.of(elsewhere(page), model.apart(page))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
        return words.isEmpty() || !model.telling().all()
                ? Stream.empty()
                : Stream.of(new Card.Apart(id + "/apart", words));
    }

    private String elsewhere(ShadowPage page) {
        boolean other =
                page.indirect()
                        && model.walk()
                                .guestTable(page.level())
                                .filter(table -> !table.equals(page.gfn()))
                                .isPresent();
        return other ? PICTURES.get("shadow-track.for-gfn", page.gfn()) : "";
    }

    /// Whether two entries of a page stand for one guest PDE.
    private boolean twinned(ShadowPage page) {
        return model.quartered() && page.level() == 2;
    }

    /// Of two such entries none is shown without the other.
    private static NavigableSet<Integer> withTwins(Set<Integer> indexes) {
        NavigableSet<Integer> all = new TreeSet<>(indexes);
        indexes.forEach(index -> all.add(index ^ 1));
        return all;
    }

    private Card.Row row(ShadowPage page, int index, Optional<ShadowStep> step) {
        long spte = page.spte(index);
        SpteAt at = new SpteAt(page.id(), index);
        Tone mark = model.touched(new Thing.ShadowEntry(at));
        boolean onTheWay = step.filter(s -> s.index() == index).isPresent();
        if (onTheWay) {
            mark = step.map(model::mark).orElse(mark);
        }
        boolean names = Spte.presentNonLeaf(spte, page.level());
        boolean labelled = twinned(page) && !Spte.large(spte);
        QuadrantLabel label =
                labelled ? label(Portion.quarter(1, Quadrant.ofPlace(index, 1))) : null;
        String target = EntryWords.shadowTarget(ShadowStep.of(model.state(), at));
        String flags =
                names || spte == 0 ? "" : EntryWords.flags(Spte.layout(spte, page.level()), spte);
        String spoken =
                flags.isEmpty() ? "" : EntryWords.rights(Spte.layout(spte, page.level()), spte);
        if (mark == Tone.FAULT && model.walk().shadow().end() == ShadowWalk.End.MISS) {
            flags = PICTURES.get("shadow-cards.miss");
            spoken = PICTURES.get("shadow-cards.spoken-miss");
        } else if (!Spte.present(spte) && Spte.mmio(spte)) {
            flags = PICTURES.get("shadow-cards.device");
            spoken = PICTURES.get("shadow-cards.device-no-memory");
        }
        return new Card.Row(
                at.toString(),
                PICTURES.get("shadow-cards.entry", index, target, spoken),
                index,
                label,
                target,
                flags,
                mark == Tone.PLAIN && !onTheWay ? Tone.MUTED : mark);
    }
}
