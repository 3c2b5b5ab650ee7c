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
import shadewalk.read.OnStage;
import shadewalk.read.Phase;
import shadewalk.read.Portion;
import shadewalk.read.Quadrant;
import shadewalk.read.ShadowStep;
import shadewalk.read.Thing;
import shadewalk.read.TwinWalk;
import shadewalk.read.tell.StandIns;
import shadewalk.state.Roots;
import shadewalk.state.ShadowPage;
import shadewalk.x86.Gfn;
import shadewalk.x86.Hpa;

/// The lower half of the walk: what the processor walks.
final class ShadowTrack {

    private static final double LEAST = 174;
    private static final double LEAST_QUARTERED = 198;

    private final WalkModel model;
    private final WalkTrack track;
    private final WalkColumns columns;
    private final ShadowCards cards;
    private final ShadowWires wires;

    ShadowTrack(WalkModel model, WalkTrack track) {
        this.model = model;
        this.track = track;
        this.columns = track.columns();
        this.cards = new ShadowCards(model);
        this.wires = new ShadowWires(model, track, cards);
    }

    double height() {
        if (!model.shows(OnStage.SHADOW)) {
            return model.hostPage().isPresent() ? WalkTrack.HEAD + WalkTrack.SMALL_CARD + 20 : 0;
        }
        double tallest = cards.stacks().stream().mapToDouble(Stack::height).max().orElse(0);
        double least = model.quartered() ? LEAST_QUARTERED : LEAST;
        return Math.max(least, WalkTrack.HEAD + tallest + WalkTrack.FOOT);
    }

    void draw() {
        if (!model.shows(OnStage.SHADOW)) {
            model.hostPage().ifPresent(this::page);
            return;
        }
        try (var _ = track.sheet().group("shadow", PICTURES.get("shadow-track.shadow-tables"))) {
            track.panel(PICTURES.get("shadow-track.title"), height());
            hostCr3();
            if (root().isPae()) {
                new PaeRoot(model, track).draw(wires.rootRows());
            }
            cards.stacks().stream().filter(stack -> !stack.cards().isEmpty()).forEach(this::stack);
            model.hostPage().ifPresent(this::page);
            wires.draw();
        }
    }

    private Roots.Root root() {
        return model.state().cpu().roots().current();
    }

    private boolean hasPaeRoot() {
        return root().isPae() && model.shows(OnStage.SHADOW);
    }

    private void hostCr3() {
        Tone tone = model.walked() ? Tone.SHADOW : Tone.CURRENT;
        track.register("cr3/host", PICTURES.get("shadow-track.real-cr3"), model.root(), tone);
        track.notes(
                PICTURES.get("shadow-track.paging", model.shadowMode()),
                PICTURES.get("shadow-track.8-byte-entries"),
                PICTURES.get("shadow-track.512-table"));
    }

    private void stack(Stack stack) {
        int level = stack.level();
        double x = columns.levelX(level);
        String bits = model.shadowMode().level(level).index().range();
        track.heading("shadow/heading/" + level, level, PICTURES.get("shadow-track.bits", bits));
        standsFor(stack);
        for (Placed placed : stack.cards()) {
            double y = track.cards() + placed.drop();
            placed.card().draw(track.sheet(), x, y, columns.levelWidth(level));
        }
        if (stack.hidden() > 0) {
            track.sheet()
                    .textAt(
                            "shadow/more/" + level,
                            columns.middle(level),
                            track.cards() + stack.height() - ShadowCards.MORE / 2,
                            PICTURES.get("shadow-track.more-other-roles", stack.hidden()),
                            TextStyle.SMALL.quiet().middle());
        }
    }

    /// Says which guest table the pages of a column stand for.
    private void standsFor(Stack stack) {
        if (model.tellsHowMany()) {
            model.walk().guestTable(stack.level()).ifPresent(table -> standsFor(stack, table));
        }
    }

    private void standsFor(Stack stack, Gfn table) {
        Sheet sheet = track.sheet();
        int level = stack.level();
        String gfn = PICTURES.get("shadow-track.for-gfn", table);
        String words = count(level, table) + " " + gfn;
        double right = columns.levelRight(level);
        boolean fits = TextStyle.SMALL_BOLD.width(words) < right - columns.tieX(level) - 4;
        try (var _ = sheet.group("shadow/for/about/" + level, words, reason(stack))) {
            sheet.text(
                    "shadow/for/" + level,
                    right,
                    track.top() + 23,
                    fits ? words : gfn,
                    TextStyle.SMALL_BOLD.in(Tone.GUEST).end());
        }
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

    /// How many pages stand for the table; or of how many those that are made already, unless some
    /// part has two, of different roles.
    private String count(int level, Gfn table) {
        List<ShadowPage> made = TwinWalk.standIns(model.state(), table, level);
        int parts = model.quartered() ? Quadrant.count(level) : 1;
        long begun = made.stream().map(Portion::of).distinct().count();
        boolean all = begun == parts || begun < made.size();
        return all
                ? PICTURES.get("shadow-track.stand", made.size())
                : PICTURES.get("shadow-track.made", made.size(), parts);
    }

    private void page(Hpa address) {
        track.page(
                new Thing.HostFrame(address.pfn()).id(),
                PICTURES.get("shadow-track.host-page"),
                PICTURES.get("shadow-track.pfn", address.pfn()),
                PICTURES.get("shadow-track.byte-0x", Long.toHexString(address.offset())),
                Tone.HOST);
    }

    /// Whether the track has a column of shadow pages for a level.
    boolean has(int level) {
        return cards.stacks().stream().anyMatch(s -> s.level() == level && !s.cards().isEmpty());
    }

    /// Where a callout about a thing of this track points to, if the thing is here.
    Optional<Double> columnOf(Thing thing) {
        return switch (thing) {
            case Thing.ShadowTable _, Thing.ShadowEntry _ ->
                    showing(thing).map(placed -> columns.middle(placed.level()));
            case Thing.PaeRoot _, Thing.RootEntry _ ->
                    hasPaeRoot() ? Optional.of(columns.middle(3)) : Optional.empty();
            case Thing.GuestTable _, Thing.GuestEntry _, Thing.Part _ -> Optional.empty();
        };
    }

    /// The card of a shadow page or of the one that an entry is in.
    private Optional<Placed> showing(Thing thing) {
        return thing.table().orElse(thing) instanceof Thing.ShadowTable(var page)
                ? cards.place(page)
                : Optional.empty();
    }

    /// The middle of the column where the walk ends for now.
    double end() {
        if (!model.walked()) {
            return columns.registerMiddle();
        }
        Optional<ShadowStep> last = model.walk().shadow().last();
        return model.story().phase() == Phase.RETRY && !model.missed()
                ? columns.pageMiddle()
                : columns.middle(last.map(step -> step.level().number()).orElse(model.depth()));
    }

    /// The right edge of the register, if it is here.
    Optional<Point> register() {
        return Optional.of(track.register()).filter(_ -> model.shows(OnStage.SHADOW));
    }

    /// The left edge of a shadow page's head or of its entry, if it is here.
    Optional<Point> place(Thing thing) {
        return showing(thing).map(placed -> track.left(placed.level(), placed.middle(thing.id())));
    }

    /// The left edge of the entry where the walk ends for now.
    Optional<Point> last() {
        return model.walk()
                .shadow()
                .last()
                .filter(_ -> model.shows(OnStage.SHADOW))
                .flatMap(step ->
                        step.inPaeRoot()
                                ? Optional.of(track.left(3, wires.rootRows().get(step.index())))
                                : place(step.thing()));
    }

    /// The left edge of the host's page, if the walk gets there.
    Optional<Point> page() {
        return model.hostPage().map(_ -> track.page());
    }
}
