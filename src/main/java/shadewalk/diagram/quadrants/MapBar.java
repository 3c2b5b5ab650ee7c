package shadewalk.diagram.quadrants;

import static shadewalk.text.Texts.PICTURES;

import java.util.Optional;
import shadewalk.bits.Hex;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.draw.QuadrantLabel;
import shadewalk.diagram.draw.QuadrantPiece;
import shadewalk.diagram.draw.Sheet;
import shadewalk.read.Aim;
import shadewalk.read.Portion;
import shadewalk.read.Quadrant;
import shadewalk.read.Telling;
import shadewalk.read.Thing;
import shadewalk.x86.Gva;

/// The 4 GiB of the address space, dealt out to the four shadow page directories.
///
/// @param telling whether it says of how many a quadrant is one
record MapBar(
        Sheet sheet, Owners owners, Aim aim, double x, double y, double width, Telling telling) {

    private static final double PDES = 24;
    private static final double OWNER = 44;
    private static final double MADE = 9;
    private static final double LEAST_TICK = 1.5;

    /// Where an address stands in the bar, across.
    double at(long address) {
        return x + width * address / Owners.SPACE;
    }

    double bottom() {
        return y + 24 + PDES + 4 + OWNER + 3 + MADE;
    }

    /// The address that a place of the bar stands for, if the place is in the bar.
    Optional<Gva> address(Point place) {
        boolean inside = place.y() > y && place.y() < bottom();
        double share = (place.x() - x) / width;
        return inside && share >= 0 && share < 1
                ? Optional.of(new Gva((long) (share * Owners.SPACE)))
                : Optional.empty();
    }

    void draw() {
        try (var _ = sheet.group("map", PICTURES.get("map-bar.4-gib-address"))) {
            for (int quadrant = 0; quadrant < 4; quadrant++) {
                quarter(quadrant);
            }
            made();
            cursor();
        }
    }

    /// A tick for each 2 MiB that a shadow page table stands for.
    private void made() {
        double top = bottom() - MADE;
        sheet.box("map/made/ground", x + 1, top, width - 2, MADE, 2, Tone.PLAIN, Fill.PANEL);
        double each = Math.max(width * Owners.PIECE / Owners.SPACE, LEAST_TICK);
        for (Gva piece : owners.madePieces()) {
            if (!aim.covers(piece.raw())) {
                break;
            }
            sheet.box(
                    "map/made/" + Hex.padded(piece.raw(), 8),
                    Math.min(at(piece.raw()), x + width - each),
                    top,
                    each,
                    MADE,
                    0,
                    Tone.of(Portion.quarter(1, Quadrant.ofAddress(piece, 1))),
                    Fill.SOLID);
        }
    }

    private void quarter(int quadrant) {
        long start = quadrant * Owners.QUARTER;
        double left = at(start);
        double each = width / 4;
        Shape.Box pdes =
                sheet.box(
                        "map/pde/" + quadrant,
                        left + 1,
                        y + 24,
                        each - 2,
                        PDES,
                        4,
                        Tone.GUEST,
                        Fill.TINT);
        sheet.label(
                pdes,
                PICTURES.get("map-bar.guest-pde-1", quadrant * 256, quadrant * 256 + 255),
                TextStyle.SMALL);
        owner(quadrant, start, left, each);
    }

    private void owner(int quadrant, long start, double left, double each) {
        double top = y + 24 + PDES + 4;
        if (!aim.covers(start)) {
            String id = new Thing.RootEntry(quadrant).id();
            QuadrantPiece.secret(sheet, id, left + 1, top, each - 2, OWNER, Hex.padded(start, 8));
            return;
        }
        Gva first = new Gva(start);
        String page = owners.page(first, 2).map(id -> new Thing.ShadowTable(id).id()).orElse("");
        boolean here = Quadrant.ofAddress(aim.gva(), 2) == quadrant;
        new QuadrantPiece(
                        new Thing.RootEntry(quadrant).id(),
                        PICTURES.get(
                                telling.all()
                                        ? "map-bar.quadrant-of-4-from"
                                        : "map-bar.quadrant-from",
                                quadrant,
                                Hex.padded(start, 8)),
                        QuadrantLabel.of(Portion.quarter(2, quadrant), telling),
                        !page.isEmpty(),
                        aim.dealing(),
                        here)
                .draw(
                        sheet,
                        left + 1,
                        top,
                        each - 2,
                        OWNER,
                        Hex.padded(start, 8),
                        page.isEmpty() ? PICTURES.get("map-bar.not-made") : page);
    }

    /// A marker above the bar at the address in question.
    private void cursor() {
        long gva = aim.gva().raw();
        Cursor.draw(sheet, "map/cursor", at(gva), y + 22, x, x + width, Hex.padded(gva, 8));
    }
}
