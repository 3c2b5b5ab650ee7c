package shadewalk.state;

import shadewalk.x86.GuestEntry;
import shadewalk.x86.PagingMode;

/// KVM's format-neutral access rights, `ACC_*`: X 1, W 2, U 4.
///
/// Source: `arch/x86/kvm/mmu/spte.h` and `paging_tmpl.h`, v6.1.
public final class Acc {

    public static final int EXEC = 1;
    public static final int WRITE = 2;
    public static final int USER = 4;
    public static final int ALL = EXEC | WRITE | USER;

    private static final String[] NAMES = {"---", "--x", "w--", "w-x", "-u-", "-ux", "wu-", "wux"};

    private Acc() {}

    /// The rights that a guest entry gives (`gpte_access`).
    public static int of(PagingMode mode, long entry) {
        int access = GuestEntry.P.in(entry) ? EXEC : 0;
        if (mode.entryBytes() == 8 && GuestEntry.NX.in(entry)) {
            access ^= EXEC;
        }
        access |= GuestEntry.RW.in(entry) ? WRITE : 0;
        return access | (GuestEntry.US.in(entry) ? USER : 0);
    }

    /// The rights as the shadow page part of a trace line prints them: `w-x`.
    public static String name(int access) {
        return NAMES[access];
    }
}
