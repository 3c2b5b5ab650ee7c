package shadewalk.x86;

import shadewalk.bits.Hex;

/// A guest physical address: what a walk of the guest's own tables yields.
///
/// @param raw the address, bytes
public record Gpa(long raw) {

    /// The number of the 4 KiB frame the address lies in.
    public Gfn gfn() {
        return new Gfn(Page.FRAME.of(raw));
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
