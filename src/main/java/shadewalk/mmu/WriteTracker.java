package shadewalk.mmu;

import shadewalk.state.MmuEvent;
import shadewalk.state.MmuEvent.Why;
import shadewalk.state.PageList;
import shadewalk.state.ShadowPage;
import shadewalk.state.ShadowTables;
import shadewalk.state.SpteAt;
import shadewalk.state.Stat;
import shadewalk.x86.Gpa;

/// What an emulated write does to the shadow pages of the frame it goes to.
///
/// Source: `mmu.c`, v6.1: `kvm_mmu_pte_write`, `detect_write_misaligned`, `detect_write_flooding`,
/// `get_written_sptes`.
final class WriteTracker {

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

    /// To be called after every emulated write, whatever the frame. Kernel: mmu.c,
    /// kvm_mmu_pte_write.
    void written(Gpa at, int bytes) {
        if (shadow().indirectPages() == 0) {
            return;
        }
        GuestWrite write = GuestWrite.of(recorder.now().cpu().registers(), at, bytes);
        recorder.emit(new MmuEvent.Counted(Stat.MMU_PTE_WRITE, 1));
        Zapper.Zapped zapped = new Zapper.Zapped();
        boolean flush = false;
        boolean written = nonZero(write.at(), write.bytes());
        PageList list = shadow().pagesOf(at.gfn());
        for (int i = 0; i < list.size(); i++) {
            ShadowPage page = page(list.get(i));
            if (!shadow().validIndirect(page)) {
                continue;
            }
            if (write.misaligned(page) || flooded(page)) {
                zapper.prepare(page.id(), zapped);
                recorder.emit(new MmuEvent.Counted(Stat.MMU_FLOODED, 1));
                continue;
            }
            flush |= zapWritten(page, write, written);
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

    /// Counts the write; tables of level 1 do not count, for they go unsync instead. Kernel: mmu.c,
    /// detect_write_flooding.
    private boolean flooded(ShadowPage page) {
        if (page.level() == 1) {
            return false;
        }
        int was = page.writeFlooding();
        recorder.emit(new MmuEvent.WriteFloodingCounted(page.id(), was, was + 1));
        return GuestWrite.floods(page);
    }

    /// Empties the entries that stand for the written one.
    ///
    /// @return whether one of them was present
    private boolean zapWritten(ShadowPage page, GuestWrite write, boolean nonZero) {
        boolean present = false;
        for (SpteAt at : write.entries(page)) {
            present |= sptes.zap(at, Why.ZAPPED);
            if (nonZero && page.level() > 1) {
                recorder.emit(new MmuEvent.Counted(Stat.MMU_PDE_ZAPPED, 1));
            }
        }
        return present;
    }

    private ShadowPage page(int id) {
        return shadow().page(id);
    }

    private ShadowTables shadow() {
        return recorder.now().shadow();
    }
}
