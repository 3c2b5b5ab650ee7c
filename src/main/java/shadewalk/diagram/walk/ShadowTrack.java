package shadewalk.diagram.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import shadewalk.diagram.Anchor;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Point;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Thing;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.diagram.draw.Card;
import shadewalk.diagram.draw.Fold;
import shadewalk.diagram.draw.Gutter;
import shadewalk.diagram.draw.Sheet;
import shadewalk.diagram.read.ShadowStep;
import shadewalk.diagram.read.ShadowWalk;
import shadewalk.diagram.read.WalkStory.Phase;
import shadewalk.diagram.tell.EntryWords;
import shadewalk.diagram.tell.Names;
import shadewalk.state.Roots;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.x86.Hpa;

/// The lower half of the walk: what the processor walks.
final class ShadowTrack {

    private static final double LEAST = 190;
    private static final double LEAST_QUARTERED = 250;
    private static final double BETWEEN = 7;
    private static final double MORE = 18;
    private static final int MOST = 6;

    private final WalkModel model;
    private final Columns columns;
    private final PaeRoot paeRoot;
    private final List<Stack> stacks = new ArrayList<>();

    /// The cards of one column from top to bottom.
    ///
    /// @param hidden how many pages there are besides
    private record Stack(int level, List<Placed> cards, int hidden) {
        double height() {
            double more = hidden > 0 ? MORE : -BETWEEN;
            return cards.stream().mapToDouble(c -> c.card().height() + BETWEEN).sum() + more;
        }
    }

    /// A shadow page, or the place of one, and its card.
    ///
    /// @param drop how far below the top of its stack the card begins
    private record Placed(WalkModel.Slot slot, Card card, double drop) {}

    ShadowTrack(WalkModel model, Columns columns) {
        this.model = model;
        this.columns = columns;
        this.paeRoot = new PaeRoot(model, columns);
        int first =
                model.state().cpu().roots().current().isPae() ? model.depth() - 1 : model.depth();
        for (int level = first; level >= 1; level--) {
            List<Placed> cards = new ArrayList<>();
            double drop = 0;
            List<WalkModel.Slot> all = model.slots(level);
            List<WalkModel.Slot> shown = shown(all);
            for (WalkModel.Slot slot : shown) {
                Card card = card(level, slot);
                cards.add(new Placed(slot, card, drop));
                drop += card.height() + BETWEEN;
            }
            stacks.add(new Stack(level, cards, all.size() - shown.size()));
        }
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
                .anyMatch(other ->
                        !other.equals(one) && Objects.equals(other.quadrant(), one.quadrant()));
    }

    double height() {
        double tallest = stacks.stream().mapToDouble(Stack::height).max().orElse(0);
        double least = model.quartered() ? LEAST_QUARTERED : LEAST;
        return Math.max(least, Track.HEAD + tallest + Track.FOOT);
    }

    /// Draws the track; `top` is the upper edge of its panel.
    void draw(Sheet sheet, double top) {
        double y = top + Track.HEAD;
        sheet.group(
                "shadow",
                "the shadow tables",
                "",
                () -> {
                    Track.panel(sheet, columns, "shadow", "Shadow tables", top, height());
                    register(sheet, y);
                    if (root().isPae()) {
                        paeRoot.draw(sheet, top, rootRows(y));
                    }
                    for (Stack stack : stacks) {
                        stack(sheet, stack, top);
                    }
                    page(sheet, y);
                    arrows(sheet, y);
                });
    }

    private Roots.Root root() {
        return model.state().cpu().roots().current();
    }

    private void register(Sheet sheet, double y) {
        String value =
                root().isPae() ? "pae_root" : root().hasPage() ? "sp" + root().page() : "none";
        Track.register(sheet, columns, "cr3/host", "real CR3", value, y, Tone.SHADOW);
        Track.notes(
                sheet,
                columns,
                "shadow/note",
                List.of(model.shadowMode() + " paging", "8-byte entries", "512 to a table"),
                y);
    }

    private void stack(Sheet sheet, Stack stack, double top) {
        double x = columns.levelX(stack.level());
        if (stack.cards().isEmpty()) {
            return;
        }
        if (!Columns.narrow(stack.level())) {
            Track.heading(
                    sheet,
                    "shadow/heading/" + stack.level(),
                    x,
                    top,
                    "bits " + model.shadowMode().level(stack.level()).index().range());
        }
        standsFor(sheet, stack, top);
        for (Placed placed : stack.cards()) {
            placed.card()
                    .draw(
                            sheet,
                            x,
                            top + Track.HEAD + placed.drop(),
                            columns.levelWidth(stack.level()));
        }
        if (stack.hidden() > 0) {
            sheet.textAt(
                    "shadow/more/" + stack.level(),
                    x + columns.levelWidth(stack.level()) / 2,
                    top + Track.HEAD + stack.height() - MORE / 2,
                    "\u2026 " + stack.hidden() + " more, of other roles \u2026",
                    TextStyle.SMALL,
                    Anchor.MIDDLE,
                    Tone.PLAIN,
                    Ink.QUIET);
        }
    }

    /// Says which guest table the pages of a column stand for.
    private void standsFor(Sheet sheet, Stack stack, double top) {
        model.walk()
                .guestTable(stack.level())
                .ifPresent(table -> {
                    int size = stack.cards().size();
                    String words =
                            size == 1
                                    ? "stands for gfn " + table
                                    : size + " stand for gfn " + table;
                    sheet.text(
                            "shadow/for/" + stack.level(),
                            columns.levelRight(stack.level()),
                            top + 23,
                            words,
                            TextStyle.SMALL_BOLD,
                            Anchor.END,
                            Tone.GUEST,
                            Ink.TONE);
                });
    }

    private Card card(int level, WalkModel.Slot slot) {
        ShadowPage page = slot.page();
        if (page == null) {
            return ghost(level, slot.quadrant());
        }
        String id = new Thing.ShadowTable(page.id()).id();
        boolean open = open(page);
        Tone touched = model.touched(new Thing.ShadowTable(page.id()));
        Tone own = slot.quadrant() == null ? Tone.SHADOW : Tone.quadrant(slot.quadrant());
        String role = page.role().direct() ? "direct" : "gfn " + page.gfn();
        return new Card(
                id,
                "shadow page " + page.id() + " for " + role + ", level " + level,
                touched == Tone.PLAIN ? own : touched,
                slot.quadrant(),
                "shadow " + Names.shortTable(level),
                id,
                Columns.narrow(level) ? "" : reach(level),
                badge(id, page),
                open ? lines(id, page) : List.of());
    }

    private static Card ghost(int level, @Nullable Integer quadrant) {
        String id = "ghost/" + level + (quadrant == null ? "" : "q" + quadrant);
        return new Card(
                id,
                "no shadow page yet",
                Tone.GHOST,
                quadrant,
                "not made yet",
                "",
                "",
                null,
                List.of());
    }

    /// The page on the way is open, and the one that something just happened in.
    private boolean open(ShadowPage page) {
        boolean onTheWay =
                model.onTheWay(page.level()).filter(p -> p.id() == page.id()).isPresent();
        return onTheWay || touchedIndex(page).isPresent();
    }

    private Optional<Integer> touchedIndex(ShadowPage page) {
        return model.story()
                .touch()
                .map(touch -> touch.thing())
                .filter(t -> t instanceof Thing.ShadowEntry e && e.at().page() == page.id())
                .map(t -> ((Thing.ShadowEntry) t).at().index());
    }

    private static Card.@Nullable Badge badge(String id, ShadowPage page) {
        if (page.unsync()) {
            return new Card.Badge(id + "/unsync", "unsync", Tone.UNSYNC);
        }
        return page.role().direct() ? new Card.Badge(id + "/direct", "direct", Tone.MUTED) : null;
    }

    /// How much of the address space a shadow page of a level maps.
    private String reach(int level) {
        return Names.size(model.shadowMode().level(level).index().high() + 1);
    }

    private List<Card.Line> lines(String id, ShadowPage page) {
        IntPredicate used = index -> page.spte(index) != 0;
        Set<Integer> wanted = new TreeSet<>();
        touchedIndex(page).ifPresent(wanted::add);
        Optional<ShadowStep> step = step(page);
        step.ifPresent(s -> wanted.add(s.index()));
        if (model.quartered() && page.level() == 2) {
            step.ifPresent(s -> wanted.add(s.index() ^ 1));
        }
        NavigableSet<Integer> shown = Fold.shown(512, used, wanted);
        List<Card.Line> lines = new ArrayList<>();
        for (Fold part : Fold.of(512, used, shown)) {
            lines.add(
                    part.row()
                            ? row(page, part.from(), step)
                            : new Card.Gap(id + "/gap" + part.from(), part.words()));
        }
        return lines;
    }

    private Optional<ShadowStep> step(ShadowPage page) {
        return model.walk().shadow().at(page.level()).filter(s -> s.page() == page.id());
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
        Integer quadrant =
                model.quartered() && page.level() == 2 && !Spte.large(spte)
                        ? Integer.valueOf(index & 1)
                        : null;
        String target = EntryWords.shadowTarget(spte, page.level());
        String flags =
                names || spte == 0 ? "" : EntryWords.flags(Spte.layout(spte, page.level()), spte);
        if (mark == Tone.FAULT && model.walk().shadow().end() == ShadowWalk.End.MISS) {
            flags = "miss";
        }
        return new Card.Row(
                at.toString(),
                "entry " + index + ": " + target + " " + flags,
                index,
                quadrant,
                target,
                flags,
                mark == Tone.PLAIN && !onTheWay ? Tone.MUTED : mark);
    }

    private void page(Sheet sheet, double y) {
        Hpa address = model.walk().shadow().address();
        if (address == null) {
            return;
        }
        Track.page(
                sheet,
                columns,
                "pfn" + address.pfn(),
                "host page",
                "pfn " + address.pfn(),
                "byte 0x" + Long.toHexString(address.offset()),
                y,
                Tone.HOST);
    }

    /// The height of each row of `pae_root`: beside the page it names where the column beside it
    /// holds all four.
    private List<Double> rootRows(double y) {
        List<Double> rows = new ArrayList<>();
        List<Placed> beside = stacks.isEmpty() ? List.of() : stacks.getFirst().cards();
        for (int i = 0; i < 4; i++) {
            boolean fits = model.quartered() && beside.size() == 4;
            rows.add(y + 15 + (fits ? beside.get(i).drop() : i * 30.0));
        }
        return rows;
    }

    private void arrows(Sheet sheet, double top) {
        double y = top + 15;
        double registers = columns.registerX() + columns.registerWidth();
        if (root().isPae()) {
            wire(sheet, "pae_root", registers, y, columns.levelX(3), y, true);
            rootWires(sheet, top);
        } else if (root().hasPage()) {
            wire(sheet, "root", registers, y, columns.levelX(model.depth()), y, true);
        }
        for (int i = 0; i + 1 < stacks.size(); i++) {
            wires(sheet, stacks.get(i), stacks.get(i + 1), top);
        }
        pageWire(sheet, top);
    }

    private void rootWires(Sheet sheet, double top) {
        Gutter gutter = new Gutter();
        List<Double> rows = rootRows(top);
        List<Long> entries = model.state().cpu().roots().paeRoot();
        for (int i = 0; i < 4; i++) {
            if (Spte.P.in(entries.get(i))) {
                int index = i;
                place(2, ShadowPage.childOf(entries.get(i)))
                        .ifPresent(placed ->
                                gutter.add(
                                        "shadow/arrow/pae_root" + index,
                                        new Point(columns.levelRight(3) - 5, rows.get(index)),
                                        new Point(columns.levelX(2), top + placed.drop() + 15),
                                        tone(onTheWay(placed)),
                                        weight(onTheWay(placed))));
            }
        }
        gutter.draw(sheet);
    }

    private void wires(Sheet sheet, Stack from, Stack to, double top) {
        Gutter gutter = new Gutter();
        for (Placed parent : from.cards()) {
            ShadowPage page = parent.slot().page();
            if (page == null) {
                continue;
            }
            for (Card.Line line : parent.card().lines()) {
                if (line instanceof Card.Row row) {
                    wire(gutter, parent, page, row, to, top);
                }
            }
        }
        gutter.draw(sheet);
    }

    private void wire(
            Gutter gutter, Placed parent, ShadowPage page, Card.Row row, Stack to, double top) {
        long spte = page.spte(row.index());
        if (!Spte.presentNonLeaf(spte, page.level())) {
            return;
        }
        Optional<Placed> child = place(to.level(), ShadowPage.childOf(spte));
        if (child.isEmpty()) {
            return;
        }
        boolean strong =
                onTheWay(parent) && step(page).filter(s -> s.index() == row.index()).isPresent();
        double middle = parent.card().middle(row.id()).orElse(15.0);
        gutter.add(
                "shadow/arrow/" + row.id(),
                new Point(columns.levelRight(page.level()) - 5, top + parent.drop() + middle),
                new Point(columns.levelX(to.level()), top + child.get().drop() + 15),
                tone(strong),
                weight(strong));
    }

    private void pageWire(Sheet sheet, double top) {
        Optional<ShadowStep> last = model.walk().shadow().last().filter(ShadowStep::leaf);
        if (last.isEmpty()) {
            return;
        }
        int level = last.get().level().number();
        place(level, last.get().page())
                .ifPresent(placed -> {
                    double middle = placed.card().middle(last.get().at().toString()).orElse(15.0);
                    wire(
                            sheet,
                            "page",
                            columns.levelRight(level) - 5,
                            top + placed.drop() + middle,
                            columns.pageX(),
                            top + 15,
                            true);
                });
    }

    private static void wire(
            Sheet sheet, String id, double x, double y, double toX, double toY, boolean strong) {
        Gutter gutter = new Gutter();
        gutter.add(
                "shadow/arrow/" + id,
                new Point(x, y),
                new Point(toX, toY),
                tone(strong),
                weight(strong));
        gutter.draw(sheet);
    }

    private static Tone tone(boolean strong) {
        return strong ? Tone.PATH : Tone.MUTED;
    }

    private static Weight weight(boolean strong) {
        return strong ? Weight.STRONG : Weight.NORMAL;
    }

    private boolean onTheWay(Placed placed) {
        ShadowPage page = placed.slot().page();
        return page != null
                && model.onTheWay(page.level()).filter(p -> p.id() == page.id()).isPresent();
    }

    private Optional<Placed> place(int level, int page) {
        return stacks.stream()
                .filter(stack -> stack.level() == level)
                .flatMap(stack -> stack.cards().stream())
                .filter(placed -> placed.slot().page() != null && placed.slot().page().id() == page)
                .findFirst();
    }

    /// Whether the track has a column of shadow pages for a level.
    boolean has(int level) {
        return stacks.stream().anyMatch(s -> s.level() == level && !s.cards().isEmpty());
    }

    /// Where a callout about a thing of this track points to, if the thing is here.
    Optional<Double> columnOf(Thing thing) {
        int page =
                switch (thing) {
                    case Thing.ShadowTable t -> t.page();
                    case Thing.ShadowEntry e -> e.at().page();
                    default -> -1;
                };
        if (thing instanceof Thing.PaeRoot || thing instanceof Thing.RootEntry) {
            return root().isPae() ? Optional.of(middle(3)) : Optional.empty();
        }
        return stacks.stream()
                .filter(stack -> place(stack.level(), page).isPresent())
                .map(stack -> middle(stack.level()))
                .findFirst();
    }

    /// The middle of the column where the walk ends for now.
    double end() {
        Optional<ShadowStep> last = model.walk().shadow().last();
        return model.story().phase() == Phase.RETRY && !model.missed()
                ? columns.pageX() + columns.pageWidth() / 2
                : middle(last.map(step -> step.level().number()).orElse(model.depth()));
    }

    private double middle(int level) {
        return columns.levelX(level) + columns.levelWidth(level) / 2;
    }
}
