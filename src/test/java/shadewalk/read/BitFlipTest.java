package shadewalk.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shadewalk.bits.Field;
import shadewalk.diagram.bits.BitsPicture;
import shadewalk.scenario.Ran;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;
import shadewalk.scenario.Timeline;
import shadewalk.state.Spte;
import shadewalk.x86.Access;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.Gva;

class BitFlipTest {

    private static final Gva GVA = new Gva(0xc080_1234L);

    /// A page that the guest has written: user, writable, accessed, dirty.
    private static final Scenario SCENARIO =
            scenario(
                    """
                    mode 32
                    cr0 0x80010011
                    cr3 0x1000
                    memslot 0 0x0 0x1000000
                    mem32 0x1c08 0x5007
                    mem32 0x5004 0x13067
                    ops
                    write u 0xc0801234 7
                    """);

    private static final Timeline RUN = Ran.of(SCENARIO);

    private static Scenario scenario(String text) {
        try {
            return ScenarioText.parse("flip", text);
        } catch (ScenarioProblem e) {
            throw new AssertionError(e);
        }
    }

    private static WhatIf flipped(int level, Field bit, boolean user) {
        EntryPair pair = EntryPair.of(RUN.at(RUN.size()), GVA, level);
        return new BitFlip(SCENARIO.machine(), RUN, RUN.size())
                .of(pair, bit, new Access(GVA, Access.Kind.WRITE, user))
                .orElseThrow();
    }

    private static long spte(WhatIf flip) {
        return spte(flip.now());
    }

    private static long spte(EntryPair pair) {
        return Objects.requireNonNull(pair.shadow()).spte();
    }

    @Test
    void aPageThatIsGoneIsTheGuestsOwnFault() {
        WhatIf flip = flipped(1, GuestEntry.P, true);
        assertTrue(
                flip.outcome().contains("exception 14, error code 6, after 1 exit"),
                flip.outcome());
        String title = BitsPicture.of(flip, Set.of(), Telling.ALL).plain().getFirst();
        assertTrue(title.startsWith("What if P were 0?"), title);
    }

    @Test
    void aReadOnlyEntryStopsTheUserAndMakesNoWritableSpte() {
        WhatIf flip = flipped(1, GuestEntry.RW, true);
        assertTrue(flip.outcome().contains("error code 7"), flip.outcome());
    }

    @Test
    void aRightTakenAwayAboveReachesTheSpteBelow() {
        WhatIf flip = flipped(2, GuestEntry.US, false);
        assertTrue(flip.outcome().contains("goes through after 1 exit"), flip.outcome());
        var state = flip.now().state();
        long below = spte(EntryPair.of(state, GVA, 1));
        assertTrue(Spte.W.in(below) && !Spte.U.in(below), Long.toHexString(below));
    }

    @Test
    void aCleanPageIsMadeDirtyBeforeItsSpteMayBeWritten() {
        WhatIf flip = flipped(1, GuestEntry.D, true);
        assertTrue(Spte.W.in(spte(flip)));
        long guest = Objects.requireNonNull(flip.now().guest()).entry();
        assertTrue(GuestEntry.D.in(guest), "KVM sets D at the write");
    }

    @Test
    void theRunItselfStays() {
        int size = RUN.size();
        var before = RUN.at(size);
        flipped(1, GuestEntry.P, true);
        assertEquals(size, RUN.size());
        assertEquals(before, RUN.at(size));
    }
}
