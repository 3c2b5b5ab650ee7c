package shadewalk.diagram.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Point;
import shadewalk.read.Aim;
import shadewalk.read.Picture;
import shadewalk.read.TableSizes;
import shadewalk.read.View;
import shadewalk.ui.session.Runs;
import shadewalk.x86.Gva;

class ReachPictureTest {

    private static final Gva GVA = new Gva(0xc0a0_1234L);
    private static final View VIEW =
            View.of(Picture.REACH, Runs.twoHalves(), 0, GVA).at(Aim.at(GVA));

    @Test
    void saysWhyFourAndTwo() {
        String words = String.join(" ", drawn(VIEW).plain());
        assertTrue(words.contains("4 GiB / 1 GiB = 4 shadow directories"), words);
        assertTrue(words.contains("4 MiB / 2 MiB = 2 shadow tables"), words);
        assertTrue(words.contains("bit 21 of the address chooses: 1, q1"), words);
    }

    @Test
    void withEntriesOfEightBytesOneIsEnough() {
        Diagram alike = drawn(VIEW.sized(new TableSizes(8, 4096)));
        String words = String.join(" ", alike.plain());
        assertTrue(words.contains("2 MiB / 2 MiB = 1 shadow table"), words);
        assertFalse(alike.byId().containsKey("reach/level1/shadow1"));
    }

    @Test
    void aPlaceOfAScaleIsAnAddress() {
        Diagram drawn = drawn(VIEW);
        Point upper = middle(drawn, "reach/level2/guest");
        assertEquals(0x8000_0234L, aimed(upper));
        Point lower = middle(drawn, "reach/level1/guest");
        assertEquals(0xc0a0_0234L, aimed(lower));
        assertTrue(ReachPicture.aimAt(VIEW.seen(), new Point(5, 5)).isEmpty());
    }

    @Test
    void whileAQuestionIsOpenOnlyOneShadowTableIsDrawn() {
        Diagram asked = drawn(VIEW.asked());
        assertTrue(asked.byId().containsKey("reach/level2/shadow0"));
        assertFalse(asked.byId().containsKey("reach/level2/shadow1"));
        assertFalse(asked.plain().toString().contains("q1"), asked.plain().toString());
    }

    private static long aimed(Point place) {
        return ReachPicture.aimAt(VIEW.seen(), place).orElseThrow().gva().raw();
    }

    private static Diagram drawn(View view) {
        return ReachPicture.of(view.seen());
    }

    private static Point middle(Diagram drawn, String id) {
        return Extent.of(Objects.requireNonNull(drawn.byId().get(id))).middle();
    }
}
