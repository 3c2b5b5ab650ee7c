package shadewalk.diagram.draw;

import static shadewalk.text.Texts.PICTURES;

import shadewalk.diagram.Extent;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;

/// A piece of the address space that belongs to one quadrant: a band in the quadrant's colour and
/// pattern, the label, and two lines of words.
///
/// @param label whose piece it is
/// @param made whether the shadow page it belongs to exists
/// @param bold whether its quadrant stands out all the same where the page does not exist
/// @param current whether it is the piece in question
public record QuadrantPiece(
        String id,
        String spoken,
        QuadrantLabel label,
        boolean made,
        boolean bold,
        boolean current) {

    private static final double BAND = 7;

    /// How far two lines are from the middle, where one is not wide enough.
    private static final double LINE = 8.5;

    /// Draws a piece that keeps its quadrant to itself: it is asked for, or not dealt out yet.
    public static void secret(
            Sheet sheet, String id, double x, double y, double width, double height, String words) {
        try (var _ = sheet.group(id, PICTURES.get("slot.no-quadrant-shown", words))) {
            Shape.Box box = sheet.box(id + "/box", x, y, width, height, 4, Tone.PLAIN, Fill.PANEL);
            sheet.label(box, words, TextStyle.NUMBER);
        }
    }

    /// Draws the piece; `upper` and `lower` stand beside the label.
    public void draw(
            Sheet sheet,
            double x,
            double y,
            double width,
            double height,
            String upper,
            String lower) {
        Tone colour = label.tone();
        Tone own = made ? colour : Tone.GHOST;
        try (var _ = sheet.group(id, spoken)) {
            Shape.Box box =
                    sheet.box(
                            id + "/box", x, y, width, height, 4, own, made ? Fill.TINT : Fill.NONE);
            sheet.box(
                    id + "/band",
                    x + 3,
                    box.bottom() - BAND - 3,
                    width - 6,
                    BAND,
                    2,
                    colour,
                    made || bold ? Fill.SWATCH : Fill.NONE);
            double middle = y + (height - BAND - 2) / 2;
            boolean fits = needs(upper, lower) < width;
            double first = fits ? middle : middle - LINE;
            double right = label.draw(sheet, id + "/q", x + 8, first, !made && !bold);
            double end = x + width - 8;
            words(sheet, right + 8, first, end, upper, fits ? middle : middle + LINE, lower);
            if (current) {
                // A colour of its own would hide whose piece it is.
                sheet.frame(id + "/frame", Extent.of(box).grown(0.5), Tone.PATH, Weight.STRONG);
            }
        }
    }

    /// How wide the piece must be for label and words in one line.
    private double needs(String upper, String lower) {
        return 8
                + label.width()
                + 8
                + TextStyle.NUMBER.width(upper)
                + 10
                + style().width(lower)
                + 8;
    }

    private TextStyle style() {
        return made ? TextStyle.NUMBER : TextStyle.SMALL;
    }

    private void words(
            Sheet sheet,
            double left,
            double middle,
            double right,
            String upper,
            double below,
            String lower) {
        sheet.textAt(id + "/upper", left, middle, upper, TextStyle.NUMBER.plain());
        sheet.textAt(
                id + "/lower",
                right,
                below,
                lower,
                style().in(Tone.PLAIN, made ? Ink.PLAIN : Ink.QUIET).end());
    }
}
