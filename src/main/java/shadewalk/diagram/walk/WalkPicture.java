package shadewalk.diagram.walk;

import static shadewalk.text.Texts.PICTURES;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import shadewalk.diagram.Anchor;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.diagram.draw.Card;
import shadewalk.diagram.draw.Sheet;
import shadewalk.diagram.walk.Callout.Beak;
import shadewalk.read.FormerEntry;
import shadewalk.read.GuestTables;
import shadewalk.read.OnStage;
import shadewalk.read.Phase;
import shadewalk.read.Seen;
import shadewalk.read.Thing;
import shadewalk.read.Touch;
import shadewalk.read.Turn;
import shadewalk.read.tell.Sign;
import shadewalk.read.tell.StandIns;
import shadewalk.state.Memslot;

/// The twin walk of one address at one moment of its story.
public final class WalkPicture {

    private static final double RULER = 54;

    /// From one line below the tracks to the next.
    private static final double LINE = 17;

    private final WalkModel model;
    private final WalkColumns columns;
    private final GuestTrack guest;
    private final ShadowTrack shadow;
    private final Optional<FormerEntry> former;
    private final Optional<Ruler> ruler;

    /// The upper edges of the two tracks.
    private final double guestTop;

    private final double shadowTop;
    private final Sheet sheet = new Sheet();

    private WalkPicture(Seen seen) {
        model = WalkModel.of(seen);
        former =
                FormerEntry.of(seen.state(), model.walk()).filter(_ -> model.shows(OnStage.SHADOW));
        columns = WalkColumns.of(model.columns());
        ruler =
                Optional.of(
                                new Ruler(
                                        sheet,
                                        model,
                                        WalkColumns.MARGIN,
                                        RULER,
                                        columns.width() - 2 * WalkColumns.MARGIN))
                        .filter(_ -> model.shows(OnStage.RULER));
        guestTop = RULER + ruler.map(drawn -> drawn.height() + 12).orElse(0.0);
        guest = new GuestTrack(model, new WalkTrack(sheet, columns, "guest", guestTop));
        shadowTop = guestTop + guest.height() + between();
        shadow = new ShadowTrack(model, new WalkTrack(sheet, columns, "shadow", shadowTop));
    }

    /// Draws the walk. Neither what is selected nor what stands for it is folded away.
    public static Diagram of(Seen seen) {
        return new WalkPicture(seen).draw();
    }

    private Diagram draw() {
        double bottom = shadowTop + shadow.height();
        Title title = new Title(model);
        title.draw(sheet, WalkColumns.MARGIN);
        if (model.shows(OnStage.CHAPTERS)) {
            new Strip(sheet, model.story(), model.telling())
                    .draw(columns.width() - WalkColumns.MARGIN, 16);
        }
        ruler.ifPresent(Ruler::draw);
        guest.draw();
        shadow.draw();
        for (int level = 1; level <= model.depth(); level++) {
            standsFor(level);
        }
        memslot(guestTop + guest.height(), shadowTop);
        callout(guestTop + guest.height());
        new Token(model, guest, shadow).draw(sheet);
        int rows = words(reasons(), legend(), bottom + 17);
        WalkText text = new WalkText(model, title.words());
        return new Diagram(
                columns.width(),
                bottom + (rows > 0 ? 32 + (rows - 1) * LINE : WalkColumns.MARGIN),
                title.words(),
                text.spoken(),
                "",
                text.lines(),
                sheet.shapes());
    }

    /// The space for words between the tracks, or below the only one while something happens there.
    private double between() {
        boolean two = model.shows(OnStage.SHADOW) || model.hostPage().isPresent();
        return two || !model.words().isEmpty() ? Callout.SPACE : 0;
    }

    /// A line of words below the tracks.
    private record Line(String id, String words) {

        double width() {
            return TextStyle.SMALL.width(words);
        }

        /// Words in as many lines as they need.
        static List<Line> of(String id, String words, double most) {
            List<String> lines = TextStyle.SMALL.lines(words, most);
            return IntStream.range(0, lines.size())
                    .mapToObj(i -> new Line(i == 0 ? id : id + "/line" + i, lines.get(i)))
                    .toList();
        }
    }

    /// Draws the lines at the left and those at the right, or these below those where they would
    /// run into each other; returns how many rows that makes.
    private int words(List<Line> left, List<Line> right, double middle) {
        boolean beside =
                IntStream.range(0, Math.min(left.size(), right.size()))
                        .allMatch(i -> left.get(i).width() + right.get(i).width() + 20 < inner());
        int down = beside ? 0 : left.size();
        for (int i = 0; i < left.size(); i++) {
            quiet(left.get(i), WalkColumns.MARGIN, middle + i * LINE, Anchor.START);
        }
        for (int i = 0; i < right.size(); i++) {
            double y = middle + (down + i) * LINE;
            quiet(right.get(i), columns.width() - WalkColumns.MARGIN, y, Anchor.END);
        }
        return Math.max(left.size(), down + right.size());
    }

    /// Why several shadow tables stand for one guest table.
    private List<Line> reasons() {
        return model.quartered() && model.shows(OnStage.SHADOW) && model.shows(OnStage.LEGEND)
                ? Stream.of(2, 1)
                        .flatMap(level ->
                                StandIns.why(level, model.telling()).stream()
                                        .flatMap(why ->
                                                Line.of("reason/" + level, why, inner()).stream()))
                        .toList()
                : List.of();
    }

    private List<Line> legend() {
        if (!model.shows(OnStage.LEGEND)) {
            return List.of();
        }
        String rights = PICTURES.get("walk-picture.w-writable-u");
        String others = PICTURES.get("walk-picture.ps-large-page");
        return model.quartered()
                ? List.of(new Line("legend", rights), new Line("legend/others", others))
                : Line.of("legend", rights + " " + others, inner());
    }

    private double inner() {
        return columns.width() - 2 * WalkColumns.MARGIN;
    }

    private void quiet(Line line, double x, double middle, Anchor anchor) {
        sheet.textAt(line.id(), x, middle, line.words(), TextStyle.SMALL.quiet().at(anchor));
    }

    /// From a guest table down to the shadow pages that stand for it.
    private void standsFor(int level) {
        guest.foot(level)
                .filter(_ -> shadow.has(level))
                .ifPresent(foot -> {
                    double x = columns.tieX(level);
                    sheet.line(
                            "standsfor/" + level,
                            Tone.STANDS_FOR,
                            Weight.NORMAL,
                            x,
                            guestTop + foot + 3,
                            x,
                            shadowTop + WalkTrack.HEAD - 3);
                });
    }

    /// The guest's page and the host's page are the same memory, unless the shadow entry is of a
    /// former guest entry that named another.
    private void memslot(double from, double to) {
        if (!model.shows(OnStage.MEMORY)) {
            return;
        }
        if (former.filter(FormerEntry::elsewhere).isPresent()) {
            former(former.get(), (from + to) / 2, to);
            return;
        }
        Memslot slot =
                model.guestPage().map(gpa -> model.state().slots().of(gpa.gfn())).orElse(null);
        if (slot == null || model.hostPage().isEmpty()) {
            return;
        }
        double x = columns.pageMiddle();
        double top = guestTop + WalkTrack.HEAD + WalkTrack.SMALL_CARD + 20;
        sheet.line("memslot/line", Tone.HOST, Weight.NORMAL, x, top, x, to + WalkTrack.HEAD);
        String range =
                PICTURES.get(
                        "walk-picture.memslot-gfn",
                        slot.id(),
                        slot.base(),
                        slot.gfn(slot.pages() - 1));
        String about = PICTURES.get("walk-picture.stretch-host-memory");
        try (var _ = sheet.group("memslot/about", range, about)) {
            String words = PICTURES.get("walk-picture.memslot", slot.id());
            sheet.pill("memslot", x, (from + to) / 2, words, Tone.HOST);
        }
    }

    private void former(FormerEntry entry, double middle, double to) {
        if (model.missed()) {
            return;
        }
        double x = columns.pageMiddle();
        sheet.line(
                "former/line", Tone.UNSYNC, Weight.NORMAL, x, middle + 11, x, to + WalkTrack.HEAD);
        String words = PICTURES.get("walk-picture.former-gfn", entry.gfn());
        sheet.pill("former", x, middle, words, Tone.UNSYNC);
    }

    private void callout(double top) {
        Optional<String> lasting = former.flatMap(entry -> entry.words(model.telling()));
        String said = model.words();
        if (said.isEmpty() && lasting.isPresent() && !model.missed()) {
            String words = lasting.get();
            double right = columns.pageX() - 10;
            Callout.draw(sheet, words, Tone.UNSYNC, shadow.end(), Beak.DOWN, top, right);
            return;
        }
        if (said.isEmpty()) {
            guard(top);
            return;
        }
        Optional<Thing> thing = model.story().touch().map(Touch::thing);
        Optional<Double> above = thing.flatMap(guest::columnOf);
        Optional<Double> below = thing.flatMap(shadow::columnOf);
        boolean up = above.isPresent() || below.isEmpty() && upward();
        double at = above.or(() -> below).orElseGet(() -> up ? guestPlace() : shadow.end());
        boolean nowhere = above.isEmpty() && below.isEmpty() && !hasPlace();
        Beak beak = nowhere ? Beak.NONE : up ? Beak.UP : Beak.DOWN;
        double middle = nowhere ? columns.width() / 2 : at;
        Callout.draw(sheet, said, tone(), middle, beak, top, columns.pageX() - 10);
    }

    /// While nothing happens: what comes of a write to the lowest guest table of the walk.
    private void guard(double top) {
        if (!model.shows(OnStage.BADGES)) {
            return;
        }
        guest.lowest()
                .flatMap(step -> Sign.of(GuestTables.guard(model.state(), step.table())))
                .ifPresent(sign ->
                        sign.meaning(model.telling())
                                .ifPresent(meaning ->
                                        Callout.draw(
                                                sheet,
                                                sign.text() + ": " + meaning,
                                                Card.tone(sign),
                                                guest.end(),
                                                Beak.UP,
                                                top,
                                                columns.pageX() - 10)));
    }

    /// Whether an event that names no table still happens at a place of the picture: everywhere but
    /// in the emulator.
    private boolean hasPlace() {
        return model.story().touch().isEmpty()
                && model.story()
                        .turn()
                        .flatMap(Turn::chapter)
                        .filter(chapter -> chapter != Phase.EMULATION)
                        .isPresent();
    }

    /// Where an event of the guest's walk happens that names no entry.
    private double guestPlace() {
        return model.story().phase() == Phase.GUEST_FAULT ? guest.end() : columns.registerMiddle();
    }

    /// Which track an event without a thing belongs to.
    private boolean upward() {
        Phase phase = model.story().phase();
        return phase == Phase.GUEST_WALK || phase == Phase.GUEST_FAULT;
    }

    private Tone tone() {
        Phase phase = model.story().phase();
        return phase == Phase.EXIT || phase == Phase.GUEST_FAULT ? Tone.FAULT : Tone.CURRENT;
    }
}
