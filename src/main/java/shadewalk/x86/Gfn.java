package shadewalk.x86;

import shadewalk.bits.Hex;

/// Guest frame number: a guest physical address without its low 12 bits.
///
/// @param raw the number of the 4 KiB frame
public record Gfn(long raw) {

    /// The guest physical address of byte `offset` (0 to 4095) of this frame.
    public Gpa at(int offset) {
        return new Gpa(Page.OFFSET.with(Page.FRAME.with(0, raw), offset));
    }

    @Override
    public String toString() {
        return Hex.of(raw);
    }
}
