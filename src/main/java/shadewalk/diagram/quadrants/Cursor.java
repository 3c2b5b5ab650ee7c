package shadewalk.diagram.quadrants;

import shadewalk.diagram.Anchor;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Point;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.draw.Sheet;

/// A marker that points down at a place of a bar, with words beside it.
final class Cursor {

    private Cursor() {}

    static void draw(
            Sheet sheet,
            String id,
            double at,
            double tip,
            double left,
            double right,
            String words) {
        double size = 7;
        sheet.area(
                id + "/beak",
                Tone.PATH,
                Fill.SOLID,
                new Point(at, tip),
                new Point(at - size, tip - 11),
                new Point(at + size, tip - 11));
        double width = TextStyle.NUMBER_BOLD.width(words);
        boolean fits = at + size + 6 + width < right;
        sheet.text(
                id + "/words",
                fits ? at + size + 5 : Math.max(at - size - 5, left + width),
                tip - 1,
                words,
                TextStyle.NUMBER_BOLD.in(Tone.PATH).at(fits ? Anchor.START : Anchor.END));
    }
}
