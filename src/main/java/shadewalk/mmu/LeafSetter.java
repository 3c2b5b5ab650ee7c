package shadewalk.mmu;

import java.util.List;
import shadewalk.state.Memslot;
import shadewalk.state.MmuEvent;
import shadewalk.state.MmuEvent.Why;
import shadewalk.state.Places;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.state.Stat;
import shadewalk.x86.Gfn;
import shadewalk.x86.Pfn;

/// Installs leaf entries. Source: `mmu.c`, v6.1: `mmu_set_spte`, `rmap_add`.
final class LeafSetter {

    /// A frame mapped more often than this loses all its mappings (`RMAP_RECYCLE_THRESHOLD`).
    private static final int RMAP_RECYCLE_THRESHOLD = 1000;

    private final Recorder recorder;
    private final SpteEditor sptes;
    private final SpteMaker maker;
    private final MmioSptes mmio;

    LeafSetter(Recorder recorder, SpteEditor sptes, SpteMaker maker, MmioSptes mmio) {
        this.recorder = recorder;
        this.sptes = sptes;
        this.maker = maker;
        this.mmio = mmio;
    }

    /// A frame to map.
    ///
    /// @param access the guest's rights
    /// @param writable whether the host lets it be written
    record Mapping(Memslot slot, int access, Gfn gfn, Pfn pfn, boolean writable) {}

    /// Maps a frame nobody asked for yet.
    void prefetch(SpteAt at, Mapping mapping) {
        set(at, mapping, true, false);
    }

    /// Maps the frame of a fault, or makes the entry stand for a device frame.
    ///
    /// @param gfn the first frame that the entry maps
    /// @param access the guest's rights
    RetPf set(SpteAt at, Gfn gfn, int access, Fault fault) {
        Memslot slot = fault.slot;
        if (slot == null) {
            return setMmio(at, gfn, access);
        }
        Mapping mapping = new Mapping(slot, access, gfn, fault.pfn, fault.mapWritable);
        return set(at, mapping, false, fault.write());
    }

    /// What the entry mapped until then goes first. Kernel: mmu.c, mmu_set_spte.
    private RetPf setMmio(SpteAt at, Gfn gfn, int access) {
        boolean flush = clearForeign(at, Pfn.NOSLOT);
        recorder.emit(new MmuEvent.Counted(Stat.PF_MMIO_SPTE_CREATED, 1));
        mmio.mark(at, gfn, access);
        if (flush) {
            recorder.flushRemoteTlbs();
        }
        return RetPf.EMULATE;
    }

    /// Kernel: mmu.c, mmu_set_spte.
    private RetPf set(SpteAt at, Mapping mapping, boolean prefetch, boolean writeFault) {
        boolean flush = clearForeign(at, mapping.pfn());
        ShadowPage page = page(at);
        long was = page.spte(at.index());
        SpteMaker.Made made =
                maker.make(
                        page,
                        mapping.slot(),
                        new SpteMaker.Wanted(
                                mapping.access(),
                                mapping.gfn(),
                                mapping.pfn(),
                                was,
                                prefetch,
                                true,
                                mapping.writable()));
        RetPf result = RetPf.FIXED;
        if (made.spte() == was) {
            result = RetPf.SPURIOUS;
        } else {
            flush |= SpteEditor.needsFlush(was, made.spte());
            recorder.emit(
                    new MmuEvent.SpteSet(
                            at, page.level(), mapping.gfn(), mapping.access(), was, made.spte()));
        }
        if (made.writeProtected() && writeFault) {
            result = RetPf.EMULATE;
        }
        if (flush) {
            recorder.flushRemoteTlbs();
        }
        if (!Spte.present(was)) {
            recycle(mapping.gfn(), page.level());
        }
        return result;
    }

    /// Empties an entry that leads to a table or to another frame.
    private boolean clearForeign(SpteAt at, Pfn pfn) {
        ShadowPage page = page(at);
        long was = page.spte(at.index());
        boolean foreign =
                Spte.presentNonLeaf(was, page.level())
                        || Spte.present(was) && !Spte.pfn(was).equals(pfn);
        return foreign && sptes.zap(at, Why.ZAPPED);
    }

    /// Kernel: mmu.c, __rmap_add.
    private void recycle(Gfn gfn, int level) {
        Places places = recorder.now().shadow().rmap(gfn, level);
        if (places.size() <= RMAP_RECYCLE_THRESHOLD + 1) {
            return;
        }
        List<SpteAt> all = places.all();
        for (SpteAt place : all) {
            sptes.zap(place, Why.ZAPPED);
        }
        recorder.flushRemoteTlbs();
    }

    private ShadowPage page(SpteAt at) {
        return recorder.now().shadow().page(at.page());
    }
}
