package shadewalk.mmu;

import java.util.List;
import shadewalk.state.Registers;
import shadewalk.state.ShadowPage;
import shadewalk.state.SpteAt;
import shadewalk.x86.Cr4;
import shadewalk.x86.Gpa;

/// A write to guest memory, as the shadow pages of its frame see it.
///
/// Source: `mmu.c`, v6.1: `kvm_mmu_pte_write`, `mmu_pte_write_fetch_gpte`,
/// `detect_write_misaligned`, `detect_write_flooding`, `get_written_sptes`.
///
/// @param at where it begins
/// @param bytes how many it has
public record GuestWrite(Gpa at, int bytes) {

    /// So many writes without a use in between, and a page is given up.
    private static final int FLOOD_LIMIT = 3;

    /// A guest with 8-byte entries writes one in two halves; the whole entry counts as written.
    /// Kernel: mmu.c, mmu_pte_write_fetch_gpte.
    public static GuestWrite of(Registers registers, Gpa at, int bytes) {
        return registers.cr4(Cr4.PAE) && bytes == 4
                ? new GuestWrite(new Gpa(at.raw() & -8), 8)
                : new GuestWrite(at, bytes);
    }

    /// Whether it does not fit one entry of the page's guest table, so that the whole page goes. A
    /// single byte at the start of an entry does fit. Kernel: mmu.c, detect_write_misaligned.
    public boolean misaligned(ShadowPage page) {
        int entry = page.role().gpteBytes();
        int offset = at.offset();
        if (offset % entry == 0 && bytes == 1) {
            return false;
        }
        boolean crosses = offset / entry != (offset + bytes - 1) / entry;
        return crosses || bytes < 4;
    }

    /// Whether one more write is too many for a page, so that the whole page goes. Pages of level 1
    /// do not count, for they go unsync instead. Kernel: mmu.c, detect_write_flooding.
    public static boolean floods(ShadowPage page) {
        return page.level() > 1 && page.writeFlooding() + 1 >= FLOOD_LIMIT;
    }

    /// The entries of a page that stand for the written guest entry: none if that lies in another
    /// quadrant, two in a page directory with 4-byte entries, else one. Kernel: mmu.c,
    /// get_written_sptes.
    public List<SpteAt> entries(ShadowPage page) {
        int offset = at.offset();
        int count = 1;
        if (page.role().has4ByteGpte()) {
            offset *= 2;
            if (page.level() == 2) {
                offset = (offset & -8) * 2;
                count = 2;
            }
            int quadrant = offset / 4096;
            offset %= 4096;
            if (quadrant != page.role().quadrant()) {
                return List.of();
            }
        }
        SpteAt first = new SpteAt(page.id(), offset / 8);
        return count == 1
                ? List.of(first)
                : List.of(first, new SpteAt(page.id(), first.index() + 1));
    }
}
