package shadewalk.x86;

import shadewalk.bits.Hex;

/// A host physical address: what the real processor puts on its bus.
///
/// @param raw the address, bytes
public record Hpa(long raw) {

    /// The number of the 4 KiB frame the address lies in.
    public Pfn pfn() {
        return new Pfn(Page.FRAME.of(raw));
    }

    /// Bits 11:0, the place within the frame.
    public int offset() {
        return (int) Page.OFFSET.of(raw);
    }

    @Override
    public String toString() {
        return Hex.prefixed(raw);
    }
}
