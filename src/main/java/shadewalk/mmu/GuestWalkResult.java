package shadewalk.mmu;

import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;

/// What one walk of the guest's tables found, KVM's `struct guest_walker`. Places are by level, 1
/// to 5; only the levels from [#maxLevel] down to [#leafLevel] are filled.
public final class GuestWalkResult {

    private static final int LEVELS = 6;

    final long[] gptes = new long[LEVELS];
    final Gfn[] tables = new Gfn[LEVELS];
    final Gpa[] places = new Gpa[LEVELS];
    final int[] accessAbove = new int[LEVELS];

    int maxLevel;
    int leafLevel;
    int access;
    Gfn gfn = new Gfn(0);
    boolean failed;
    long faultCode;

    /// Whether the walk ended in a fault of the guest's own.
    public boolean failed() {
        return failed;
    }

    /// The error code of that fault.
    public long faultCode() {
        return faultCode;
    }

    /// The level whose entry names the page: 1 for 4 KiB.
    public int leafLevel() {
        return leafLevel;
    }

    /// The highest level that was read from a table in memory.
    public int maxLevel() {
        return maxLevel;
    }

    /// The frame the address lies in.
    public Gfn gfn() {
        return gfn;
    }

    /// The rights all levels together give, as `ACC_*` bits; a clean leaf gives no write to a read.
    public int access() {
        return access;
    }

    /// The entry read at `level`, with A and D as the walk left them.
    public long gpte(int level) {
        return gptes[level];
    }

    /// The frame of the table read at `level`.
    public Gfn table(int level) {
        return tables[level];
    }

    /// Where the entry read at `level` stands.
    public Gpa place(int level) {
        return places[level];
    }

    /// The rights that the levels above `level` give: the access of a shadow page that stands for
    /// the table read at `level`.
    public int accessAbove(int level) {
        return accessAbove[level];
    }
}
