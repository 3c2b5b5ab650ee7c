package shadewalk.mmu;

import shadewalk.state.Acc;
import shadewalk.state.Registers;
import shadewalk.x86.Cr0;
import shadewalk.x86.Cr4;
import shadewalk.x86.Efer;
import shadewalk.x86.PageFault;

/// Whether rights that a walk collected suffice for an access.
///
/// Source: `arch/x86/kvm/mmu.h`, `permission_fault`, and `mmu.c`, `update_permission_bitmask`,
/// v6.1. KVM looks the answer up in a table it makes when a control register changes; this asks the
/// registers each time, which gives the same answers.
public final class Permissions {

    private Permissions() {}

    /// Whether an access faults. Kernel: mmu.h, permission_fault.
    ///
    /// @param access the collected rights, [Acc] bits
    /// @param pferr the access: W, U and F of a page-fault error code
    /// @param smapSuspended whether RFLAGS.AC lifts SMAP for this access
    public static boolean fault(
            Registers registers, int access, long pferr, boolean smapSuspended) {
        boolean user = PageFault.U.in(pferr);
        boolean write = PageFault.W.in(pferr);
        boolean fetch = PageFault.F.in(pferr);
        boolean userPage = (access & Acc.USER) != 0;

        boolean writeFault = write && (access & Acc.WRITE) == 0 && (user || registers.cr0(Cr0.WP));
        boolean userFault = user && !userPage;
        boolean fetchFault = fetch && (access & Acc.EXEC) == 0 && registers.efer(Efer.NX);
        boolean smepFault = fetch && !user && userPage && registers.cr4(Cr4.SMEP);
        boolean smapFault =
                !fetch && !user && userPage && registers.cr4(Cr4.SMAP) && !smapSuspended;
        return writeFault || userFault || fetchFault || smepFault || smapFault;
    }
}
