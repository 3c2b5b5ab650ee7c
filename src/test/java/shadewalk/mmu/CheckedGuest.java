package shadewalk.mmu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import shadewalk.manuals.Book;
import shadewalk.manuals.Book.Paging;

/// A guest whose tables map one address, a table at each level, and whose walks are held against
/// the manuals.
final class CheckedGuest {

    private static final long P = 1;
    private static final long PS = 0x80;

    /// Bits that mean nothing to an access in an entry that names a table: PWT, PCD, 6, 8, 11:9.
    private static final long IGNORED = 0xf58;

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

    CheckedGuest(Paging paging) {
        this(paging, false);
    }

    CheckedGuest(Paging paging, boolean readOnly) {
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

    GuestWalkResult walk(int controls, long pferr) {
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
        GuestWalkResult walk = walk(controls, pferr);
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

    private AssertionError differs(int number, Book.Answer byManual, GuestWalkResult walk) {
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
