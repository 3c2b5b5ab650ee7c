package shadewalk.mmu;

import shadewalk.state.MmuEvent;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.x86.Gfn;

/// Entries that stand for device frames. Source: `mmu.c`, `mark_mmio_spte`, v6.1.
final class MmioSptes {

    private final Recorder recorder;
    private final SpteEditor sptes;

    MmioSptes(Recorder recorder, SpteEditor sptes) {
        this.recorder = recorder;
        this.sptes = sptes;
    }

    /// Stores an MMIO entry of the current memslot generation. Kernel: mmu.c, mark_mmio_spte.
    void mark(SpteAt at, Gfn gfn, int access) {
        long generation = recorder.now().slots().generation();
        long spte = SpteMaker.mmio(gfn, access, generation);
        long shown = Spte.P.inPlace(spte) | Spte.W.inPlace(spte) | Spte.U.inPlace(spte);
        recorder.emit(
                new MmuEvent.MmioSpteMarked(
                        at, gfn, (int) shown, SpteMaker.keptGeneration(generation)));
        sptes.markMmio(at, gfn, spte);
    }
}
