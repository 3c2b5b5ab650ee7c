package shadewalk.x86;

import shadewalk.bits.Hex;

/// Host page frame number, KVM's `kvm_pfn_t`: a host physical address without its low 12 bits, or
/// one of the reserved values for "no memslot here" and "the host could not give the page".
///
/// Source: `include/linux/kvm_host.h`, v6.1.
///
/// @param raw the number of the 4 KiB frame
public record Pfn(long raw) {

    /// No memslot covers the guest frame: bit 63 alone.
    public static final Pfn NOSLOT = new Pfn(1L << 63);

    /// A write to a read-only memslot: an error number, bits 62:52 all set.
    public static final Pfn RO_FAULT = new Pfn(0x7ff0_0000_0000_0002L);

    /// Whether this stands for "no memslot".
    public boolean isNoSlot() {
        return raw == NOSLOT.raw;
    }

    /// Whether this stands for an error and names no frame at all.
    public boolean isError() {
        return (raw & 0x7ff0_0000_0000_0000L) == 0x7ff0_0000_0000_0000L;
    }

    /// The host physical address of byte `offset` (0 to 4095) of this frame.
    public Hpa at(int offset) {
        return new Hpa(Page.OFFSET.with(Page.FRAME.with(0, raw), offset));
    }

    @Override
    public String toString() {
        return Hex.of(raw);
    }
}
