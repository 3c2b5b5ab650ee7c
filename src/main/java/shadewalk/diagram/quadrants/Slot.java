package shadewalk.diagram.quadrants;

import static shadewalk.text.Texts.PICTURES;

import shadewalk.diagram.Fill;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.draw.Sheet;

/// A piece of the address space that keeps its quadrant to itself: it is asked for, or not dealt
/// out yet.
final class Slot {

    private Slot() {}

    static void draw(
            Sheet sheet, String id, double x, double y, double width, double height, String words) {
        try (var _ = sheet.group(id, PICTURES.get("slot.no-quadrant-shown", words))) {
            Shape.Box box = sheet.box(id + "/box", x, y, width, height, 4, Tone.PLAIN, Fill.PANEL);
            sheet.label(box, words, TextStyle.NUMBER);
        }
    }
}
