package shadewalk.mmu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shadewalk.manuals.Book.Paging;

/// Where KVM's walk does not do what the manual says, and the engine does what KVM does.
class LeavingTheManualTest {

    /// SDM 4.7 has a fetch reported if SMEP is on, or if both CR4.PAE and EFER.NXE are set. KVM
    /// does not ask for PAE: a guest with 32-bit paging that has set EFER.NX is told of fetches.
    @Test
    void kvmReportsFetchesWithNxEvenWithoutPae() {
        CheckedGuest guest = new CheckedGuest(Paging.BITS_32);
        guest.put(2, 0);
        for (int i = 0; i < CheckedGuest.CONTROLS; i++) {
            guest.check(i);
        }
        assertEquals(CheckedGuest.CONTROLS / 12, guest.fetchesReportedOnlyByKvm);
        CheckedGuest other = new CheckedGuest(Paging.PAE);
        other.put(2, 0);
        for (int i = 0; i < CheckedGuest.CONTROLS; i++) {
            other.check(i);
        }
        assertEquals(0, other.fetchesReportedOnlyByKvm);
    }

    /// With 40 physical address bits a 4 MiB page can name bits 39:32; KVM's walker knows PSE-36
    /// only, and calls bits 20:17 of the entry reserved.
    @Test
    void kvmKnowsFourMegabytePagesOfThirtySixBitsOnly() {
        CheckedGuest guest = new CheckedGuest(Paging.BITS_32);
        for (int bit = 13; bit <= 21; bit++) {
            guest.put(2, 0x67 | guest.points(2, 2) | 1L << bit);
            GuestWalkResult walk = guest.walk(0x10, 0);
            assertEquals(bit > 16, walk.failed(), "bit " + bit);
            assertEquals(bit > 20, !guest.mayReachByManual(40), "bit " + bit);
        }
    }

    /// A table that lies where no memory is would be read from the empty bus. KVM calls its entries
    /// not present.
    @ParameterizedTest
    @EnumSource(Paging.class)
    void kvmCallsEntriesNotPresentWhereNoMemoryIs(Paging paging) {
        CheckedGuest guest = new CheckedGuest(paging);
        for (int level = guest.top(); level > 1; level--) {
            for (int all = guest.top(); all >= 1; all--) {
                guest.put(all, 0x67 | guest.points(all, 1));
            }
            guest.put(level, 0x67 | CheckedGuest.NO_MEMORY);
            GuestWalkResult walk = guest.walk(0, 0x2);
            assertTrue(walk.failed());
            assertEquals(0x2, walk.faultCode());
        }
    }

    /// Tables in a read-only memslot cannot be marked: the walk succeeds and their A and D stay
    /// clear.
    @ParameterizedTest
    @EnumSource(Paging.class)
    void kvmLeavesTablesInReadOnlyMemoryUnmarked(Paging paging) {
        CheckedGuest guest = new CheckedGuest(paging, true);
        for (int level = guest.top(); level >= 1; level--) {
            guest.put(level, 0x07 | guest.points(level, 1));
        }
        GuestWalkResult walk = guest.walk(0, 0x2);
        assertEquals(false, walk.failed());
        for (int level = guest.top(); level >= 1; level--) {
            assertEquals(guest.entry(level), guest.entryNow(level));
        }
    }
}
