package shadewalk.diagram.quadrants;

import static shadewalk.text.Texts.PICTURES;

import java.util.Optional;
import shadewalk.bits.Hex;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.diagram.draw.QuadrantLabel;
import shadewalk.diagram.draw.QuadrantPiece;
import shadewalk.diagram.draw.Sheet;
import shadewalk.read.Aim;
import shadewalk.read.GuestStep;
import shadewalk.read.Portion;
import shadewalk.read.Quadrant;
import shadewalk.read.Thing;
import shadewalk.read.tell.EntryWords;
import shadewalk.state.SpteAt;
import shadewalk.x86.Gva;
import shadewalk.x86.PagingMode;

/// 16 MiB around the address: four guest PDEs, each dealt out to two shadow page tables.
record ZoomBar(MapBar map) {

    private static final int PDES = 4;
    private static final double GUEST = 26;
    private static final double OWNER = 44;
    private static final double ZOOM = 56;

    private Gva gva() {
        return map.aim().gva();
    }

    private long start() {
        return start(map.aim());
    }

    private double y() {
        return map.bottom() + ZOOM;
    }

    private double x() {
        return map.x();
    }

    private double width() {
        return map.width();
    }

    /// The address at which the bar begins.
    static long start(Aim aim) {
        long pde = aim.around().raw() / (2 * Owners.PIECE);
        // What is being dealt out fills the bar from its left end and then begins the next.
        long left = aim.dealing() ? pde - pde % PDES : pde - 1;
        return Math.clamp(left, 0, Owners.SPACE / (2 * Owners.PIECE) - PDES) * 2 * Owners.PIECE;
    }

    double bottom() {
        return y() + GUEST + 4 + OWNER + 24;
    }

    /// The address that a place of the bar stands for, if the place is in the bar.
    Optional<Gva> address(Point place) {
        boolean inside = place.y() > y() - 12 && place.y() < bottom();
        double share = (place.x() - x()) / width();
        return inside && share >= 0 && share < 1
                ? Optional.of(new Gva(start() + (long) (share * 2 * PDES * Owners.PIECE)))
                : Optional.empty();
    }

    void draw() {
        Sheet sheet = map.sheet();
        try (var _ = sheet.group("zoom", PICTURES.get("zoom-bar.16-mib-around"))) {
            lines();
            for (int i = 0; i < PDES; i++) {
                pde(i);
            }
            for (int i = 0; i < 2 * PDES; i++) {
                piece(i);
            }
            double at = x() + width() * (gva().raw() - start()) / (2 * PDES * Owners.PIECE);
            Cursor.draw(sheet, "zoom/cursor", at, y() - 2, x(), x() + width(), "");
        }
    }

    private void lines() {
        Sheet sheet = map.sheet();
        double from = map.bottom() + 3;
        sheet.line("zoom/left", Tone.MUTED, Weight.HAIR, map.at(start()), from, x(), y() - 4);
        sheet.line(
                "zoom/right",
                Tone.MUTED,
                Weight.HAIR,
                map.at(start() + 2 * PDES * Owners.PIECE),
                from,
                x() + width(),
                y() - 4);
    }

    private void pde(int i) {
        Sheet sheet = map.sheet();
        Gva first = new Gva(start() + 2L * i * Owners.PIECE);
        int index = PagingMode.PT32.level(2).index().intOf(first.raw());
        String names =
                map.owners()
                        .pde(first)
                        .filter(GuestStep::present)
                        .map(step -> ": " + EntryWords.guestTarget(step))
                        .orElse(PICTURES.get("zoom-bar.not-present"));
        double each = width() / PDES;
        Shape.Box box =
                sheet.box(
                        "zoom/pde/" + index,
                        x() + i * each + 1,
                        y(),
                        each - 2,
                        GUEST,
                        4,
                        Tone.GUEST,
                        Fill.TINT);
        sheet.label(box, PICTURES.get("zoom-bar.guest-pde-4", index, names), TextStyle.SMALL);
    }

    /// A piece is the entry of the shadow directory that leads to it.
    private String id(Gva first, int index) {
        return map.owners()
                .page(first, 2)
                .map(page -> new Thing.ShadowEntry(new SpteAt(page, index)).id())
                .orElse("zoom/piece/" + Hex.padded(first.raw(), 8));
    }

    private void piece(int i) {
        Sheet sheet = map.sheet();
        Gva first = new Gva(start() + i * Owners.PIECE);
        boolean here = gva().raw() >= first.raw() && gva().raw() < first.raw() + Owners.PIECE;
        double each = width() / (2 * PDES);
        double left = x() + i * each;
        double top = y() + GUEST + 4;
        if (!map.telling().all() || !map.aim().covers(first.raw())) {
            String id = id(first, map.owners().shadowPde(first));
            QuadrantPiece.secret(sheet, id, left + 1, top, each - 2, OWNER, name(first));
        } else {
            owner(first, here)
                    .draw(sheet, left + 1, top, each - 2, OWNER, name(first), page(first));
        }
        sheet.text(
                "zoom/start/" + Hex.padded(first.raw(), 8),
                left + 2,
                y() + GUEST + 4 + OWNER + 16,
                Hex.padded(first.raw(), 8),
                TextStyle.SMALL_NUMBER.in(Tone.PLAIN, here ? Ink.PLAIN : Ink.QUIET));
    }

    private QuadrantPiece owner(Gva first, boolean here) {
        int quadrant = Quadrant.ofAddress(first, 1);
        return new QuadrantPiece(
                id(first, map.owners().shadowPde(first)),
                PICTURES.get("zoom-bar.quadrant-2-from", quadrant, Hex.padded(first.raw(), 8)),
                QuadrantLabel.of(Portion.quarter(1, quadrant), map.telling()),
                map.owners().page(first, 1).isPresent(),
                map.aim().dealing(),
                here);
    }

    private String name(Gva first) {
        return "[" + map.owners().shadowPde(first) + "]";
    }

    private String page(Gva first) {
        return map.owners().page(first, 1).map(id -> "sp" + id).orElse("\u2013");
    }
}
