package shadewalk.diagram.quadrants;

import static shadewalk.text.Texts.PICTURES;

import java.util.ArrayList;
import java.util.List;
import shadewalk.bits.Hex;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.draw.Sheet;
import shadewalk.read.Quadrant;
import shadewalk.x86.Gva;

/// Both ways to reckon the quadrant, worked out for one address.
final class QuadrantFormulas {

    static final double HEIGHT = 106;
    private static final double LINE = 22;

    private QuadrantFormulas() {}

    static void draw(Sheet sheet, Gva gva, double x, double y, double width) {
        double half = (width - 16) / 2;
        panel(
                sheet,
                "formula/address",
                PICTURES.get("formulas.address-up-linux"),
                List.of(
                        "(gva >> (12 + 9*level)) & ((1 << level) - 1)",
                        byAddress(gva, 2),
                        byAddress(gva, 1)),
                x,
                y,
                half);
        panel(
                sheet,
                "formula/place",
                PICTURES.get("formulas.place-entry-above"),
                List.of(PICTURES.get("formulas.root-i-pae"), byPlace(gva, 2), byPlace(gva, 1)),
                x + half + 16,
                y,
                half);
    }

    /// The formulas as lines of text.
    static List<String> lines(Gva gva) {
        List<String> lines = new ArrayList<>();
        lines.add(PICTURES.get("formulas.address-gva-12"));
        lines.add("  " + byAddress(gva, 2));
        lines.add("  " + byAddress(gva, 1));
        lines.add(PICTURES.get("formulas.place-entry-above-2"));
        lines.add("  " + byPlace(gva, 2));
        lines.add("  " + byPlace(gva, 1));
        return lines;
    }

    private static String byAddress(Gva gva, int level) {
        int low = Quadrant.bits(level).low();
        return PICTURES.get(
                "formulas.level-0x",
                level,
                "%08x".formatted(gva.raw()),
                low,
                Hex.prefixed(gva.raw() >>> low),
                Quadrant.count(level) - 1,
                Quadrant.ofAddress(gva, level));
    }

    private static String byPlace(Gva gva, int level) {
        int place = Quadrant.place(gva, level);
        int quadrant = Quadrant.ofPlace(place, level);
        return level == 2
                ? PICTURES.get("formulas.level-2-pae", place, quadrant)
                : PICTURES.get("formulas.level-1-shadow", place, quadrant);
    }

    private static void panel(
            Sheet sheet,
            String id,
            String title,
            List<String> lines,
            double x,
            double y,
            double width) {
        try (var _ = sheet.group(id, title + ". " + String.join("; ", lines))) {
            sheet.box(id + "/panel", x, y, width, HEIGHT, 8, Tone.PLAIN, Fill.PANEL);
            sheet.text(id + "/title", x + 14, y + 23, title, TextStyle.HEADING.plain());
            for (int i = 0; i < lines.size(); i++) {
                sheet.text(
                        id + "/line" + i,
                        x + 14,
                        y + 46 + i * LINE,
                        lines.get(i),
                        TextStyle.NUMBER.in(Tone.PLAIN, i == 0 ? Ink.QUIET : Ink.PLAIN));
            }
        }
    }
}
