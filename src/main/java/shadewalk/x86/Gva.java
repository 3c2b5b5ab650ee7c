package shadewalk.x86;

import shadewalk.bits.Hex;

/// A guest virtual (linear) address: what the guest's processor hands to paging.
///
/// @param raw the address, bytes
public record Gva(long raw) {

    /// Bits 11:0, the place within a 4 KiB page.
    public int offset() {
        return (int) Page.OFFSET.of(raw);
    }

    /// The address of the page's first byte.
    public Gva page() {
        return new Gva(Page.OFFSET.clear(raw));
    }

    @Override
    public String toString() {
        return Hex.prefixed(raw);
    }
}
