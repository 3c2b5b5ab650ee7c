package shadewalk.diagram.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Shape;
import shadewalk.diagram.Tone;

class DrawnPlacesTest {

    private static final Shape.Box FRAME = box("sp4/spte1/bits50-12", 100);
    private static final Shape.Box MMIO = box("sp4/spte1/bits51-51", 60);
    private static final Shape.Box WORD = box("sp4/spte1", 0);

    private final DrawnPlaces places =
            new DrawnPlaces(
                    new Diagram(300, 40, "", "", "", List.of(), List.of(WORD, MMIO, FRAME)));

    private static Shape.Box box(String id, double x) {
        return new Shape.Box(id, x, 0, 40, 40, 0, Tone.PLAIN, Fill.SOLID);
    }

    @Test
    void bitsThatShareACellAreWhereItIs() {
        assertEquals(Optional.of(Extent.of(FRAME)), places.find("sp4/spte1/bits39-12"));
        assertEquals(Optional.of(Extent.of(MMIO)), places.find("sp4/spte1/bits51-51"));
    }

    @Test
    void bitsInNoCellAreWhereTheirWordIs() {
        assertEquals(Optional.of(Extent.of(WORD)), places.find("sp4/spte1/bits52-12"));
        assertNotEquals(Optional.of(Extent.of(FRAME)), places.find("sp5/spte1/bits39-12"));
    }
}
