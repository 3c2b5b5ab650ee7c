package shadewalk.state;

import shadewalk.x86.Gfn;

/// A range of guest frames backed by a range of host memory (`struct kvm_memory_slot`).
///
/// The host range belongs to the slot's number and starts on a 2 MiB boundary; a slot that is
/// deleted and made again finds its memory as it was.
///
/// @param id 0 to 31
/// @param base first guest frame
/// @param pages how many frames, at least 1
/// @param readOnly whether guest writes leave the guest as MMIO exits
/// @param logDirty whether written frames are recorded
/// @param hugePages whether the host backs it with 2 MiB pages
public record Memslot(
        int id, Gfn base, long pages, boolean readOnly, boolean logDirty, boolean hugePages) {

    /// One more than the highest slot number.
    public static final int MAX_SLOTS = 32;

    /// The most frames a slot may have here: 16 GiB.
    public static final long MAX_PAGES = 1L << 22;

    public Memslot {
        if (id < 0 || id >= MAX_SLOTS) {
            throw new IllegalArgumentException("memslot number " + id + " is not within 0 to 31");
        }
        if (pages < 1 || pages > MAX_PAGES) {
            throw new IllegalArgumentException(
                    "memslot " + id + " has " + pages + " pages, not within 1 to " + MAX_PAGES);
        }
    }

    public boolean covers(Gfn gfn) {
        return gfn.raw() >= base.raw() && gfn.raw() < base.raw() + pages;
    }

    /// The frame's number within the slot.
    public long page(Gfn gfn) {
        return gfn.raw() - base.raw();
    }

    /// The guest frame of page `page` of the slot.
    public Gfn gfn(long page) {
        return new Gfn(base.raw() + page);
    }

    /// Whether this and `other` share a guest frame.
    public boolean overlaps(Memslot other) {
        return base.raw() < other.base.raw() + other.pages && other.base.raw() < base.raw() + pages;
    }
}
