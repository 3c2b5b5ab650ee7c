package shadewalk.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shadewalk.diagram.HandPlayed;
import shadewalk.state.ShadowPage;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;
import shadewalk.x86.Hpa;

class TwinWalkTest {

    private static final Gva LOWER_HALF = new Gva(0xc080_1234L);
    private static final Gva UPPER_HALF = new Gva(0xc0a0_1234L);

    @Test
    void theGuestIsWalkedInItsOwnTables() {
        GuestWalk walk = GuestWalk.of(new HandPlayed().now(), UPPER_HALF);
        assertEquals(
                List.of("gfn1/e770", "gfn2/e513"),
                walk.steps().stream().map(step -> step.thing().id()).toList());
        assertEquals(GuestWalk.End.PAGE, walk.end());
        assertEquals(new Gpa(0x11234), walk.gpa());
    }

    @Test
    void anAbsentGuestEntryEndsTheWalk() {
        GuestWalk walk = GuestWalk.of(new HandPlayed().now(), new Gva(0x8000_0000L));
        assertEquals(GuestWalk.End.NOT_PRESENT, walk.end());
        assertEquals(512, walk.steps().getLast().index());
    }

    @Test
    void aTableWithoutMemoryEndsTheWalk() {
        GuestWalk walk =
                GuestWalk.of(new HandPlayed().withPde(5, 0xfee0_0007L), new Gva(0x140_0000));
        assertEquals(GuestWalk.End.NO_MEMORY, walk.end());
        assertEquals(1, walk.steps().size());
    }

    @Test
    void withoutRootsTheProcessorHasNowhereToGo() {
        ShadowWalk walk = ShadowWalk.of(new HandPlayed().now(), UPPER_HALF);
        assertEquals(ShadowWalk.End.NO_ROOT, walk.end());
        assertEquals(List.of(), walk.steps());
    }

    @Test
    void theShadowWalkStopsWhereNothingIsMapped() {
        ShadowWalk walk = ShadowWalk.of(new HandPlayed().loadRoots().now(), UPPER_HALF);
        assertEquals(ShadowWalk.End.MISS, walk.end());
        assertEquals(
                List.of("pae_root/e3", "sp3/spte5"),
                walk.steps().stream().map(step -> step.thing().id()).toList());
    }

    @Test
    void afterTheFaultTheShadowLeadsToMemory() {
        HandPlayed played = new HandPlayed().loadRoots().read(UPPER_HALF.raw());
        ShadowWalk walk = ShadowWalk.of(played.now(), UPPER_HALF);
        assertEquals(ShadowWalk.End.PAGE, walk.end());
        assertEquals(new Hpa(0x4_0001_1234L), walk.address());
    }

    @Test
    void bothHalvesOfAGuestTableHaveTheirOwnStandIn() {
        HandPlayed played =
                new HandPlayed().loadRoots().read(UPPER_HALF.raw()).read(LOWER_HALF.raw());
        assertEquals(
                List.of(0, 1),
                TwinWalk.standIns(played.now(), new Gfn(2), 1).stream()
                        .map(page -> page.role().quadrant())
                        .toList());
        assertEquals(
                List.of(0, 1, 2, 3),
                TwinWalk.standIns(played.now(), new Gfn(1), 2).stream()
                        .map(ShadowPage::id)
                        .toList());
    }
}
