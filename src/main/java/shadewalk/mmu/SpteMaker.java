package shadewalk.mmu;

import shadewalk.state.Acc;
import shadewalk.state.Memslot;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.x86.Gfn;
import shadewalk.x86.Pfn;

/// How a shadow entry comes to its bits.
///
/// Source: `spte.c`, v6.1: `make_spte`, `make_nonleaf_spte`, `make_mmio_spte`.
final class SpteMaker {

    /// Bits of the memslot generation that fit an MMIO entry.
    private static final long GENERATION_MASK = 0x7_ffff;

    private final UnsyncPages unsync;
    private final GuestMemory memory;

    SpteMaker(UnsyncPages unsync, GuestMemory memory) {
        this.unsync = unsync;
        this.memory = memory;
    }

    /// A leaf.
    ///
    /// @param spte the 64 bits
    /// @param writeProtected whether write access was withheld because the frame is a shadowed
    ///   table
    record Made(long spte, boolean writeProtected) {}

    /// What is wanted of a leaf besides its place.
    ///
    /// @param access the guest's rights, [Acc] bits
    /// @param was the entry's value before
    /// @param prefetch whether nobody asked for it yet: it starts out not accessed
    /// @param mayUnsync whether a shadowed table may go unsync for it
    /// @param hostWritable whether the host lets the frame be written
    record Wanted(
            int access,
            Gfn gfn,
            Pfn pfn,
            long was,
            boolean prefetch,
            boolean mayUnsync,
            boolean hostWritable) {}

    /// Builds a leaf entry of `page`. A frame whose entry becomes writable is marked in the dirty
    /// log. Kernel: spte.c, make_spte.
    Made make(ShadowPage page, Memslot slot, Wanted wanted) {
        int access = wanted.hostWritable() ? wanted.access() : wanted.access() & ~Acc.WRITE;
        long spte = Spte.MMU_PRESENT.set(Spte.P.mask());
        spte = Spte.A.put(spte, !wanted.prefetch());
        spte = Spte.NX.put(spte, (access & Acc.EXEC) == 0);
        spte = Spte.U.put(spte, (access & Acc.USER) != 0);
        spte = Spte.PS.put(spte, page.level() > 1);
        spte = Spte.HOST_WRITABLE.put(spte, wanted.hostWritable());
        spte = Spte.PFN.with(spte, wanted.pfn().raw());
        if ((access & Acc.WRITE) == 0) {
            return new Made(spte, false);
        }
        // An entry that could be written already is not asked about again, and gets no D: the
        // processor sets that at the next write.
        boolean couldBeWritten = Spte.writable(wanted.was());
        if (!couldBeWritten
                && !unsync.tryToUnsync(wanted.gfn(), wanted.mayUnsync(), wanted.prefetch())) {
            return new Made(spte, true);
        }
        spte = Spte.W.set(Spte.MMU_WRITABLE.set(spte));
        spte = Spte.D.put(spte, !couldBeWritten);
        memory.markDirty(slot, wanted.gfn());
        return new Made(spte, false);
    }

    /// The entry that points to a child table: it permits everything, for what the guest's upper
    /// levels forbid is in the child's role and so in the child's leaves. Kernel: spte.c,
    /// make_nonleaf_spte.
    static long nonLeaf(ShadowPage child) {
        long spte = Spte.P.mask() | Spte.W.mask() | Spte.U.mask() | Spte.A.mask();
        return Spte.CHILD.with(Spte.MMU_PRESENT.set(spte), child.table().raw());
    }

    /// The entry that remembers a device frame. Its bit 51 is reserved, so the processor faults
    /// every time, and fast. Kernel: spte.c, make_mmio_spte.
    static long mmio(Gfn gfn, int access, long generation) {
        long kept = generation & GENERATION_MASK;
        int low = Spte.MMIO_GEN_LOW.width();
        long spte = Spte.MMIO.mask() | Spte.P.mask();
        spte = Spte.W.put(spte, (access & Acc.WRITE) != 0);
        spte = Spte.U.put(spte, (access & Acc.USER) != 0);
        spte = Spte.MMIO_GEN_LOW.with(spte, kept & (1L << low) - 1);
        spte = Spte.MMIO_GEN_HIGH.with(spte, kept >>> low);
        return Spte.MMIO_GFN.with(spte, gfn.raw());
    }

    /// The generation as an MMIO entry keeps it, 19 bits.
    static long keptGeneration(long generation) {
        return generation & GENERATION_MASK;
    }
}
