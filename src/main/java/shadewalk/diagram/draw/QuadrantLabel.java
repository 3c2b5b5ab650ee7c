package shadewalk.diagram.draw;

import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.read.Portion;
import shadewalk.read.Telling;

/// A quadrant as a filled label that says of how many it is one: `q1/4` of a directory, `q1/2` of a
/// page table. While a question may ask for that number it is just `q1`.
///
/// @param counted whether it says of how many it is one
public record QuadrantLabel(Portion part, boolean counted) {

    /// How wide a label is that says of how many it is one.
    static final double WIDE = 42;

    private static final double NARROW = 27;
    private static final double INSET = 5;

    public static QuadrantLabel of(Portion part, Telling telling) {
        return new QuadrantLabel(part, telling.all());
    }

    /// The tone of whose label it is.
    public Tone tone() {
        return Tone.of(part);
    }

    /// How wide it is.
    public double width() {
        return counted ? WIDE : NARROW;
    }

    /// Draws it from `x` to the right; returns where it ends.
    ///
    /// @param ghost whether there is nothing yet to have a label
    public double draw(Sheet sheet, String id, double x, double middle, boolean ghost) {
        Tone tone = ghost ? Tone.GHOST : tone();
        Fill fill = ghost ? Fill.NONE : Fill.SOLID;
        Shape.Box box = sheet.box(id, x, middle - 9, width(), 18, 3, tone, fill);
        Ink ink = ghost ? Ink.TONE : Ink.ON_SOLID;
        String name = "q" + part.quadrant();
        sheet.textAt(id + "/text", x + INSET, middle, name, TextStyle.NUMBER_BOLD.in(tone, ink));
        if (counted) {
            String of = "/" + part.parts();
            double behind = x + INSET + TextStyle.NUMBER_BOLD.width(name);
            sheet.textAt(id + "/of", behind, middle, of, TextStyle.SMALL_NUMBER.in(tone, ink));
        }
        return box.right();
    }
}
