package shadewalk.mmu;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shadewalk.manuals.Book.Paging;

/// KVM's walk of the guest's tables, as the engine does it, against the manuals read a second time.
///
/// Every combination of R/W, U/S, A and NX at every level, D and PS where a page ends the walk,
/// with CR0.WP, CR4.PSE, SMEP and SMAP, EFER.NX, EFLAGS.AC, the kind of access and the privilege.
/// The bits that must not matter are filled at random. 32-bit and PAE paging are gone through
/// whole; the 4- and 5-level modes have more combinations than a quick test may try, so that each
/// combination of entries meets some of the controls, in turn. `-Dshadewalk.walks` says how many
/// walks a mode may take for this; `-Dshadewalk.exhaustive=true` tries them all, which takes some
/// twenty minutes.
class SecondReadingTest {

    private static final boolean EXHAUSTIVE = Boolean.getBoolean("shadewalk.exhaustive");
    private static final long WALKS = Long.getLong("shadewalk.walks", 5_000_000);

    private static final long P = 1;

    /// What one entry may hold besides the address: R/W, U/S, A and, in 8 bytes, NX.
    private static final long[] RIGHTS_32 = {0, 2, 4, 6, 0x20, 0x22, 0x24, 0x26};

    private final SplittableRandom random = new SplittableRandom(1);

    @ParameterizedTest
    @EnumSource(Paging.class)
    void rightsOfAllLevelsAddUpAsTheManualSays(Paging paging) {
        CheckedGuest guest = new CheckedGuest(paging);
        for (int leaf : guest.leafLevels()) {
            long[] rights = guest.entryBytes() == 4 ? RIGHTS_32 : withNx(RIGHTS_32);
            int levels = guest.top() - leaf + 1;
            long combinations = 2L * pow(rights.length, levels);
            int controls = controlsFor(guest, combinations);
            int turn = 0;
            for (long number = 0; number < combinations; number++) {
                long rest = number;
                for (int level = guest.top(); level >= leaf; level--) {
                    int which = (int) (rest % rights.length);
                    rest /= rights.length;
                    long noise = random.nextLong() & guest.ignored(level);
                    guest.put(level, P | rights[which] | noise | guest.points(level, leaf));
                }
                guest.put(leaf, guest.entry(leaf) & ~0x40L | (rest == 0 ? 0 : 0x40));
                for (int i = 0; i < controls; i++) {
                    guest.check(turn);
                    turn = (turn + 1) % CheckedGuest.CONTROLS;
                }
            }
        }
    }

    /// With how many of the controls each combination of entries is tried.
    private static int controlsFor(CheckedGuest guest, long combinations) {
        return EXHAUSTIVE || guest.top() == 2
                ? CheckedGuest.CONTROLS
                : Math.clamp(WALKS / combinations, 1, CheckedGuest.CONTROLS);
    }

    /// One bit after the other is turned over, at each level, in entries that allow everything and
    /// in entries that allow nothing.
    @ParameterizedTest
    @EnumSource(Paging.class)
    void everyBitOfEveryEntryHasTheMeaningTheManualGivesIt(Paging paging) {
        CheckedGuest guest = new CheckedGuest(paging);
        for (int leaf : guest.leafLevels()) {
            for (long others : new long[] {0x67, 0x61, 0x01}) {
                for (int level = guest.top(); level >= leaf; level--) {
                    for (int bit = 0; bit < guest.entryBytes() * 8; bit++) {
                        for (int all = guest.top(); all >= leaf; all--) {
                            guest.put(
                                    all,
                                    others & guest.allowed(all, leaf) | guest.points(all, leaf));
                        }
                        if (guest.isTableAddress(level, leaf, bit)) {
                            continue;
                        }
                        guest.put(level, guest.entry(level) ^ 1L << bit);
                        for (int i = 0; i < CheckedGuest.CONTROLS; i++) {
                            guest.check(i);
                        }
                    }
                }
            }
        }
    }

    /// Several levels may have something wrong with them; the first one decides.
    @ParameterizedTest
    @EnumSource(Paging.class)
    void theFirstDefectOnTheWayDecides(Paging paging) {
        CheckedGuest guest = new CheckedGuest(paging);
        for (int leaf : guest.leafLevels()) {
            int levels = guest.top() - leaf + 1;
            for (long number = 0; number < pow(6, levels); number++) {
                long rest = number;
                for (int level = guest.top(); level >= leaf; level--) {
                    guest.put(level, defect((int) (rest % 6), guest, level, leaf));
                    rest /= 6;
                }
                for (int i = 0; i < 24; i++) {
                    guest.check(random.nextInt(CheckedGuest.CONTROLS));
                }
            }
        }
    }

    private long defect(int which, CheckedGuest guest, int level, int leaf) {
        long good = 0x07 | guest.points(level, leaf);
        return switch (which) {
            case 0 -> good;
            case 1 -> good & ~P | random.nextLong() & guest.ignored(level);
            case 2 -> good | 1L << guest.entryBytes() * 8 - 1 - random.nextInt(24);
            case 3 -> good & ~2L;
            case 4 -> good & ~4L;
            default -> good | (guest.entryBytes() == 8 ? 1L << 63 : 0);
        };
    }

    /// The pointers were checked when they were loaded: bits that would have been refused then are
    /// not looked at again, and rights and accessed bits they have none.
    @Test
    void pointersOfPaePagingAreUsedAsTheyWereLoaded() {
        CheckedGuest guest = new CheckedGuest(Paging.PAE);
        guest.put(2, 0x67 | guest.points(2, 1));
        guest.put(1, 0x67 | guest.points(1, 1));
        for (int bit = 0; bit < 12; bit++) {
            guest.pointer = CheckedGuest.table(2) | P ^ 1L << bit;
            for (int i = 0; i < CheckedGuest.CONTROLS; i++) {
                guest.check(i);
            }
        }
        guest.pointer = CheckedGuest.table(2) | P | 1L << 63;
        for (int i = 0; i < CheckedGuest.CONTROLS; i++) {
            guest.check(i);
        }
    }

    private static long[] withNx(long[] rights) {
        List<Long> more = new ArrayList<>();
        for (long right : rights) {
            more.add(right);
            more.add(right | 1L << 63);
        }
        return more.stream().mapToLong(Long::longValue).toArray();
    }

    private static long pow(long base, int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }
}
