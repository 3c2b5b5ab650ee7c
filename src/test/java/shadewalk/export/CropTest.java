package shadewalk.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Shape;
import shadewalk.diagram.Tone;

class CropTest {

    private static final Diagram PICTURE =
            new Diagram(
                    400,
                    300,
                    "title",
                    "told",
                    "",
                    List.of("plain"),
                    List.of(box("sp1", 10, 10), box("sp2", 300, 200)));

    @Test
    void aPartIsMovedToTheCornerAndLeavesTheRestOut() {
        Diagram part = Crop.to(PICTURE, new Extent(290, 190, 390, 290));
        assertEquals(List.of(box("sp2", 10, 10)), part.shapes());
        assertEquals(100, part.width());
        assertEquals(100, part.height());
        assertEquals(PICTURE.plain(), part.plain());
    }

    @Test
    void aThingKeepsItsSurroundingsButNotWhatLiesOutsideThePicture() {
        assertEquals(new Extent(0, 0, 98, 88), Crop.around(PICTURE, List.of("sp1")).orElseThrow());
        assertTrue(Crop.around(PICTURE, List.of("sp9")).isEmpty());
    }

    @Test
    void nonsenseBecomesTheNearestPart() {
        Extent part = Crop.within(PICTURE, new Extent(900, -50, 700, 99_999));
        assertEquals(new Extent(399, 0, 400, 300), part);
    }

    @Test
    void anOutlineStandsAroundItsThing() {
        Diagram outlined = Outline.around(PICTURE, "sp2");
        assertEquals(place(PICTURE, "sp2").grown(1), place(outlined, "selection"));
        assertFalse(Outline.around(PICTURE, "sp9").byId().containsKey("selection"));
    }

    private static Extent place(Diagram picture, String id) {
        return Extent.of(Objects.requireNonNull(picture.byId().get(id)));
    }

    private static Shape box(String id, double x, double y) {
        return new Shape.Box(id, x, y, 40, 30, 4, Tone.SHADOW, Fill.TINT);
    }
}
