package shadewalk.diagram.draw;

import shadewalk.diagram.Anchor;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;

/// A piece of the address space that belongs to one quadrant: a band in the quadrant's colour and
/// pattern, the label, and two lines of words.
///
/// @param made whether the shadow page it belongs to exists
/// @param current whether it is the piece in question
public record Piece(String id, String spoken, int quadrant, boolean made, boolean current) {

    private static final double BAND = 7;

    /// Draws the piece; `upper` and `lower` stand beside the label.
    public void draw(
            Sheet sheet,
            double x,
            double y,
            double width,
            double height,
            String upper,
            String lower) {
        Tone own = made ? Tone.quadrant(quadrant) : Tone.GHOST;
        sheet.group(
                id,
                spoken,
                "",
                () -> {
                    Shape.Box box =
                            sheet.box(
                                    id + "/box",
                                    x,
                                    y,
                                    width,
                                    height,
                                    4,
                                    current ? Tone.CURRENT : own,
                                    current || made ? Fill.TINT : Fill.NONE);
                    sheet.box(
                            id + "/band",
                            x + 3,
                            box.bottom() - BAND - 3,
                            width - 6,
                            BAND,
                            2,
                            Tone.quadrant(quadrant),
                            made ? Fill.SWATCH : Fill.NONE);
                    double middle = y + (height - BAND - 2) / 2;
                    double right = Card.label(sheet, id + "/q", x + 8, middle, quadrant, !made);
                    words(sheet, right + 8, middle, x + width - 8, upper, lower);
                });
    }

    private void words(
            Sheet sheet, double left, double middle, double right, String upper, String lower) {
        sheet.textAt(
                id + "/upper",
                left,
                middle,
                upper,
                TextStyle.NUMBER,
                Anchor.START,
                Tone.PLAIN,
                Ink.PLAIN);
        sheet.textAt(
                id + "/lower",
                right,
                middle,
                lower,
                made ? TextStyle.NUMBER : TextStyle.SMALL,
                Anchor.END,
                Tone.PLAIN,
                made ? Ink.PLAIN : Ink.QUIET);
    }
}
