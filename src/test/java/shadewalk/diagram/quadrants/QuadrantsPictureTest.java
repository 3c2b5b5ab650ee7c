package shadewalk.diagram.quadrants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Fill;
import shadewalk.diagram.HandPlayed;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.Tone;
import shadewalk.read.Aim;
import shadewalk.read.OnStage;
import shadewalk.read.Picture;
import shadewalk.read.Quadrant;
import shadewalk.read.Seen;
import shadewalk.read.TableSizes;
import shadewalk.read.Telling;
import shadewalk.read.WalkStory;
import shadewalk.x86.Gva;

class QuadrantsPictureTest {

    private static final Telling OPEN = Telling.whileAsked(Picture.QUADRANTS);
    private static final Telling SILENT = Telling.whileAsked(Picture.WALK);

    private static final Gva GVA = new Gva(0xc0a0_1234L);
    private static final HandPlayed PLAYED = new HandPlayed().loadRoots().read(GVA.raw());

    @Test
    void theSpaceIsDealtOutInOrder() {
        Map<String, Shape> shapes = picture(Telling.ALL).byId();
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
        Map<String, Shape> shapes = picture(Telling.ALL).byId();
        List<String> current =
                shapes.values().stream()
                        .filter(s ->
                                s instanceof Shape.Path p
                                        && p.closed()
                                        && p.tone() == Tone.PATH
                                        && p.fill() == Fill.NONE)
                        .map(Shape::id)
                        .toList();
        assertEquals(List.of("pae_root/e3/frame", "sp3/spte5/frame", "lens/odds/pair"), current);
    }

    @Test
    void anOpenQuestionIsNotAnswered() {
        Diagram picture = picture(OPEN);
        assertEquals("A", text(picture.byId(), "lens/odds/title"));
        assertEquals("B", text(picture.byId(), "lens/halves/title"));
        assertFalse(picture.byId().containsKey("lens/halves/cross1"));
        assertFalse(picture.byId().containsKey("lens/odds/pair"));
        assertFalse(picture.description().contains("odd"));
        assertFalse(picture.byId().containsKey("formula/place"));
        assertEquals("q0", text(picture.byId(), "lens/odds/key0/text"));
        assertFalse(picture.byId().containsKey("pae_root/e0/q/of"));
        assertTrue(picture(Telling.ALL).byId().containsKey("pae_root/e0/q/of"));
        assertTrue(picture.plain().stream().noneMatch(line -> line.contains("level 1")));
        assertEquals(picture(Telling.ALL).width(), picture.width());
    }

    @Test
    void aQuestionOverAnotherPictureLeavesNoColoursToCount() {
        Diagram silent = picture(SILENT);
        Point place = middle(picture(OPEN).byId(), "lens/odds/column7");
        assertFalse(silent.byId().containsKey("lens/odds/column7"));
        assertTrue(silent.height() < place.y());
        Aim now = Aim.at(GVA);
        assertTrue(QuadrantsPicture.aimAt(seen(now, OPEN), place).isPresent());
        assertTrue(QuadrantsPicture.aimAt(seen(now, SILENT), place).isEmpty());
    }

    @Test
    void theSpaceIsDealtOutUpToTheCursorAndNoFurther() {
        Diagram picture = dealt(0x80a0_1234L, Telling.ALL);
        Map<String, Shape> shapes = picture.byId();
        assertEquals("q2", text(shapes, "pae_root/e2/q/text"));
        assertFalse(shapes.containsKey("pae_root/e3/q/text"));
        assertEquals("q1", text(shapes, "sp2/spte5/q/text"));
        assertFalse(shapes.containsKey("sp2/spte6/q/text"));
        assertEquals("A PD per GiB: 0 1 2", text(shapes, "dealt/directories"));
        assertEquals("A PT per 2 MiB: \u2026 0 1 0 1 0 1 0 1", text(shapes, "dealt/tables"));
        assertEquals("3 PDs and 1,030 PTs so far: 515 q0, 515 q1", text(shapes, "dealt/count"));
        assertTrue(shapes.containsKey("lens/odds/column5"));
        assertFalse(shapes.containsKey("lens/odds/column6"));
        assertEquals("level 1: shadow PDE 5 & 1 = 1", text(shapes, "formula/place/line2"));
        assertTrue(
                picture.plain()
                        .containsAll(
                                List.of(
                                        "level 2    |   q0    |   q1    |   q2    |         |",
                                        "level 1    | q0 | q1 | q0 | q1 | q0 | q1 |    |    |")));
    }

    @Test
    void dealingBeginsWithOneOfEachAndEndsWithAll() {
        Map<String, Shape> first = dealt(0, Telling.ALL).byId();
        assertEquals("1 PD and 1 PT so far: 1 q0, 0 q1", text(first, "dealt/count"));
        Map<String, Shape> last = dealt(0xffff_ffffL, Telling.ALL).byId();
        assertEquals("4 PDs and 2,048 PTs so far: 1,024 q0, 1,024 q1", text(last, "dealt/count"));
    }

    @Test
    void nothingIsDealtOutWhileAQuestionIsOpen() {
        assertEquals(picture(OPEN), dealt(GVA.raw(), OPEN));
    }

    private static Diagram dealt(long cursor, Telling telling) {
        return QuadrantsPicture.of(seen(Aim.dealtTo(new Gva(cursor)), telling));
    }

    @Test
    void bothFormulasAreWorkedOut() {
        assertTrue(
                picture(Telling.ALL)
                        .plain()
                        .containsAll(
                                List.of(
                                        "  level 1: 0xc0a01234 >> 21 = 0x605, & 1 = 1",
                                        "  level 1: shadow PDE 5 & 1 = 1")));
    }

    @Test
    void theMarksOfTheTextStandOverTheBars() {
        List<String> lines = picture(Telling.ALL).plain();
        String gib = line(lines, "GiB");
        String directories = line(lines, "level 2");
        for (int at = gib.indexOf('0'); at < gib.length(); at += 10) {
            assertEquals('|', directories.charAt(at));
            assertTrue(Character.isDigit(gib.charAt(at)), gib);
        }
        String mib = line(lines, "MiB");
        assertEquals('|', line(lines, "level 1").charAt(mib.indexOf("14")));
    }

    private static String line(List<String> lines, String start) {
        return lines.stream().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    @Test
    void everyAddressCanBeShown() {
        for (long gva : new long[] {0, 0x1f_ffff, 0x7fff_ffffL, 0xffff_ffffL}) {
            Diagram picture = QuadrantsPicture.of(seen(Aim.at(new Gva(gva)), Telling.ALL));
            assertTrue(picture.byId().size() > 100);
            assertTrue(picture.plain().stream().allMatch(line -> line.length() <= 72));
        }
    }

    @Test
    void pointingAtAPieceNamesAnAddressInIt() {
        Map<String, Shape> shapes = picture(Telling.ALL).byId();
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
        assertTrue(QuadrantsPicture.aimAt(seen(now, Telling.ALL), new Point(500, 5)).isEmpty());
    }

    private static Aim aim(Aim now, Point place) {
        return QuadrantsPicture.aimAt(seen(now, Telling.ALL), place).orElseThrow();
    }

    private static Point middle(Map<String, Shape> shapes, String id) {
        return Extent.of(Objects.requireNonNull(shapes.get(id))).middle();
    }

    private static Seen seen(Aim aim, Telling telling) {
        return new Seen(
                PLAYED.now(),
                WalkStory.at(aim.gva()),
                aim,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                TableSizes.of(PLAYED.now()),
                OnStage.ALL,
                telling);
    }

    private static Diagram picture(Telling telling) {
        return QuadrantsPicture.of(seen(Aim.at(GVA), telling));
    }

    private static String text(Map<String, Shape> shapes, String id) {
        return shapes.get(id) instanceof Shape.Text text ? text.text() : "no text " + id;
    }
}
