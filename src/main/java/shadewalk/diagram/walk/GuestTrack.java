package shadewalk.diagram.walk;

import static shadewalk.text.Texts.PICTURES;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Hex;
import shadewalk.diagram.Point;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.diagram.draw.Card;
import shadewalk.diagram.draw.Fold;
import shadewalk.diagram.draw.Gutter;
import shadewalk.diagram.draw.Sheet;
import shadewalk.read.GuestStep;
import shadewalk.read.GuestTables;
import shadewalk.read.Thing;
import shadewalk.read.Turn;
import shadewalk.read.tell.EntryWords;
import shadewalk.read.tell.Names;
import shadewalk.read.tell.Sign;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.PagingMode;

/// The upper half of the walk: what the guest wrote.
final class GuestTrack {

    private static final double LEAST = 174;

    private final WalkModel model;
    private final WalkColumns columns;
    private final List<Placed> cards = new ArrayList<>();
    private final double top;

    /// A table of the walk and its card.
    private record Placed(GuestStep step, Card card) {}

    /// @param top the upper edge of its panel
    GuestTrack(WalkModel model, WalkColumns columns, double top) {
        this.model = model;
        this.columns = columns;
        this.top = top;
        for (GuestStep step : model.walk().guest().steps()) {
            cards.add(new Placed(step, card(step)));
        }
    }

    double height() {
        double tallest =
                cards.stream().mapToDouble(placed -> placed.card().height()).max().orElse(0);
        return Math.max(LEAST, WalkTrack.HEAD + tallest + WalkTrack.FOOT);
    }

    void draw(Sheet sheet) {
        try (var _ = sheet.group("guest", PICTURES.get("guest-track.guest-tables"))) {
            WalkTrack.panel(
                    sheet, columns, "guest", PICTURES.get("guest-track.title"), top, height());
            cr3(sheet, top + WalkTrack.HEAD);
            for (Placed placed : cards) {
                table(sheet, placed);
            }
            page(sheet, top + WalkTrack.HEAD);
            arrows(sheet);
        }
    }

    private void cr3(Sheet sheet, double y) {
        PagingMode mode = model.guestMode();
        if (mode.depth() == 0) {
            WalkTrack.register(
                    sheet,
                    columns,
                    "cr3",
                    PICTURES.get("guest-track.paging-off"),
                    "gpa = gva",
                    y,
                    Tone.GUEST);
            return;
        }
        String cr3 = Hex.prefixed(model.state().cpu().registers().cr3());
        boolean now = model.story().turn().orElse(null) instanceof Turn.Walks;
        Tone tone = now ? Tone.CURRENT : Tone.GUEST;
        WalkTrack.register(sheet, columns, "cr3", "CR3", cr3, y, tone);
        List<String> notes =
                List.of(
                        PICTURES.get("guest-track.paging", mode),
                        PICTURES.get("guest-track.byte-entries", mode.entryBytes()),
                        PICTURES.get(
                                "guest-track.table",
                                Names.count(mode.levels().getLast().entries())));
        WalkTrack.notes(sheet, columns, "guest/note", notes, y);
    }

    private void table(Sheet sheet, Placed placed) {
        int level = placed.step().level().number();
        double x = columns.levelX(level);
        WalkTrack.heading(
                sheet,
                "guest/heading/" + level,
                x,
                top,
                PICTURES.get("guest-track.bits", placed.step().level().index().range()));
        guard(sheet, placed, columns.levelRight(level));
        placed.card().draw(sheet, x, top + WalkTrack.HEAD, columns.levelWidth(level));
    }

    private Card card(GuestStep step) {
        int level = step.level().number();
        Gfn table = step.table();
        String id = id(step);
        IntPredicate used = index -> GuestTables.beside(model.state(), step, index).entry() != 0;
        Set<Integer> wanted = new TreeSet<>(Set.of(step.index()));
        touchedIndex(table).filter(i -> i < step.level().entries()).ifPresent(wanted::add);
        wanted.addAll(model.focus().in(step));
        NavigableSet<Integer> shown = Fold.shown(step.level().entries(), used, wanted);
        List<Card.Line> lines = new ArrayList<>();
        for (Fold part : Fold.of(step.level().entries(), used, shown)) {
            lines.add(
                    part.row()
                            ? row(step, id, part.from())
                            : new Card.Gap(id + "/gap" + part.from(), part.words()));
        }
        return new Card(
                id,
                PICTURES.get("guest-track.guest-in-guest", Names.table(level), table),
                Tone.GUEST,
                null,
                PICTURES.get("guest-track.guest", Names.shortTable(level)),
                PICTURES.get("guest-track.gfn", table),
                WalkColumns.narrow(level) ? "" : reach(step),
                null,
                lines);
    }

    /// A table that is reached at two levels stands in the picture twice.
    private String id(GuestStep step) {
        String id = new Thing.GuestTable(step.table()).id();
        boolean second =
                model.walk().guest().steps().stream()
                        .takeWhile(other -> !other.equals(step))
                        .anyMatch(other -> other.table().equals(step.table()));
        return second ? id + "@" + step.level().number() : id;
    }

    private Optional<Integer> touchedIndex(Gfn table) {
        return model.story()
                .touch()
                .map(touch -> touch.thing())
                .filter(thing -> thing instanceof Thing.GuestEntry e && e.gfn().equals(table))
                .map(thing -> ((Thing.GuestEntry) thing).index());
    }

    /// How much of the address space the table maps.
    private static String reach(GuestStep step) {
        return Names.size(step.level().index().high() + 1);
    }

    private void guard(Sheet sheet, Placed placed, double right) {
        String id = placed.card().id() + "/guard";
        Sign.of(GuestTables.guard(model.state(), placed.step().table()))
                .map(sign -> Card.Badge.of(id, sign, model.telling()))
                .ifPresent(badge -> Card.badge(sheet, badge, right - badge.width(), top + 19));
    }

    private Card.Row row(GuestStep step, String table, int index) {
        GuestStep here = GuestTables.beside(model.state(), step, index);
        long entry = here.entry();
        String target = EntryWords.guestTarget(here);
        String flags = EntryWords.flags(here.layout(), entry);
        String rights = GuestEntry.P.in(entry) ? flags : "";
        Tone touched = model.touched(here.thing());
        Tone mark = index == step.index() ? model.mark(here) : touched;
        return new Card.Row(
                table + "/e" + index,
                Names.entry(step.level().number())
                        + " "
                        + index
                        + ": "
                        + target
                        + (rights.isEmpty() ? "" : EntryWords.rights(here.layout(), entry)),
                index,
                null,
                target,
                mark == Tone.FAULT ? PICTURES.get("guest-track.stop", rights) : rights,
                mark == Tone.PLAIN && index != step.index() ? Tone.MUTED : mark);
    }

    private void page(Sheet sheet, double y) {
        Gpa gpa = model.walk().guest().gpa();
        if (gpa == null) {
            return;
        }
        WalkTrack.page(
                sheet,
                columns,
                new Thing.MemoryPage(gpa.gfn()).id(),
                PICTURES.get("guest-track.guest-page"),
                PICTURES.get("guest-track.gfn", gpa.gfn()),
                PICTURES.get("guest-track.byte", Hex.prefixed(gpa.offset())),
                y,
                Tone.GUEST);
    }

    private void arrows(Sheet sheet) {
        double y = top + WalkTrack.HEAD;
        Point from = new Point(columns.registerX() + columns.registerWidth(), y + 15);
        @Nullable Placed before = null;
        for (Placed placed : cards) {
            double x = columns.levelX(placed.step().level().number());
            arrow(sheet, placed.card().id(), from, new Point(x, y + 15), reached(before));
            double middle =
                    placed.card()
                            .middle(placed.card().id() + "/e" + placed.step().index())
                            .orElse(15.0);
            from = new Point(columns.levelRight(placed.step().level().number()) - 5, y + middle);
            before = placed;
        }
        Gpa gpa = model.walk().guest().gpa();
        if (gpa != null) {
            arrow(
                    sheet,
                    new Thing.MemoryPage(gpa.gfn()).id(),
                    from,
                    new Point(columns.pageX(), y + 15),
                    reached(before));
        }
    }

    /// Whether KVM has read the entry that the arrow starts from.
    private boolean reached(@Nullable Placed before) {
        return before == null
                ? model.guestMode().depth() == 0 || model.guestRead(model.guestMode().depth())
                : model.guestRead(before.step().level().number());
    }

    private static void arrow(Sheet sheet, String to, Point from, Point target, boolean reached) {
        Gutter gutter = new Gutter();
        gutter.add(
                "guest/arrow/" + to,
                from,
                target,
                reached ? Tone.PATH : Tone.MUTED,
                reached ? Weight.STRONG : Weight.NORMAL);
        gutter.draw(sheet);
    }

    /// How far below the panel's top the card of a level ends, if there is one.
    Optional<Double> foot(int level) {
        return cards.stream()
                .filter(placed -> placed.step().level().number() == level)
                .map(placed -> WalkTrack.HEAD + placed.card().height())
                .findFirst();
    }

    /// The step through the lowest table of the walk, if there is a table.
    Optional<GuestStep> lowest() {
        return cards.isEmpty() ? Optional.empty() : Optional.of(cards.getLast().step());
    }

    /// The middle of the column where the guest's walk ends.
    double end() {
        return cards.isEmpty()
                ? columns.registerX()
                : middle(cards.getLast().step().level().number());
    }

    private double middle(int level) {
        return columns.levelX(level) + columns.levelWidth(level) / 2;
    }

    /// Where a callout about a thing of this track points to, if the thing is here.
    Optional<Double> columnOf(Thing thing) {
        return cards.stream()
                .filter(placed ->
                        thing instanceof Thing.GuestEntry e
                                && e.gfn().equals(placed.step().table())
                                && placed.card()
                                        .middle(placed.card().id() + "/e" + e.index())
                                        .isPresent())
                .map(placed -> {
                    int level = placed.step().level().number();
                    return columns.levelX(level) + columns.levelWidth(level) / 2;
                })
                .reduce((first, second) -> second);
    }

    /// The right edge of the register.
    Point register() {
        return new Point(columns.registerX() + columns.registerWidth(), top + WalkTrack.HEAD + 15);
    }

    /// The left edge of the entry of a thing, if it is here.
    Optional<Point> place(Thing thing) {
        return cards.stream()
                .filter(placed ->
                        thing instanceof Thing.GuestEntry e
                                && e.gfn().equals(placed.step().table()))
                .flatMap(placed -> row(placed, ((Thing.GuestEntry) thing).index()).stream())
                .reduce((first, second) -> second);
    }

    /// The left edge of the entry where the guest's walk ends.
    Optional<Point> last() {
        return cards.isEmpty()
                ? Optional.empty()
                : row(cards.getLast(), cards.getLast().step().index());
    }

    private Optional<Point> row(Placed placed, int index) {
        return placed.card()
                .middle(placed.card().id() + "/e" + index)
                .map(middle ->
                        new Point(
                                columns.levelX(placed.step().level().number()),
                                top + WalkTrack.HEAD + middle));
    }

    /// The left edge of the guest's page, if the walk gets there.
    Optional<Point> page() {
        return Optional.ofNullable(model.walk().guest().gpa())
                .map(_ -> new Point(columns.pageX(), top + WalkTrack.HEAD + 15));
    }
}
