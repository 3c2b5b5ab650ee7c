package shadewalk.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.HandPlayed;
import shadewalk.diagram.bits.BitsPicture;
import shadewalk.diagram.walk.WalkPicture;
import shadewalk.state.MmuEvent;
import shadewalk.state.State;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;
import shadewalk.x86.Pfn;

class FormerEntryTest {

    private static final Gva GVA = new Gva(0xc0a0_1234L);
    private static final State SYNCED = new HandPlayed().loadRoots().read(GVA.raw()).now();

    /// The guest has put another entry in the place of the one that names gfn 17.
    private static State rewritten(long entry) {
        return SYNCED.after(
                new MmuEvent.MemoryWritten(
                        new Gpa(0x2804),
                        new Pfn(0x40_0002),
                        4,
                        0x11067,
                        entry,
                        MmuEvent.Writer.GUEST));
    }

    private static Optional<Gfn> former(State state) {
        return FormerEntry.of(state, TwinWalk.of(state, GVA)).map(FormerEntry::gfn);
    }

    @Test
    void anEntryThatNamesAnotherFrameOrNoneLeavesTheOldOneStanding() {
        assertEquals(Optional.of(new Gfn(0x11)), former(rewritten(0x15067)));
        assertEquals(Optional.of(new Gfn(0x11)), former(rewritten(0)));
    }

    @Test
    void anEntryThatNamesTheSameFrameIsNoFormerOne() {
        assertEquals(Optional.empty(), former(SYNCED));
        assertEquals(Optional.empty(), former(rewritten(0x11047)));
    }

    @Test
    void anEntryWithOtherRightsLeavesTheOldOnesStanding() {
        assertEquals("wux, not -ux", rights(rewritten(0x11065)).orElseThrow());
        assertEquals("wux, not w-x", rights(rewritten(0x11063)).orElseThrow());
        assertEquals(Optional.empty(), rights(rewritten(0x11027)), "clean: D is no right");
        EntryPair pair = EntryPair.last(rewritten(0x11065), GVA);
        assertEquals(List.of(), BitFates.of(pair));
        assertTrue(BitsPicture.of(pair, Set.of(), Telling.ALL).byId().containsKey("former"));
    }

    @Test
    void otherRightsToTheSameFrameKeepThePagesJoined() {
        Diagram picture = WalkPicture.of(Sights.of(rewritten(0x11065), WalkStory.at(GVA)));
        assertTrue(picture.byId().containsKey("memslot/line"));
        assertTrue(String.join(" ", picture.plain()).contains("with the rights wux, not -ux"));
    }

    /// The rights then and now that are told.
    private static Optional<String> rights(State state) {
        return FormerEntry.of(state, TwinWalk.of(state, GVA))
                .map(former ->
                        former.words(Telling.ALL)
                                .orElseThrow()
                                .replaceFirst(".*rights (.*?);.*", "$1"));
    }

    @Test
    void theBitsDrawNoFates() {
        EntryPair pair = EntryPair.last(rewritten(0x15067), GVA);
        assertEquals(List.of(), BitFates.of(pair));
        Diagram picture = BitsPicture.of(pair, Set.of(), Telling.ALL);
        assertTrue(picture.byId().containsKey("former"));
        assertFalse(picture.byId().containsKey("fate/frame"));
        assertTrue(String.join(" ", picture.plain()).contains("which pointed to gfn 11"));
    }

    @Test
    void howLongItStandsIsNotToldWhileThatIsAsked() {
        EntryPair pair = EntryPair.last(rewritten(0x15067), GVA);
        Diagram open = BitsPicture.of(pair, Set.of(), Telling.whileAsked(Picture.BITS));
        Diagram told = BitsPicture.of(pair, Set.of(), Telling.ALL);
        for (Diagram picture : List.of(open, told)) {
            String words = String.join(" ", picture.plain()) + picture.description();
            assertTrue(words.contains("which pointed to gfn 11"), words);
            assertEquals(picture.equals(told), words.contains("brought up to date"), words);
        }
    }

    @Test
    void theWalkDoesNotJoinTheTwoPages() {
        State state = rewritten(0x15067);
        Diagram picture = WalkPicture.of(Sights.of(state, WalkStory.at(GVA)));
        assertTrue(picture.byId().containsKey("former"));
        assertFalse(picture.byId().containsKey("memslot/line"));
        assertTrue(String.join(" ", picture.plain()).contains("which pointed to gfn 11"));
        assertTrue(
                WalkPicture.of(Sights.of(SYNCED, WalkStory.at(GVA)))
                        .byId()
                        .containsKey("memslot/line"));
    }

    @Test
    void howLongItLivesOnIsNotToldWhileAQuestionIsOpen() {
        State state = rewritten(0x15067);
        String told = WalkPicture.of(Sights.of(state, WalkStory.at(GVA))).description();
        String asked =
                WalkPicture.of(Sights.asked(Sights.of(state, WalkStory.at(GVA)), Picture.WALK))
                        .description();
        assertTrue(told.contains("was made from an earlier guest entry"), told);
        assertFalse(asked.contains("was made from an earlier guest entry"), asked);
    }
}
