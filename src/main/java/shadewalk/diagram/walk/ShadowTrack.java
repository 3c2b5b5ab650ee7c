package shadewalk.diagram.walk;

import static shadewalk.text.Texts.PICTURES;

import java.util.List;
import java.util.Optional;
import shadewalk.diagram.Point;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.draw.Sheet;
import shadewalk.diagram.walk.ShadowCards.Placed;
import shadewalk.diagram.walk.ShadowCards.Stack;
import shadewalk.read.Phase;
import shadewalk.read.Quadrant;
import shadewalk.read.ShadowStep;
import shadewalk.read.Thing;
import shadewalk.read.tell.StandIns;
import shadewalk.state.Roots;
import shadewalk.x86.Hpa;

/// The lower half of the walk: what the processor walks.
final class ShadowTrack {

    private static final double LEAST = 174;
    private static final double LEAST_QUARTERED = 198;

    private final WalkModel model;
    private final WalkColumns columns;
    private final PaeRoot paeRoot;
    private final ShadowCards cards;
    private final ShadowWires wires;
    private final double top;
    private final double y;

    /// @param top the upper edge of its panel
    ShadowTrack(WalkModel model, WalkColumns columns, double top) {
        this.model = model;
        this.columns = columns;
        this.top = top;
        this.y = top + WalkTrack.HEAD;
        this.paeRoot = new PaeRoot(model, columns);
        this.cards = new ShadowCards(model);
        this.wires = new ShadowWires(model, columns, cards);
    }

    double height() {
        double tallest = cards.stacks().stream().mapToDouble(Stack::height).max().orElse(0);
        double least = model.quartered() ? LEAST_QUARTERED : LEAST;
        return Math.max(least, WalkTrack.HEAD + tallest + WalkTrack.FOOT);
    }

    void draw(Sheet sheet) {
        try (var _ = sheet.group("shadow", PICTURES.get("shadow-track.shadow-tables"))) {
            WalkTrack.panel(
                    sheet, columns, "shadow", PICTURES.get("shadow-track.title"), top, height());
            register(sheet);
            if (root().isPae()) {
                paeRoot.draw(sheet, top, wires.rootRows(y));
            }
            for (Stack stack : cards.stacks()) {
                stack(sheet, stack);
            }
            page(sheet);
            wires.draw(sheet, y);
        }
    }

    private Roots.Root root() {
        return model.state().cpu().roots().current();
    }

    private void register(Sheet sheet) {
        String value =
                root().isPae()
                        ? "pae_root"
                        : root().hasPage()
                                ? "sp" + root().page()
                                : PICTURES.get("shadow-track.none");
        Tone tone = model.walked() ? Tone.SHADOW : Tone.CURRENT;
        WalkTrack.register(
                sheet, columns, "cr3/host", PICTURES.get("shadow-track.real-cr3"), value, y, tone);
        WalkTrack.notes(
                sheet,
                columns,
                "shadow/note",
                List.of(
                        PICTURES.get("shadow-track.paging", model.shadowMode()),
                        PICTURES.get("shadow-track.8-byte-entries"),
                        PICTURES.get("shadow-track.512-table")),
                y);
    }

    private void stack(Sheet sheet, Stack stack) {
        double x = columns.levelX(stack.level());
        if (stack.cards().isEmpty()) {
            return;
        }
        WalkTrack.heading(
                sheet,
                "shadow/heading/" + stack.level(),
                x,
                top,
                PICTURES.get(
                        "shadow-track.bits",
                        model.shadowMode().level(stack.level()).index().range()));
        standsFor(sheet, stack);
        for (Placed placed : stack.cards()) {
            placed.card()
                    .draw(
                            sheet,
                            x,
                            top + WalkTrack.HEAD + placed.drop(),
                            columns.levelWidth(stack.level()));
        }
        if (stack.hidden() > 0) {
            sheet.textAt(
                    "shadow/more/" + stack.level(),
                    x + columns.levelWidth(stack.level()) / 2,
                    top + WalkTrack.HEAD + stack.height() - ShadowCards.MORE / 2,
                    PICTURES.get("shadow-track.more-other-roles", stack.hidden()),
                    TextStyle.SMALL.quiet().middle());
        }
    }

    /// Says which guest table the pages of a column stand for.
    private void standsFor(Sheet sheet, Stack stack) {
        if (!model.tellsHowMany()) {
            return;
        }
        model.walk()
                .guestTable(stack.level())
                .ifPresent(table -> {
                    String gfn = PICTURES.get("shadow-track.for-gfn", table);
                    String words = count(stack) + " " + gfn;
                    double room = columns.levelRight(stack.level()) - columns.tieX(stack.level());
                    boolean fits = TextStyle.SMALL_BOLD.width(words) < room - 4;
                    try (var _ =
                            sheet.group(
                                    "shadow/for/about/" + stack.level(), words, reason(stack))) {
                        sheet.text(
                                "shadow/for/" + stack.level(),
                                columns.levelRight(stack.level()),
                                top + 23,
                                fits ? words : gfn,
                                TextStyle.SMALL_BOLD.in(Tone.GUEST).end());
                    }
                });
    }

    /// Why so many pages stand for the table.
    private String reason(Stack stack) {
        if (!model.quartered()) {
            return PICTURES.get("shadow-track.one-for-one");
        }
        boolean more = stack.cards().size() + stack.hidden() > Quadrant.count(stack.level());
        String others = more ? " " + PICTURES.get("shadow-track.pages-another-role") : "";
        return StandIns.whyInFull(stack.level(), model.telling())
                .map(why -> why + others)
                .orElse("");
    }

    /// How many pages stand for the table, or of how many those that are made already.
    private static String count(Stack stack) {
        int size = stack.cards().size() + stack.hidden();
        long ghosts =
                stack.cards().stream().filter(p -> p.card().tone().equals(Tone.GHOST)).count();
        if (ghosts > 0) {
            return PICTURES.get("shadow-track.made", size - ghosts, size);
        }
        return PICTURES.get("shadow-track.stand", size);
    }

    private void page(Sheet sheet) {
        Hpa address = model.walk().shadow().address();
        if (address == null) {
            return;
        }
        WalkTrack.page(
                sheet,
                columns,
                new Thing.HostFrame(address.pfn()).id(),
                PICTURES.get("shadow-track.host-page"),
                PICTURES.get("shadow-track.pfn", address.pfn()),
                PICTURES.get("shadow-track.byte-0x", Long.toHexString(address.offset())),
                y,
                Tone.HOST);
    }

    /// Whether the track has a column of shadow pages for a level.
    boolean has(int level) {
        return cards.stacks().stream().anyMatch(s -> s.level() == level && !s.cards().isEmpty());
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
        return cards.stacks().stream()
                .filter(stack -> cards.place(stack.level(), page).isPresent())
                .map(stack -> middle(stack.level()))
                .findFirst();
    }

    /// The middle of the column where the walk ends for now.
    double end() {
        if (!model.walked()) {
            return columns.registerX() + columns.registerWidth() / 2;
        }
        Optional<ShadowStep> last = model.walk().shadow().last();
        return model.story().phase() == Phase.RETRY && !model.missed()
                ? columns.pageX() + columns.pageWidth() / 2
                : middle(last.map(step -> step.level().number()).orElse(model.depth()));
    }

    private double middle(int level) {
        return columns.levelX(level) + columns.levelWidth(level) / 2;
    }

    /// The right edge of the register.
    Point register() {
        return new Point(columns.registerX() + columns.registerWidth(), y + 15);
    }

    /// The left edge of a shadow page's head or of its entry, if it is here.
    Optional<Point> place(Thing thing) {
        return switch (thing) {
            case Thing.ShadowTable t -> point(t.page(), "");
            case Thing.ShadowEntry e -> point(e.at().page(), e.at().toString());
            case Thing.PaeRoot _, Thing.RootEntry _ -> Optional.empty();
            case Thing.GuestTable _, Thing.GuestEntry _, Thing.Part _ -> Optional.empty();
        };
    }

    private Optional<Point> point(int page, String row) {
        return cards.stacks().stream()
                .flatMap(stack -> cards.place(stack.level(), page).stream())
                .map(placed ->
                        new Point(
                                columns.levelX(placed.level()),
                                y + placed.drop() + placed.card().middle(row).orElse(15.0)))
                .findFirst();
    }

    /// The left edge of the entry where the walk ends for now.
    Optional<Point> last() {
        return model.walk()
                .shadow()
                .last()
                .flatMap(step -> step.inPaeRoot() ? root(step.index()) : place(step.thing()));
    }

    private Optional<Point> root(int index) {
        return Optional.of(new Point(columns.levelX(3), wires.rootRows(y).get(index)));
    }

    /// The left edge of the host's page, if the walk gets there.
    Optional<Point> page() {
        return Optional.ofNullable(model.walk().shadow().address())
                .map(_ -> new Point(columns.pageX(), y + 15));
    }
}
