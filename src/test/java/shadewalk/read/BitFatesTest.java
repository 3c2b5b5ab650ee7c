package shadewalk.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import shadewalk.bits.Field;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.HandPlayed;
import shadewalk.diagram.bits.BitsPicture;
import shadewalk.read.BitFate.Kind;
import shadewalk.state.State;
import shadewalk.x86.Gva;

class BitFatesTest {

    private static final Gva CLEAN = new Gva(0xc080_1234L);
    private static final Gva DIRTY = new Gva(0xc0a0_1234L);
    private static final State STATE =
            new HandPlayed().loadRoots().read(CLEAN.raw()).read(DIRTY.raw()).now();

    @Test
    void theBitsOfOneMeaningAreKept() {
        assertEquals(
                Set.of("P", "R/W", "U/S", "A", "D"),
                names(EntryPair.last(STATE, DIRTY), Kind.KEPT));
    }

    @Test
    void whatTheShadowHasNoUseForIsDropped() {
        assertEquals(
                Set.of("PWT", "PCD", "PAT", "G", "AVL"),
                names(EntryPair.last(STATE, DIRTY), Kind.DROPPED));
    }

    @Test
    void anEmptyShadowEntrySaysSoInTheirPlace() {
        State roots = new HandPlayed().loadRoots().now();
        EntryPair pair = EntryPair.of(roots, CLEAN, 2);
        assertEquals(List.of(), BitFates.of(pair));
        Diagram picture = BitsPicture.of(pair, Set.of(), Telling.ALL);
        String words = "SPTE 4 in sp3 is empty: nothing is linked there yet.";
        assertTrue(picture.byId().containsKey("empty"));
        assertTrue(String.join(" ", picture.plain()).contains(words), picture.plain()::toString);
        assertTrue(picture.description().contains(words));
    }

    @Test
    void theFrameNumberBecomesAnotherKindOfNumber() {
        BitFate frame = fate(EntryPair.last(STATE, DIRTY), "FRAME");
        assertEquals(Kind.MOVED, frame.kind());
        Field to = frame.shadow();
        assertEquals("PFN", to == null ? "" : to.name());
    }

    @Test
    void aCleanPageIsNotWritable() {
        BitFate write = fate(EntryPair.last(STATE, CLEAN), "R/W");
        assertEquals("withheld", write.word());
        assertTrue(write.why().contains("clean"), write.why());
    }

    @Test
    void theRightsOfADirectoryEntryMoveToTheChildsRole() {
        EntryPair pair = EntryPair.of(STATE, DIRTY, 2);
        assertEquals(Set.of("R/W", "U/S", "FRAME"), names(pair, Kind.MOVED));
        assertEquals(Set.of("A", "PWT", "PCD", "PS", "AVL"), names(pair, Kind.DROPPED));
    }

    @Test
    void withoutAShadowEntryThereIsNothingToCompare() {
        EntryPair pair = EntryPair.last(new HandPlayed().loadRoots().now(), DIRTY);
        assertEquals(List.of(), BitFates.of(pair));
    }

    @Test
    void everyPairCanBeDrawnWithAndWithoutMasks() {
        for (State state :
                List.of(STATE, new HandPlayed().now(), new HandPlayed().loadRoots().now())) {
            for (EntryPair pair :
                    List.of(
                            EntryPair.last(state, DIRTY),
                            EntryPair.of(state, DIRTY, 2),
                            EntryPair.last(state, new Gva(0)))) {
                for (Set<Mask.Family> masks :
                        List.of(Set.<Mask.Family>of(), Set.of(Mask.Family.values()))) {
                    Diagram picture = BitsPicture.of(pair, masks, Telling.ALL);
                    assertTrue(picture.byId().size() > 5);
                    assertTrue(picture.plain().stream().allMatch(line -> line.length() <= 72));
                }
            }
        }
    }

    private static BitFate fate(EntryPair pair, String guest) {
        return BitFates.of(pair).stream()
                .filter(fate -> name(fate).equals(guest))
                .findFirst()
                .orElseThrow();
    }

    private static String name(BitFate fate) {
        Field guest = fate.guest();
        return guest == null ? "" : guest.name();
    }

    private static Set<String> names(EntryPair pair, Kind kind) {
        return BitFates.of(pair).stream()
                .filter(fate -> fate.kind() == kind)
                .map(BitFatesTest::name)
                .collect(Collectors.toSet());
    }
}
