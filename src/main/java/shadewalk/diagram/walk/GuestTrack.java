package shadewalk.diagram.walk;

import static shadewalk.text.Texts.PICTURES;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import shadewalk.bits.Hex;
import shadewalk.diagram.Point;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.draw.Card;
import shadewalk.diagram.draw.Fold;
import shadewalk.read.GuestStep;
import shadewalk.read.GuestTables;
import shadewalk.read.OnStage;
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
    private final WalkTrack track;
    private final List<Placed> cards = new ArrayList<>();

    /// A table of the walk and its card.
    private record Placed(GuestStep step, Card card) {

        int level() {
            return step.level().number();
        }

        /// How far below the card's top the middle of an entry's row is, if the card shows it.
        Optional<Double> middle(int index) {
            return card.middle(card.id() + "/e" + index);
        }
    }

    GuestTrack(WalkModel model, WalkTrack track) {
        this.model = model;
        this.track = track;
        if (model.shows(OnStage.GUEST)) {
            model.walk().guest().steps().forEach(step -> cards.add(new Placed(step, card(step))));
        }
    }

    double height() {
        if (!model.shows(OnStage.GUEST)) {
            return 0;
        }
        double tallest =
                cards.stream().mapToDouble(placed -> placed.card().height()).max().orElse(0);
        return Math.max(LEAST, WalkTrack.HEAD + tallest + WalkTrack.FOOT);
    }

    void draw() {
        if (!model.shows(OnStage.GUEST)) {
            return;
        }
        try (var _ = track.sheet().group("guest", PICTURES.get("guest-track.guest-tables"))) {
            track.panel(PICTURES.get("guest-track.title"), height());
            cr3();
            cards.forEach(this::table);
            model.guestPage().ifPresent(this::page);
            arrows();
        }
    }

    private void cr3() {
        PagingMode mode = model.guestMode();
        if (mode.depth() == 0) {
            track.register("cr3", PICTURES.get("guest-track.paging-off"), "gpa = gva", Tone.GUEST);
            return;
        }
        String cr3 = Hex.prefixed(model.state().cpu().registers().cr3());
        boolean now = model.story().turn().orElse(null) instanceof Turn.Walks;
        track.register("cr3", "CR3", cr3, now ? Tone.CURRENT : Tone.GUEST);
        track.notes(
                PICTURES.get("guest-track.paging", mode),
                PICTURES.get("guest-track.byte-entries", mode.entryBytes()),
                PICTURES.get("guest-track.table", Names.count(mode.levels().getLast().entries())));
    }

    private void table(Placed placed) {
        int level = placed.level();
        WalkColumns columns = track.columns();
        Optional<Card.Badge> guard = guard(placed);
        double room = columns.levelWidth(level) - guard.map(Card.Badge::width).orElse(0.0) - 4;
        String range = placed.step().level().index().range();
        String bits = PICTURES.get("guest-track.bits", range);
        boolean fits = TextStyle.SMALL.width(bits) < room;
        track.heading("guest/heading/" + level, level, fits ? bits : range);
        guard.ifPresent(badge ->
                Card.badge(
                        track.sheet(),
                        badge,
                        columns.levelRight(level) - badge.width(),
                        track.top() + 19));
        placed.card()
                .draw(
                        track.sheet(),
                        columns.levelX(level),
                        track.cards(),
                        columns.levelWidth(level));
    }

    private Card card(GuestStep step) {
        int level = step.level().number();
        Gfn table = step.table();
        String id = id(step);
        IntPredicate used = index -> GuestTables.beside(model.state(), step, index).entry() != 0;
        int entries = step.level().entries();
        Set<Integer> wanted = model.wanted(new Thing.GuestTable(table), entries);
        wanted.add(step.index());
        NavigableSet<Integer> shown = Fold.shown(entries, used, wanted);
        return new Card(
                id,
                PICTURES.get("guest-track.guest-in-guest", Names.table(level), table),
                Tone.GUEST,
                null,
                PICTURES.get("guest-track.guest", Names.shortTable(level)),
                PICTURES.get("guest-track.gfn", table),
                WalkColumns.narrow(level) ? "" : reach(step),
                null,
                Fold.lines(id, entries, used, shown, index -> row(step, id, index)));
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

    /// How much of the address space the table maps.
    private static String reach(GuestStep step) {
        return Names.size(step.level().index().high() + 1);
    }

    private Optional<Card.Badge> guard(Placed placed) {
        String id = placed.card().id() + "/guard";
        return Sign.of(GuestTables.guard(model.state(), placed.step().table()))
                .filter(_ -> model.shows(OnStage.BADGES))
                .map(sign -> Card.Badge.of(id, sign, model.telling()));
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

    private void page(Gpa gpa) {
        track.page(
                new Thing.MemoryPage(gpa.gfn()).id(),
                PICTURES.get("guest-track.guest-page"),
                PICTURES.get("guest-track.gfn", gpa.gfn()),
                PICTURES.get("guest-track.byte", Hex.prefixed(gpa.offset())),
                Tone.GUEST);
    }

    private void arrows() {
        Point from = track.register();
        boolean read = model.guestMode().depth() == 0 || model.guestRead(model.guestMode().depth());
        for (Placed placed : cards) {
            int level = placed.level();
            track.arrow(placed.card().id(), from, track.left(level, WalkTrack.MIDDLE), read);
            double middle = placed.middle(placed.step().index()).orElse(WalkTrack.MIDDLE);
            from = track.right(level, middle);
            read = model.guestRead(level);
        }
        Optional<Gpa> page = model.guestPage();
        if (page.isPresent()) {
            String id = new Thing.MemoryPage(page.get().gfn()).id();
            track.arrow(id, from, track.page(), read);
        }
    }

    /// How far below the panel's top the card of a level ends, if there is one.
    Optional<Double> foot(int level) {
        return cards.stream()
                .filter(placed -> placed.level() == level)
                .map(placed -> WalkTrack.HEAD + placed.card().height())
                .findFirst();
    }

    /// The step through the lowest table of the walk, if there is a table.
    Optional<GuestStep> lowest() {
        return cards.isEmpty() ? Optional.empty() : Optional.of(cards.getLast().step());
    }

    /// The middle of the column where the guest's walk ends.
    double end() {
        return lowest().map(step -> track.columns().middle(step.level().number()))
                .orElse(track.columns().registerX());
    }

    /// Where a callout about a thing of this track points to, if the thing is here.
    Optional<Double> columnOf(Thing thing) {
        return showing(thing).map(placed -> track.columns().middle(placed.level()));
    }

    /// The lowest table that shows an entry.
    private Optional<Placed> showing(Thing thing) {
        return cards.stream()
                .filter(placed ->
                        thing instanceof Thing.GuestEntry e
                                && e.gfn().equals(placed.step().table())
                                && placed.middle(e.index()).isPresent())
                .reduce((_, below) -> below);
    }

    /// The right edge of the register, if it is here.
    Optional<Point> register() {
        return Optional.of(track.register()).filter(_ -> model.shows(OnStage.GUEST));
    }

    /// The left edge of the entry of a thing, if it is here.
    Optional<Point> place(Thing thing) {
        return showing(thing).flatMap(placed -> row(placed, ((Thing.GuestEntry) thing).index()));
    }

    /// The left edge of the entry where the guest's walk ends.
    Optional<Point> last() {
        return cards.isEmpty()
                ? Optional.empty()
                : row(cards.getLast(), cards.getLast().step().index());
    }

    private Optional<Point> row(Placed placed, int index) {
        return placed.middle(index).map(middle -> track.left(placed.level(), middle));
    }

    /// The left edge of the guest's page, if the walk gets there.
    Optional<Point> page() {
        return model.guestPage().map(_ -> track.page());
    }
}
