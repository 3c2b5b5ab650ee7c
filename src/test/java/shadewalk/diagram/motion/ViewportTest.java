package shadewalk.diagram.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Point;

class ViewportTest {

    @Test
    void aDiagramThatFitsIsWholeAndInTheMiddle() {
        Viewport view = Viewport.fitting(1000, 500, 800, 800, 2);
        Extent seen = view.visible(800, 800);
        assertTrue(seen.contains(0, 0) && seen.contains(1000, 500));
        assertEquals(500, seen.middle().x(), 0.001);
        assertEquals(250, seen.middle().y(), 0.001);
        assertTrue(view.fits());
    }

    @Test
    void zoomingKeepsThePointUnderThePointer() {
        Viewport view = Viewport.fitting(1000, 500, 800, 600, 2);
        Point before = view.unit(123, 456);
        Viewport closer = view.zoomed(1.7, 123, 456);
        assertEquals(before.x(), closer.unit(123, 456).x(), 0.001);
        assertEquals(before.y(), closer.unit(123, 456).y(), 0.001);
        assertFalse(closer.fits());
    }

    @Test
    void zoomHasEnds() {
        Viewport view = Viewport.fitting(1000, 500, 800, 600, 2);
        for (int i = 0; i < 100; i++) {
            view = view.zoomed(2, 0, 0);
        }
        assertEquals(Viewport.LARGEST, view.scale());
    }
}
