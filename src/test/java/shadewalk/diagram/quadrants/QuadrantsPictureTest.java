package shadewalk.diagram.quadrants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.HandPlayed;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.Tone;
import shadewalk.diagram.quadrants.QuadrantsPicture.Verdict;
import shadewalk.diagram.read.Quadrant;
import shadewalk.x86.Gva;

class QuadrantsPictureTest {

    private static final Gva GVA = new Gva(0xc0a0_1234L);
    private static final HandPlayed PLAYED = new HandPlayed().loadRoots().read(GVA.raw());

    @Test
    void theSpaceIsDealtOutInOrder() {
        Map<String, Shape> shapes = picture(Verdict.GIVEN).byId();
        for (int i = 0; i < 4; i++) {
            assertEquals("q" + i, text(shapes, "pae_root/e" + i + "/q/text"));
            assertEquals("sp" + i, text(shapes, "pae_root/e" + i + "/lower"));
        }
        assertEquals("q0", text(shapes, "sp3/spte4/q/text"));
        assertEquals("q1", text(shapes, "sp3/spte5/q/text"));
        assertEquals("q0", text(shapes, "sp3/spte6/q/text"));
    }

    @Test
    void thePieceInQuestionStandsOut() {
        Map<String, Shape> shapes = picture(Verdict.GIVEN).byId();
        List<String> current =
                shapes.values().stream()
                        .filter(s -> s instanceof Shape.Box b && b.tone() == Tone.CURRENT)
                        .map(Shape::id)
                        .toList();
        assertEquals(List.of("pae_root/e3/box", "sp3/spte5/box", "lens/odds/pair"), current);
    }

    @Test
    void anOpenQuestionIsNotAnswered() {
        Diagram picture = picture(Verdict.OPEN);
        assertEquals("A", text(picture.byId(), "lens/odds/title"));
        assertEquals("B", text(picture.byId(), "lens/halves/title"));
        assertFalse(picture.byId().containsKey("lens/halves/cross1"));
        assertFalse(picture.description().contains("odd"));
        assertFalse(picture.byId().containsKey("formula/place"));
        assertTrue(picture.plain().stream().noneMatch(line -> line.contains("level 1")));
        assertEquals(picture(Verdict.GIVEN).width(), picture.width());
    }

    @Test
    void bothFormulasAreWorkedOut() {
        assertTrue(
                picture(Verdict.GIVEN)
                        .plain()
                        .containsAll(
                                List.of(
                                        "  level 1: 0xc0a01234 >> 21 = 0x605, & 1 = 1",
                                        "  level 1: shadow PDE 5 & 1 = 1")));
    }

    @Test
    void everyAddressCanBeShown() {
        for (long gva : new long[] {0, 0x1f_ffff, 0x7fff_ffffL, 0xffff_ffffL}) {
            Diagram picture = QuadrantsPicture.of(PLAYED.now(), new Gva(gva), Verdict.GIVEN);
            assertTrue(picture.byId().size() > 100);
            assertTrue(picture.plain().stream().allMatch(line -> line.length() <= 72));
        }
    }

    @Test
    void pointingAtAPieceNamesAnAddressInIt() {
        Map<String, Shape> shapes = picture(Verdict.GIVEN).byId();
        Aim now = Aim.at(GVA);
        Aim quarter = aim(now, middle(shapes, "pae_root/e1/box"));
        assertEquals(1, Quadrant.ofAddress(quarter.gva(), 2));
        assertEquals(quarter.gva(), quarter.around());
        Aim piece = aim(now, middle(shapes, "sp3/spte6/box"));
        assertEquals(0xc0c0_0000L, piece.gva().raw() & ~0x1f_ffffL);
        assertEquals(GVA, piece.around(), "the enlargement does not run away");
        Extent column = Extent.of(Objects.requireNonNull(shapes.get("lens/odds/column7")));
        Point secondRow = new Point(column.middle().x(), column.top() + column.height() / 16 * 1.5);
        assertEquals(new Gva(0xc000_0000L + 39 * 0x20_0000L), aim(now, secondRow).gva());
        assertTrue(QuadrantsPicture.aimAt(PLAYED.now(), now, new Point(500, 5)).isEmpty());
    }

    private static Aim aim(Aim now, Point place) {
        return QuadrantsPicture.aimAt(PLAYED.now(), now, place).orElseThrow();
    }

    private static Point middle(Map<String, Shape> shapes, String id) {
        return Extent.of(Objects.requireNonNull(shapes.get(id))).middle();
    }

    private static Diagram picture(Verdict verdict) {
        return QuadrantsPicture.of(PLAYED.now(), GVA, verdict);
    }

    private static String text(Map<String, Shape> shapes, String id) {
        return shapes.get(id) instanceof Shape.Text text ? text.text() : "no text " + id;
    }
}
