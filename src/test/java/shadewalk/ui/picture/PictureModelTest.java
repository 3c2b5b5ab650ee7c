package shadewalk.ui.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Shape;
import shadewalk.read.Mask;
import shadewalk.read.Picture;
import shadewalk.read.Telling;
import shadewalk.read.Thing;
import shadewalk.read.ThingIds;
import shadewalk.scenario.Ran;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;
import shadewalk.ui.session.Session;
import shadewalk.x86.Gva;

class PictureModelTest {

    private static final Scenario SCENARIO = scenario();

    private final Session session = session();
    private final PictureModel model = new PictureModel(session);

    PictureModelTest() {
        model.setMachine(() -> Optional.of(SCENARIO.machine()));
    }

    private static Scenario scenario() {
        try {
            return ScenarioText.parse(
                    "picture",
                    """
                    mode 32
                    cr0 0x80000011
                    cr3 0x1000
                    memslot 0 0x0 0x01000000
                    mem32 0x00001c08 0x00005007
                    mem32 0x00005004 0x00013007
                    mem32 0x00005804 0x00014007
                    ops
                    read s 0xc0801234
                    read s 0xc0a01234
                    """);
        } catch (ScenarioProblem e) {
            throw new AssertionError(e);
        }
    }

    private static Session session() {
        var run = Ran.of(SCENARIO);
        Session session = new Session(run);
        session.toEnd();
        return session;
    }

    private Thing thing(String id) {
        return ThingIds.of(id).orElseThrow();
    }

    @Test
    void theBitsFollowWhatIsSelected() {
        model.viewProperty().set(Picture.BITS);
        assertTrue(model.diagram().byId().containsKey("gfn5/e513"));
        session.select(thing("gfn1/e770"));
        assertTrue(model.diagram().byId().containsKey("sp3/spte5"), "its twin on the way");
        session.select(thing("sp4/spte1"));
        assertTrue(model.diagram().byId().containsKey("gfn5/e1"), "the other half's entry");
    }

    @Test
    void aClickOnABitFlipsItAndAnotherFlipsItBack() {
        model.viewProperty().set(Picture.BITS);
        assertTrue(model.pick("gfn5/e513/bits2-2/box"));
        assertEquals("What if U/S were 0?", title());
        assertTrue(model.pick("gfn5/e513/bits2-2/value"));
        assertEquals("What becomes of each bit", title());
        assertFalse(model.pick("gfn5/e513/bits31-12/box"), "no single bit");
        assertFalse(model.pick("sp5/spte1/bits2-2/box"), "KVM's entry, not the guest's");
    }

    @Test
    void everyBitCanBeFlippedByKey() {
        model.viewProperty().set(Picture.BITS);
        int flips = 0;
        for (model.flipNext(1); title().startsWith("What if "); model.flipNext(1)) {
            flips++;
        }
        assertEquals(9, flips, "G PAT D A PCD PWT U/S R/W P");
    }

    @Test
    void anOpenQuestionIsNotAnsweredByTryingOut() {
        model.viewProperty().set(Picture.BITS);
        model.tellingProperty().set(Telling.whileAsked(Picture.BITS));
        assertFalse(model.pick("gfn5/e513/bits2-2/box"));
        assertEquals("What becomes of each bit", title());
    }

    @Test
    void whatWasTriedOutEndsWithTheMoment() {
        model.viewProperty().set(Picture.BITS);
        model.flipNext(1);
        session.eventBack();
        assertEquals("What becomes of each bit", title());
    }

    @Test
    void masksLieOverTheBits() {
        model.viewProperty().set(Picture.BITS);
        model.masks(Mask.Family.SHADOW).set(true);
        assertTrue(model.diagram().byId().containsKey("shadow/masks/SPTE_MMU_PRESENT_MASK"));
        model.masks(Mask.Family.SHADOW).set(false);
        assertFalse(model.diagram().byId().containsKey("shadow/masks/SPTE_MMU_PRESENT_MASK"));
    }

    @Test
    void theCursorOfTheQuadrantsFollowsAndAClickKeepsIt() {
        model.viewProperty().set(Picture.QUADRANTS);
        Gva before = model.address();
        var quarter = Extent.of(shape("map/pde/1")).middle();
        model.pointAt(Optional.of(quarter));
        assertEquals("shadow PDE", words("formula/place/line2").substring(9, 19));
        assertEquals("level 2: pae_root[1] = 1", words("formula/place/line1"));
        model.pointAt(Optional.empty());
        assertEquals("level 2: pae_root[3] = 3", words("formula/place/line1"));
        assertEquals(before, model.address());
        model.pointAt(Optional.of(quarter));
        model.tellingProperty().set(Telling.whileAsked(Picture.QUADRANTS));
        assertFalse(model.pick(""));
        model.move(0x20_0000);
        assertEquals(before, model.address(), "another address could answer the question");
        model.tellingProperty().set(Telling.ALL);
        assertTrue(model.pick(""));
        assertEquals(1, model.address().raw() >>> 30);
    }

    @Test
    void whoAskedForAnotherAddressComesBack() {
        Gva told = model.address();
        Gva author = new Gva(0xc000_5000L);
        model.where().ask(told);
        assertFalse(model.where().elsewhereProperty().get(), "it is shown already");
        model.where().stage(author);
        assertEquals(author, model.address());
        assertFalse(model.where().elsewhereProperty().get(), "nobody asked");
        model.where().ask(new Gva(0x40_0000L));
        assertTrue(model.where().elsewhereProperty().get());
        model.where().back();
        assertEquals(author, model.address());
        model.where().ask(new Gva(0x40_0000L));
        model.where().ask(author);
        assertFalse(model.where().elsewhereProperty().get(), "that is home");
        model.where().follow();
        assertEquals(told, model.address());
    }

    @Test
    void theAddressMovesUpTheSpaceByPieces() {
        model.viewProperty().set(Picture.QUADRANTS);
        model.move(0x20_0000);
        assertEquals(new Gva(0xc0c0_0000L), model.address());
        model.move(-0x20_0000);
        assertEquals(new Gva(0xc0a0_0000L), model.address());
        model.move(1L << 30);
        assertEquals(new Gva(0), model.address(), "round the end of the space");
    }

    @Test
    void theSpaceIsDealtOutByHandAndAStepOrAQuestionEndsIt() {
        var can = model.canDeal();
        assertFalse(can.get(), "not in the walk");
        model.viewProperty().set(Picture.QUADRANTS);
        assertTrue(can.get());
        model.dealing().playingProperty().set(true);
        assertEquals(new Gva(0), model.address());
        assertEquals("1 PD and 1 PT so far: 1 q0, 0 q1", words("dealt/count"));
        model.move(0x20_0000);
        assertEquals("1 PD and 2 PTs so far: 1 q0, 1 q1", words("dealt/count"));
        Gva before = model.address();
        model.pointAt(Optional.of(Extent.of(shape("map/pde/1")).middle()));
        assertEquals(before, model.address(), "it does not run after the pointer");
        assertTrue(model.drag(Extent.of(shape("map/pde/1")).middle()));
        assertEquals(1, model.address().raw() >>> 30);
        assertFalse(model.drag(Extent.of(shape("title")).middle()));
        session.jump(session.position() - 1);
        assertFalse(model.dealing().isOn());
        model.dealing().playingProperty().set(true);
        model.tellingProperty().set(Telling.whileAsked(Picture.QUADRANTS));
        assertFalse(model.dealing().isOn());
        assertFalse(can.get());
    }

    @Test
    void onlyWhatIsThereIsFound() {
        assertTrue(model.find(thing("sp3/spte5")));
        assertEquals(Optional.of(thing("sp3/spte5")), session.selectionProperty().get());
        assertFalse(model.find(thing("sp77")));
        assertFalse(model.find(thing("gfnfffff")));
    }

    @Test
    void thingsAreWrittenAsThePicturesWriteThem() {
        assertEquals(thing("sp12/spte5"), ThingIds.typed("sp12[5]").orElseThrow());
        assertEquals(thing("gfn1f/e770"), ThingIds.typed("GFN 1f[770]").orElseThrow());
        assertEquals(thing("pae_root/e3"), ThingIds.typed("pae_root[3]").orElseThrow());
        assertTrue(ThingIds.typed("0xc0801234").isEmpty());
        assertTrue(ThingIds.typed("spam").isEmpty());
    }

    private String title() {
        return words("title");
    }

    private String words(String id) {
        return shape(id) instanceof Shape.Text text ? text.text() : id + " is no text";
    }

    private Shape shape(String id) {
        return Optional.ofNullable(model.diagram().byId().get(id)).orElseThrow();
    }
}
