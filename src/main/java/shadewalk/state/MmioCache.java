package shadewalk.state;

import shadewalk.x86.Gfn;
import shadewalk.x86.Gva;

/// The one device page a virtual processor remembers (`vcpu_cache_mmio_info`).
///
/// @param page the page's address, or 0 when only the gfn is known
/// @param access the [Acc] rights seen, W and U only
/// @param generation the memslot generation at that time
///
///   Source: `arch/x86/kvm/x86.h`, v6.1.
public record MmioCache(Gva page, int access, Gfn gfn, long generation) {

    public static final MmioCache NONE = new MmioCache(new Gva(0), 0, new Gfn(0), 0);

    /// Kernel: x86.h, vcpu_match_mmio_gva.
    public boolean matches(Gva gva, long now) {
        return generation == now && page.raw() != 0 && page.equals(gva.page());
    }

    /// Kernel: x86.h, vcpu_match_mmio_gpa.
    public boolean matches(Gfn frame, long now) {
        return generation == now && gfn.raw() != 0 && gfn.equals(frame);
    }

    /// The same with the address forgotten; the gfn stays.
    public MmioCache withoutPage() {
        return new MmioCache(new Gva(0), access, gfn, generation);
    }
}
