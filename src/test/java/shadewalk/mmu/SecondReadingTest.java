package shadewalk.mmu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shadewalk.manuals.Book;
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
    private static final long PS = 0x80;

    /// Bits that mean nothing to an access in an entry that names a table: PWT, PCD, 6, 8, 11:9.
    private static final long IGNORED = 0xf58;

    /// What one entry may hold besides the address: R/W, U/S, A and, in 8 bytes, NX.
    private static final long[] RIGHTS_32 = {0, 2, 4, 6, 0x20, 0x22, 0x24, 0x26};

    private final SplittableRandom random = new SplittableRandom(1);

    @ParameterizedTest
    @EnumSource(Paging.class)
    void rightsOfAllLevelsAddUpAsTheManualSays(Paging paging) {
        Guest guest = new Guest(paging);
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
                    turn = (turn + 1) % Guest.CONTROLS;
                }
            }
        }
    }

    /// With how many of the controls each combination of entries is tried.
    private static int controlsFor(Guest guest, long combinations) {
        return EXHAUSTIVE || guest.top() == 2
                ? Guest.CONTROLS
                : Math.clamp(WALKS / combinations, 1, Guest.CONTROLS);
    }

    /// One bit after the other is turned over, at each level, in entries that allow everything and
    /// in entries that allow nothing.
    @ParameterizedTest
    @EnumSource(Paging.class)
    void everyBitOfEveryEntryHasTheMeaningTheManualGivesIt(Paging paging) {
        Guest guest = new Guest(paging);
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
                        for (int i = 0; i < Guest.CONTROLS; i++) {
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
        Guest guest = new Guest(paging);
        for (int leaf : guest.leafLevels()) {
            int levels = guest.top() - leaf + 1;
            for (long number = 0; number < pow(6, levels); number++) {
                long rest = number;
                for (int level = guest.top(); level >= leaf; level--) {
                    guest.put(level, defect((int) (rest % 6), guest, level, leaf));
                    rest /= 6;
                }
                for (int i = 0; i < 24; i++) {
                    guest.check(random.nextInt(Guest.CONTROLS));
                }
            }
        }
    }

    private long defect(int which, Guest guest, int level, int leaf) {
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
        Guest guest = new Guest(Paging.PAE);
        guest.put(2, 0x67 | guest.points(2, 1));
        guest.put(1, 0x67 | guest.points(1, 1));
        for (int bit = 0; bit < 12; bit++) {
            guest.pointer = Guest.table(2) | P ^ 1L << bit;
            for (int i = 0; i < Guest.CONTROLS; i++) {
                guest.check(i);
            }
        }
        guest.pointer = Guest.table(2) | P | 1L << 63;
        for (int i = 0; i < Guest.CONTROLS; i++) {
            guest.check(i);
        }
    }

    /// Where KVM leaves the manual.
    ///
    /// SDM 4.7 has a fetch reported if SMEP is on, or if both CR4.PAE and EFER.NXE are set. KVM
    /// does not ask for PAE: a guest with 32-bit paging that has set EFER.NX is told of fetches.
    @Test
    void kvmReportsFetchesWithNxEvenWithoutPae() {
        Guest guest = new Guest(Paging.BITS_32);
        guest.put(2, 0);
        for (int i = 0; i < Guest.CONTROLS; i++) {
            guest.check(i);
        }
        assertEquals(Guest.CONTROLS / 12, guest.fetchesReportedOnlyByKvm);
        Guest other = new Guest(Paging.PAE);
        other.put(2, 0);
        for (int i = 0; i < Guest.CONTROLS; i++) {
            other.check(i);
        }
        assertEquals(0, other.fetchesReportedOnlyByKvm);
    }

    /// Where KVM leaves the manual.
    ///
    /// With 40 physical address bits a 4 MiB page can name bits 39:32; KVM's walker knows PSE-36
    /// only, and calls bits 20:17 of the entry reserved.
    @Test
    void kvmKnowsFourMegabytePagesOfThirtySixBitsOnly() {
        Guest guest = new Guest(Paging.BITS_32);
        for (int bit = 13; bit <= 21; bit++) {
            guest.put(2, 0x67 | guest.points(2, 2) | 1L << bit);
            GuestWalk walk = guest.walk(0x10, 0);
            assertEquals(bit > 16, walk.failed(), "bit " + bit);
            assertEquals(bit > 20, !guest.mayReachByManual(40), "bit " + bit);
        }
    }

    /// Where KVM leaves the manual.
    ///
    /// A table that lies where no memory is would be read from the empty bus. KVM calls its entries
    /// not present.
    @ParameterizedTest
    @EnumSource(Paging.class)
    void kvmCallsEntriesNotPresentWhereNoMemoryIs(Paging paging) {
        Guest guest = new Guest(paging);
        for (int level = guest.top(); level > 1; level--) {
            for (int all = guest.top(); all >= 1; all--) {
                guest.put(all, 0x67 | guest.points(all, 1));
            }
            guest.put(level, 0x67 | Guest.NO_MEMORY);
            GuestWalk walk = guest.walk(0, 0x2);
            assertTrue(walk.failed());
            assertEquals(0x2, walk.faultCode());
        }
    }

    /// Where KVM leaves the manual.
    ///
    /// Tables in a read-only memslot cannot be marked: the walk succeeds and their A and D stay
    /// clear.
    @ParameterizedTest
    @EnumSource(Paging.class)
    void kvmLeavesTablesInReadOnlyMemoryUnmarked(Paging paging) {
        Guest guest = new Guest(paging, true);
        for (int level = guest.top(); level >= 1; level--) {
            guest.put(level, 0x07 | guest.points(level, 1));
        }
        GuestWalk walk = guest.walk(0, 0x2);
        assertEquals(false, walk.failed());
        for (int level = guest.top(); level >= 1; level--) {
            assertEquals(guest.entry(level), guest.entryNow(level));
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

    /// A guest whose tables map one address, a table at each level.
    private static final class Guest {

        /// CR0.WP, CR4.PSE, SMEP and SMAP, EFER.NX, EFLAGS.AC, the privilege, the kind of access.
        static final int CONTROLS = 2 * 2 * 2 * 2 * 2 * 2 * 2 * 3;

        static final long NO_MEMORY = 0x80_0000;

        private static final int[] KINDS = {0, 0x2, 0x10};
        private static final Book.Use[] USES = {Book.Use.READ, Book.Use.WRITE, Book.Use.FETCH};
        private static final long LINEAR_32 = 0xb0a0_5678L;
        private static final long LINEAR_64 = 0x0034_1234_b0a0_5678L;

        private final Paging paging;
        private final Tables tables;
        private final long[] entries = new long[6];
        long pointer = table(2) | P;
        int fetchesReportedOnlyByKvm;

        Guest(Paging paging) {
            this(paging, false);
        }

        Guest(Paging paging, boolean readOnly) {
            this.paging = paging;
            this.tables = new Tables(paging, readOnly);
        }

        /// The highest level whose entry lies in memory.
        int top() {
            return switch (paging) {
                case BITS_32, PAE -> 2;
                case LEVEL_4 -> 4;
                case LEVEL_5 -> 5;
            };
        }

        int entryBytes() {
            return paging == Paging.BITS_32 ? 4 : 8;
        }

        /// The levels whose entries can name a page.
        int[] leafLevels() {
            return top() == 2 ? new int[] {1, 2} : new int[] {1, 2, 3};
        }

        static long table(int level) {
            return level * 0x1000L;
        }

        private long linear() {
            return entryBytes() == 4 || paging == Paging.PAE ? LINEAR_32 : LINEAR_64;
        }

        private long at(int level) {
            long index =
                    entryBytes() == 4
                            ? linear() >>> 12 + 10 * (level - 1) & 0x3ff
                            : linear() >>> 12 + 9 * (level - 1) & 0x1ff;
            return table(level) + index * entryBytes();
        }

        /// What an entry on the way to a page at level `leaf` names.
        long points(int level, int leaf) {
            if (level > leaf) {
                return table(level - 1);
            }
            long size = entryBytes() == 4 ? 1L << 2 + 10 * leaf : 1L << 3 + 9 * leaf;
            return 0x4_0000_0000L % (1L << entryBytes() * 8 - 1) + size | (leaf > 1 ? PS : 0);
        }

        /// Bits that must not matter.
        long ignored(int level) {
            if (entryBytes() == 4) {
                return IGNORED;
            }
            return paging == Paging.PAE
                    ? IGNORED
                    : level >= 4 ? 0x7ff0_0000_0000_0e58L : 0x7ff0_0000_0000_0000L | IGNORED;
        }

        /// All bits but PS where it would end the walk too early.
        long allowed(int level, int leaf) {
            return level > leaf ? ~PS : -1L;
        }

        boolean isTableAddress(int level, int leaf, int bit) {
            return level > leaf && bit >= 12 && bit < 40;
        }

        void put(int level, long entry) {
            entries[level] = entryBytes() == 4 ? entry & 0xffff_ffffL : entry;
            tables.write(at(level), entryBytes(), entries[level]);
        }

        long entry(int level) {
            return entries[level];
        }

        long entryNow(int level) {
            return tables.read(at(level), entryBytes());
        }

        GuestWalk walk(int controls, long pferr) {
            return tables.walk(linear(), pferr, controls, pointer, controls / 32 % 2 != 0);
        }

        boolean mayReachByManual(int pseWidth) {
            Book.Access access = new Book.Access(linear(), Book.Use.READ, false, false);
            return book(0x10, pseWidth).of(access) instanceof Book.Answer.Reached;
        }

        private Book book(int controls, int pseWidth) {
            return new Book(
                    paging,
                    this::readPhysical,
                    table(top()),
                    List.of(0L, 0L, pointer, 0L),
                    (controls & 0x10) != 0,
                    (controls & 0x1) != 0,
                    (controls & 0x2) != 0,
                    (controls & 0x4) != 0,
                    (controls & 0x8) != 0,
                    40,
                    pseWidth,
                    true);
        }

        /// Everything but the entries is zero.
        private long readPhysical(long at, int bytes) {
            assertEquals(entryBytes(), bytes);
            for (int level = top(); level > 0; level--) {
                if (at(level) == at) {
                    return entries[level];
                }
            }
            return 0;
        }

        /// Holds one walk against the manual. The tables are as before afterwards.
        void check(int number) {
            int controls = number / 6;
            boolean user = number % 2 == 1;
            int kind = number / 2 % 3;
            boolean ac = controls / 32 % 2 != 0;
            long pferr = KINDS[kind] | (user ? 0x4 : 0);
            Book.Answer byManual =
                    book(controls, 36).of(new Book.Access(linear(), USES[kind], user, ac));
            GuestWalk walk = walk(controls, pferr);
            switch (byManual) {
                case Book.Answer.Fault(int code) -> {
                    long expected = code;
                    if (paging == Paging.BITS_32 && kind == 2 && (controls & 0xa) == 0x8) {
                        expected |= 0x10;
                        fetchesReportedOnlyByKvm++;
                    }
                    if (!walk.failed() || walk.faultCode() != expected) {
                        throw differs(number, byManual, walk);
                    }
                    // A processor may mark entries it went through before the fault; KVM does not.
                    for (int level = top(); level > 0; level--) {
                        if (entryNow(level) != entries[level]) {
                            throw differs(number, byManual, walk);
                        }
                    }
                }
                case Book.Answer.Reached(long physical, _, List<Book.Entry> after) -> {
                    if (walk.failed() || walk.gfn().raw() != physical >>> 12) {
                        throw differs(number, byManual, walk);
                    }
                    for (Book.Entry entry : after) {
                        if (tables.read(entry.at(), entryBytes()) != entry.value()) {
                            throw differs(number, byManual, walk);
                        }
                    }
                }
            }
            tables.rewind();
        }

        private AssertionError differs(int number, Book.Answer byManual, GuestWalk walk) {
            StringBuilder text = new StringBuilder(paging + ", controls " + number + ", entries");
            for (int level = top(); level > 0; level--) {
                text.append(' ')
                        .append(Long.toHexString(entries[level]))
                        .append("->")
                        .append(Long.toHexString(entryNow(level)));
            }
            text.append(": the manual says ").append(byManual).append(", the walk ");
            return new AssertionError(
                    walk.failed()
                            ? text.append("fails with ").append(walk.faultCode())
                            : text.append("reaches frame ").append(walk.gfn()));
        }
    }
}
