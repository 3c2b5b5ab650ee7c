package shadewalk.mmu;

import org.jspecify.annotations.Nullable;
import shadewalk.state.Memslot;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gva;
import shadewalk.x86.PageFault;
import shadewalk.x86.Pfn;

/// One page fault on its way through the handler (`struct kvm_page_fault`).
final class Fault {

    final Gva address;
    final long code;

    Gfn gfn = new Gfn(0);
    @Nullable Memslot slot;
    Pfn pfn = Pfn.NOSLOT;
    boolean mapWritable;
    boolean hostMemoryMoved;

    /// Whether the handler got as far as comparing the frame with the tables of its own walk, and
    /// whether it is one of them (`write_fault_to_shadow_pgtable`).
    boolean comparedWithTables;

    boolean writesOwnTables;

    int maxLevel = 1;
    int goalLevel = 1;

    Fault(Gva address, long code) {
        this.address = address;
        this.code = code;
    }

    boolean write() {
        return PageFault.W.in(code);
    }

    boolean user() {
        return PageFault.U.in(code);
    }

    boolean present() {
        return PageFault.P.in(code);
    }

    boolean reserved() {
        return PageFault.RSVD.in(code);
    }
}
