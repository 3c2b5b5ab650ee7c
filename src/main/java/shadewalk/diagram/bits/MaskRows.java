package shadewalk.diagram.bits;

import java.util.Comparator;
import java.util.List;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.diagram.draw.Sheet;
import shadewalk.read.Mask;

/// Names of masks over or under a word, each with a line to its bits. The names stand in steps, so
/// that no line crosses a name.
final class MaskRows {

    private static final double ROW = 19;

    private final List<Mask> masks;
    private final Tone tone;

    MaskRows(List<Mask> masks, Tone tone) {
        this.masks =
                masks.stream()
                        .sorted(Comparator.comparingInt((Mask mask) -> mask.bits().low()))
                        .toList();
        this.tone = tone;
    }

    double height() {
        return masks.isEmpty() ? 0 : masks.size() * ROW + 8;
    }

    /// Draws the names above a word whose upper edge is `edge`: the rightmost bit's name on top.
    void above(Sheet sheet, String id, double edge) {
        draw(sheet, id, edge, -1);
    }

    /// Draws the names below a word whose lower edge is `edge`.
    void below(Sheet sheet, String id, double edge) {
        draw(sheet, id, edge, 1);
    }

    private void draw(Sheet sheet, String id, double edge, int way) {
        try (var _ = sheet.group(id, "masks")) {
            for (int i = 0; i < masks.size(); i++) {
                Mask mask = masks.get(i);
                double away = (masks.size() - i) * ROW - ROW / 2 + 8;
                mask(sheet, id + "/" + mask.name(), mask, edge, edge + way * away, way);
            }
        }
    }

    private void mask(Sheet sheet, String id, Mask mask, double edge, double middle, int way) {
        double left = Grid.left(mask.bits()) + 2;
        double right = left + Grid.width(mask.bits()) - 4;
        double x = mask.bits().width() == 1 ? Grid.middle(mask.bits()) : (left + right) / 2;
        sheet.line(id + "/bits", tone, Weight.STRONG, left, edge + way * 4, right, edge + way * 4);
        sheet.line(id + "/line", tone, Weight.HAIR, x, edge + way * 4, x, middle);
        sheet.line(id + "/tick", tone, Weight.HAIR, x, middle, x - 6, middle);
        sheet.textAt(id, x - 10, middle, mask.name(), TextStyle.SMALL_NUMBER.in(tone).end());
    }
}
