package shadewalk.diagram.quadrants;

import static shadewalk.text.Texts.PICTURES;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import shadewalk.bits.Hex;
import shadewalk.diagram.Anchor;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Point;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.draw.Sheet;
import shadewalk.diagram.draw.TypesetProse;
import shadewalk.read.Aim;
import shadewalk.read.Picture;
import shadewalk.read.Portion;
import shadewalk.read.Quadrant;
import shadewalk.read.Seen;
import shadewalk.read.Telling;
import shadewalk.read.tell.StandIns;
import shadewalk.state.State;
import shadewalk.text.Columns;
import shadewalk.x86.Gva;
import shadewalk.x86.PagingMode;

/// Which shadow page owns which piece of the address space, and how its quadrant follows.
public final class QuadrantsPicture {

    private static final double WIDTH = 1100;
    private static final double MARGIN = 20;
    private static final double INNER = WIDTH - 2 * MARGIN;
    private static final double HALF = (INNER - 24) / 2;

    private static final double BASE = 40;
    private static final double MAP = 58;

    /// Where it stands how many tables have been dealt out, beside the directories.
    private static final double TABLES = MARGIN + INNER / 4;

    /// From one line of words to the next.
    private static final double LINE = 19;

    /// How high the first line is that says which part of 4 MiB is whose.
    private static final double SHARE = 22;

    private final Owners owners;
    private final Aim aim;
    private final Gva gva;
    private final Telling telling;
    private final Sheet sheet = new Sheet();

    private QuadrantsPicture(Seen seen) {
        owners = new Owners(seen.state());
        aim = seen.aim();
        gva = aim.gva();
        telling = seen.telling();
    }

    /// Draws the picture for the address somebody points at.
    public static Diagram of(Seen seen) {
        return new QuadrantsPicture(seen).draw();
    }

    /// Whether a state has quadrants: whether the guest's entries have 4 bytes.
    public static boolean quartered(State state) {
        return new Owners(state).quartered();
    }

    /// What somebody points at who points at a place of the picture: an address of the map, of its
    /// enlargement, or the first one of an entry of the lens.
    ///
    /// @param now what the picture shows
    public static Optional<Aim> aimAt(Seen now, Point place) {
        var picture = new QuadrantsPicture(now);
        return picture.owners.quartered() ? picture.aimAt(place) : Optional.empty();
    }

    private Optional<Aim> aimAt(Point place) {
        MapBar map = map();
        ZoomBar zoom = zoom(map);
        return map.address(place)
                .map(aim::moved)
                .or(() -> zoom.address(place).map(aim::within))
                .or(() -> {
                    OptionalInt entry = lens(zoom).entry(MARGIN, place);
                    return entry.isEmpty() || !hasLens()
                            ? Optional.empty()
                            : Optional.of(aim.moved(through(entry)));
                });
    }

    /// The first address of this quarter that an entry of its shadow page directory serves.
    private Gva through(OptionalInt entry) {
        long quarter = Quadrant.ofAddress(gva, 2) * Owners.QUARTER;
        return new Gva(quarter + entry.getAsInt() * Owners.PIECE);
    }

    private MapBar map() {
        double reasons = reasonsBeside() ? 0 : reasons().size() * LINE + 8;
        return new MapBar(sheet, owners, aim, MARGIN, MAP + reasons, INNER, telling);
    }

    private ZoomBar zoom(MapBar map) {
        return new ZoomBar(map);
    }

    private double lensTop(ZoomBar zoom) {
        return zoom.bottom() + SHARE + (shares() - 1) * LINE + 14;
    }

    /// How many lines say which part is whose.
    private int shares() {
        if (!told()) {
            return 1;
        }
        return aim.dealing() ? dealtBeside() ? 1 : 3 : share().size();
    }

    private static List<String> share() {
        return TextStyle.BODY_BOLD.lines(QuadrantsText.share(), INNER);
    }

    private Lens lens(ZoomBar zoom) {
        int entry = owners.shadowPde(gva);
        int dealt = aim.dealing() ? entry + 1 : 512;
        int root = Quadrant.ofAddress(gva, 2);
        return new Lens(
                sheet,
                lensTop(zoom),
                HALF,
                told() ? PICTURES.get("quadrants-picture.512-entries-shadow", root) : "A",
                told() ? PICTURES.get("quadrants-picture.not-so-two") : "B",
                entry,
                dealt,
                telling);
    }

    /// Whether there are lenses. While a question is open over the quadrants they are called A and
    /// B, and over another picture there are none: how many colours they have may be what it asks.
    private boolean hasLens() {
        return telling.asked().filter(over -> over != Picture.QUADRANTS).isEmpty();
    }

    /// Whether labels say of how many quadrants theirs is one, which a question may ask for.
    private boolean told() {
        return telling.all();
    }

    private Diagram draw() {
        return owners.quartered() ? quarters() : alike();
    }

    /// A guest whose entries are as long as the shadow's has nothing to share out.
    private Diagram alike() {
        String title = PICTURES.get("quadrants-picture.no-quadrants");
        String why =
                owners.state().cpu().registers().mode().depth() == 0
                        ? PICTURES.get("quadrants-picture.guest-paging-off")
                        : PICTURES.get("quadrants-picture.guest-entries-have");
        sheet.text("title", MARGIN, 40, title, TextStyle.TITLE.plain());
        sheet.box("why/panel", MARGIN, 58, INNER, 84, 8, Tone.PLAIN, Fill.PANEL);
        TypesetProse.of(why, INNER - 60).draw(sheet, "why", MARGIN + 20, 90, 22, Tone.PLAIN);
        Alike rows = new Alike(sheet, telling);
        int bytes = owners.state().cpu().registers().mode().entryBytes();
        double top = 164;
        rows.row(
                "alike",
                bytes == 0
                        ? PICTURES.get("quadrants-picture.here-no-table")
                        : PICTURES.get("quadrants-picture.here"),
                bytes,
                MARGIN,
                top,
                false);
        rows.row(
                "other",
                PICTURES.get("quadrants-picture.32-bit-guest"),
                4,
                MARGIN,
                top + Alike.HEIGHT,
                true);
        return new Diagram(
                WIDTH,
                top + 2 * Alike.HEIGHT + MARGIN,
                title,
                title + ". " + why,
                "",
                Columns.of(why),
                sheet.shapes());
    }

    private Diagram quarters() {
        QuadrantsText words = new QuadrantsText(aim, telling);
        drawTitle();
        MapBar map = map();
        map.draw();
        ZoomBar zoom = zoom(map);
        zoom.draw();
        share(zoom);
        double bottom = zoom.bottom();
        if (hasLens()) {
            Lens lens = lens(zoom);
            drawLens(lens);
            bottom = lensTop(zoom) + lens.height() + 8;
        }
        if (told()) {
            QuadrantFormulas.draw(sheet, gva, MARGIN, bottom, INNER);
            bottom += QuadrantFormulas.HEIGHT;
        }
        return new Diagram(
                WIDTH,
                bottom + MARGIN,
                PICTURES.get("quadrants-picture.quadrants", address()),
                words.spoken(),
                "",
                words.plain(),
                sheet.shapes());
    }

    private String title() {
        return aim.dealing()
                ? PICTURES.get("quadrants-picture.dealt-out-up")
                : PICTURES.get("quadrants-picture.who-owns");
    }

    private String address() {
        return Hex.padded(gva.raw(), 8);
    }

    private double addressX() {
        return MARGIN + TextStyle.TITLE.width(title() + " ");
    }

    private void drawTitle() {
        sheet.text("title", MARGIN, BASE, title(), TextStyle.TITLE.plain());
        sheet.text("title/address", addressX(), BASE, address(), TextStyle.TITLE_NUMBER.plain());
        List<String> reasons = reasons();
        boolean beside = reasonsBeside();
        for (int i = 0; i < reasons.size(); i++) {
            sheet.text(
                    "title/why/" + (reasons.size() - i),
                    beside ? WIDTH - MARGIN : MARGIN,
                    beside ? BASE - (reasons.size() - 1 - i) * LINE : MAP + (i + 0.5) * LINE,
                    reasons.get(i),
                    TextStyle.BODY.plain().at(beside ? Anchor.END : Anchor.START));
        }
    }

    /// Why several shadow tables stand for one guest table, at level 2 and at level 1.
    private List<String> reasons() {
        return Stream.of(2, 1)
                .flatMap(level -> StandIns.why(level, telling).stream())
                .flatMap(why -> TextStyle.BODY.lines(why, INNER).stream())
                .toList();
    }

    /// Whether the reasons have room beside the title; otherwise they stand below it.
    private boolean reasonsBeside() {
        double room = WIDTH - MARGIN - addressX() - TextStyle.TITLE_NUMBER.width(address() + " ");
        List<String> reasons = reasons();
        return reasons.size() <= 2
                && reasons.stream().allMatch(why -> TextStyle.BODY.width(why) < room);
    }

    /// Says which part of the 4 MiB of a guest PDE belongs to which shadow page table.
    private void share(ZoomBar zoom) {
        if (!told()) {
            return;
        }
        double y = zoom.bottom() + SHARE - 4;
        if (aim.dealing()) {
            dealt(y);
            return;
        }
        List<String> lines = share();
        for (int i = 0; i < lines.size(); i++) {
            bold(i == 0 ? "share" : "share/" + i, MARGIN, y + i * LINE, Anchor.START, lines.get(i));
        }
    }

    /// Says what has been dealt out so far.
    private void dealt(double y) {
        Dealt so = Dealt.upTo(gva);
        bold("dealt/directories", MARGIN, y, Anchor.START, so.directoryWords());
        if (dealtBeside()) {
            bold("dealt/tables", TABLES, y, Anchor.START, so.tableWords());
            bold("dealt/count", WIDTH - MARGIN, y, Anchor.END, so.countWords());
        } else {
            bold("dealt/tables", MARGIN, y + LINE, Anchor.START, so.tableWords());
            bold("dealt/count", MARGIN, y + 2 * LINE, Anchor.START, so.countWords());
        }
    }

    /// Whether what has been dealt out has room in one line even when everything has been.
    private static boolean dealtBeside() {
        Dealt all = Dealt.upTo(new Gva(0xffff_ffffL));
        TextStyle style = TextStyle.BODY_BOLD;
        return MARGIN + style.width(all.directoryWords() + " ") < TABLES
                && TABLES + style.width(all.tableWords() + " " + all.countWords()) < WIDTH - MARGIN;
    }

    private void bold(String id, double x, double y, Anchor anchor, String words) {
        sheet.text(id, x, y, words, TextStyle.BODY_BOLD.plain().at(anchor));
    }

    private void drawLens(Lens lens) {
        Tone root = Tone.of(Portion.quarter(2, Quadrant.ofAddress(gva, 2)));
        lens.evensAndOdds(MARGIN, told() ? root : Tone.PLAIN, told() ? pair() : "");
        lens.halves(MARGIN + HALF + 24, told() ? Tone.FAULT : Tone.PLAIN);
    }

    /// Says where the two entries that are pointed out come from.
    private String pair() {
        int index = owners.shadowPde(gva);
        int even = index - index % 2;
        int pde = PagingMode.PT32.level(2).index().intOf(gva.raw());
        return PICTURES.get("quadrants-picture.both-come-from", even, even + 1, pde);
    }
}
