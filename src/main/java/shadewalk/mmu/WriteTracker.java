package shadewalk.mmu;

import shadewalk.state.MmuEvent;
import shadewalk.state.MmuEvent.Why;
import shadewalk.state.PageList;
import shadewalk.state.ShadowPage;
import shadewalk.state.ShadowTables;
import shadewalk.state.SpteAt;
import shadewalk.state.Stat;
import shadewalk.x86.Cr4;
import shadewalk.x86.Gpa;

/// What an emulated write does to the shadow pages of the frame it goes to.
///
/// Source: `mmu.c`, v6.1: `kvm_mmu_pte_write`, `detect_write_misaligned`, `detect_write_flooding`,
/// `get_written_sptes`.
final class WriteTracker {

    /// So many writes without a use in between, and a page is given up.
    private static final int FLOOD_LIMIT = 3;

    private final Recorder recorder;
    private final GuestMemory memory;
    private final SpteEditor sptes;
    private final Zapper zapper;

    WriteTracker(Recorder recorder, GuestMemory memory, SpteEditor sptes, Zapper zapper) {
        this.recorder = recorder;
        this.memory = memory;
        this.sptes = sptes;
        this.zapper = zapper;
    }

    /// To be called after every emulated write, whatever the frame.
    void written(Gpa at, int bytes) {
        if (shadow().indirectPages() == 0) {
            return;
        }
        // A guest with 8-byte entries writes one in two halves; the whole entry counts as written.
        boolean half = recorder.now().cpu().registers().cr4(Cr4.PAE) && bytes == 4;
        Gpa start = half ? new Gpa(at.raw() & -8) : at;
        int length = half ? 8 : bytes;
        recorder.emit(new MmuEvent.Counted(Stat.MMU_PTE_WRITE, 1));
        Zapper.Zapped zapped = new Zapper.Zapped();
        boolean flush = false;
        boolean written = nonZero(start, length);
        PageList list = shadow().pagesOf(start.gfn());
        for (int i = 0; i < list.size(); i++) {
            ShadowPage page = page(list.get(i));
            if (!shadow().validIndirect(page)) {
                continue;
            }
            if (misaligned(page, start, length) || flooded(page)) {
                zapper.prepare(page.id(), zapped);
                recorder.emit(new MmuEvent.Counted(Stat.MMU_FLOODED, 1));
                continue;
            }
            flush |= zapWritten(page, start, written);
        }
        zapper.commitOrFlush(zapped, flush);
    }

    private boolean nonZero(Gpa at, int bytes) {
        if (bytes != 4 && bytes != 8) {
            return false;
        }
        if (at.offset() + bytes > 4096) {
            return false;
        }
        Long value = memory.readAtomic(at, bytes);
        return value != null && value != 0;
    }

    /// Whether a write does not fit one entry of the page's guest table. A single byte at the start
    /// of an entry does.
    private static boolean misaligned(ShadowPage page, Gpa at, int bytes) {
        int entry = page.role().gpteBytes();
        int offset = at.offset();
        if (offset % entry == 0 && bytes == 1) {
            return false;
        }
        boolean crosses = offset / entry != (offset + bytes - 1) / entry;
        return crosses || bytes < 4;
    }

    /// Counts the write; tables of level 1 do not count, for they go unsync instead.
    private boolean flooded(ShadowPage page) {
        if (page.level() == 1) {
            return false;
        }
        int was = page.writeFlooding();
        recorder.emit(new MmuEvent.WriteFloodingCounted(page.id(), was, was + 1));
        return was + 1 >= FLOOD_LIMIT;
    }

    /// Empties the entries that stand for the written one.
    ///
    /// @return whether one of them was present
    private boolean zapWritten(ShadowPage page, Gpa at, boolean nonZero) {
        Written written = Written.by(page, at);
        boolean present = false;
        for (int i = 0; i < written.count(); i++) {
            present |= sptes.zap(new SpteAt(page.id(), written.first() + i), Why.ZAPPED);
            if (nonZero && page.level() > 1) {
                recorder.emit(new MmuEvent.Counted(Stat.MMU_PDE_ZAPPED, 1));
            }
        }
        return present;
    }

    /// The shadow entries of one page that stand for a guest entry: none if the entry lies in
    /// another quadrant, two in a page directory with 4-byte entries, else one
    /// (`get_written_sptes`).
    record Written(int first, int count) {

        static Written by(ShadowPage page, Gpa at) {
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
                    return new Written(0, 0);
                }
            }
            return new Written(offset / 8, count);
        }
    }

    private ShadowPage page(int id) {
        return shadow().page(id);
    }

    private ShadowTables shadow() {
        return recorder.now().shadow();
    }
}
