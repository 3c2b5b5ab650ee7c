package shadewalk.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LessonOutlineTest {

    /// The height of a row with words of 13 pixels.
    private static final double ROW = 20;

    @Test
    void aWindowOf800PixelsShowsTwelveSteps() {
        assertTrue(LessonOutline.share(755, ROW) >= 12 * ROW);
    }

    @Test
    void whereThereIsLittleRoomWhatIsToldKeepsMostOfIt() {
        assertEquals(111, LessonOutline.share(555, 22));
        assertEquals(119, LessonOutline.share(595, 3 * ROW));
    }
}
