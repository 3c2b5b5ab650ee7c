package shadewalk.diagram.quadrants;

import static shadewalk.text.Texts.PICTURES;

import java.util.Optional;
import java.util.OptionalInt;
import shadewalk.bits.Hex;
import shadewalk.diagram.Anchor;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Point;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.draw.Sheet;
import shadewalk.diagram.draw.TypesetProse;
import shadewalk.diagram.draw.Wrap;
import shadewalk.read.Aim;
import shadewalk.read.Picture;
import shadewalk.read.Quadrant;
import shadewalk.read.Seen;
import shadewalk.read.Telling;
import shadewalk.read.tell.StandIns;
import shadewalk.state.State;
import shadewalk.x86.Gva;
import shadewalk.x86.PagingMode;

/// Which shadow page owns which piece of the address space, and how its quadrant follows.
public final class QuadrantsPicture {

    private static final double WIDTH = 1100;
    private static final double MARGIN = 20;
    private static final double INNER = WIDTH - 2 * MARGIN;
    private static final double HALF = (INNER - 24) / 2;

    /// How high the line is that says which part of 4 MiB is whose.
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
        return new MapBar(sheet, owners, aim, MARGIN, 58, INNER, telling);
    }

    private ZoomBar zoom(MapBar map) {
        return new ZoomBar(sheet, owners, aim, map, MARGIN, INNER, telling);
    }

    private static double lensTop(ZoomBar zoom) {
        return zoom.bottom() + SHARE + 14;
    }

    private Lens lens(ZoomBar zoom) {
        int entry = owners.shadowPde(gva);
        int dealt = aim.dealing() ? entry + 1 : 512;
        return new Lens(sheet, lensTop(zoom), HALF, entry, dealt, telling);
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
        TypesetProse.of(why, TextStyle.BODY, TextStyle.NUMBER, INNER - 60)
                .draw(sheet, "why", MARGIN + 20, 90, 22, Tone.PLAIN);
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
                Wrap.columns(why, 72),
                sheet.shapes());
    }

    private Diagram quarters() {
        QuadrantsText words = new QuadrantsText(aim, telling);
        title();
        MapBar map = map();
        map.draw();
        ZoomBar zoom = zoom(map);
        zoom.draw();
        share(zoom);
        double bottom = zoom.bottom();
        if (hasLens()) {
            drawLens(lens(zoom));
            bottom = lensTop(zoom) + Lens.HEIGHT + 8;
        }
        if (told()) {
            QuadrantFormulas.draw(sheet, gva, MARGIN, bottom, INNER);
            bottom += QuadrantFormulas.HEIGHT;
        }
        return new Diagram(
                WIDTH,
                bottom + MARGIN,
                PICTURES.get("quadrants-picture.quadrants", Hex.padded(gva.raw(), 8)),
                words.spoken(),
                "",
                words.plain(),
                sheet.shapes());
    }

    private void title() {
        String words =
                aim.dealing()
                        ? PICTURES.get("quadrants-picture.dealt-out-up")
                        : PICTURES.get("quadrants-picture.who-owns");
        sheet.text("title", MARGIN, 40, words, TextStyle.TITLE.plain());
        sheet.text(
                "title/address",
                MARGIN + TextStyle.TITLE.width(words + " "),
                40,
                Hex.padded(gva.raw(), 8),
                TextStyle.TITLE_NUMBER.plain());
        for (int level = 2; level >= 1; level--) {
            double y = 40 - (level - 1) * 19;
            String id = "title/why/" + level;
            StandIns.why(level, telling)
                    .ifPresent(why ->
                            sheet.text(id, WIDTH - MARGIN, y, why, TextStyle.BODY.plain().end()));
        }
    }

    /// Says which part of the 4 MiB of a guest PDE belongs to which shadow page table.
    private void share(ZoomBar zoom) {
        if (!told()) {
            return;
        }
        if (aim.dealing()) {
            dealt(zoom.bottom() + SHARE - 4);
            return;
        }
        sheet.text(
                "share",
                MARGIN,
                zoom.bottom() + SHARE - 4,
                QuadrantsText.share(),
                TextStyle.BODY_BOLD.plain());
    }

    /// Says what has been dealt out so far.
    private void dealt(double y) {
        Dealt so = Dealt.upTo(gva);
        pattern("dealt/directories", MARGIN, y, Anchor.START, so.directoryWords());
        pattern("dealt/tables", MARGIN + INNER / 4, y, Anchor.START, so.tableWords());
        pattern("dealt/count", WIDTH - MARGIN, y, Anchor.END, so.countWords());
    }

    private void pattern(String id, double x, double y, Anchor anchor, String words) {
        sheet.text(id, x, y, words, TextStyle.BODY_BOLD.plain().at(anchor));
    }

    private void drawLens(Lens lens) {
        boolean open = !told();
        int root = Quadrant.ofAddress(gva, 2);
        lens.evensAndOdds(
                MARGIN,
                open ? "A" : PICTURES.get("quadrants-picture.512-entries-shadow", root),
                open ? Tone.PLAIN : Tone.quadrant(root),
                open ? "" : pair());
        lens.halves(
                MARGIN + HALF + 24,
                open ? "B" : PICTURES.get("quadrants-picture.not-so-two"),
                open ? Tone.PLAIN : Tone.FAULT);
    }

    /// Says where the two entries that are pointed out come from.
    private String pair() {
        int index = owners.shadowPde(gva);
        int even = index - index % 2;
        int pde = PagingMode.PT32.level(2).index().intOf(gva.raw());
        return PICTURES.get("quadrants-picture.both-come-from", even, even + 1, pde);
    }
}
