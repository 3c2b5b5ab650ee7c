package shadewalk.mmu;

import org.jspecify.annotations.Nullable;
import shadewalk.state.Acc;
import shadewalk.state.Memslot;
import shadewalk.state.MmuEvent;
import shadewalk.state.MmuEvent.Writer;
import shadewalk.state.Registers;
import shadewalk.x86.Cr4;
import shadewalk.x86.Efer;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.Gva;
import shadewalk.x86.Page;
import shadewalk.x86.PageFault;
import shadewalk.x86.PagingMode;

/// KVM walking the guest's own tables on the guest's behalf.
///
/// One loop over the rows of the guest's [PagingMode]. Accessed and dirty bits are set only when
/// the whole walk has succeeded, from the top down; if an entry changed in the meantime the walk
/// starts over.
///
/// Source: `paging_tmpl.h`, v6.1: `walk_addr_generic`, `update_accessed_dirty_bits`,
/// `is_last_gpte`.
public final class GuestWalker {

    private final Recorder recorder;
    private final GuestMemory memory;
    private final Privilege privilege;

    GuestWalker(Recorder recorder, GuestMemory memory, Privilege privilege) {
        this.recorder = recorder;
        this.memory = memory;
        this.privilege = privilege;
    }

    /// Walks `address` for an access described as a page-fault error code. Kernel: paging_tmpl.h,
    /// FNAME(walk_addr).
    public GuestWalkResult walk(Gva address, long pferr) {
        recorder.emit(new MmuEvent.WalkStarted(address, pferr));
        GuestWalkResult walk;
        do {
            walk = new GuestWalkResult();
        } while (!descend(walk, address, pferr));
        if (walk.failed) {
            recorder.emit(new MmuEvent.WalkFailed(walk.faultCode));
        }
        return walk;
    }

    /// One attempt. Kernel: paging_tmpl.h, FNAME(walk_addr_generic).
    ///
    /// @return false if an entry changed while the walk set A and D, so that it must start over
    private boolean descend(GuestWalkResult walk, Gva address, long pferr) {
        Registers registers = registers();
        PagingMode mode = registers.mode();
        long entry = mode.base().inPlace(registers.cr3());
        int level = mode.depth();
        if (mode == PagingMode.PAE) {
            entry = cachedPointer(registers, address);
            if (!GuestEntry.P.in(entry)) {
                return fail(walk, pferr, 0);
            }
            level--;
        }
        walk.maxLevel = level;
        int access = Acc.ALL;
        boolean accessed = true;
        for (; ; level--) {
            walk.accessAbove[level] = access;
            @Nullable Long read = readEntry(walk, mode, level, entry, address);
            if (read == null) {
                return fail(walk, pferr, 0);
            }
            entry = read;
            if (!GuestEntry.P.in(entry)) {
                return fail(walk, pferr, 0);
            }
            if ((entry & ReservedBits.mask(registers, mode, level, entry)) != 0) {
                return fail(walk, pferr, PageFault.P.mask() | PageFault.RSVD.mask());
            }
            access &= Acc.of(mode, entry);
            accessed &= GuestEntry.A.in(entry);
            if (mode.isLast(level, entry, registers.cr4())) {
                break;
            }
        }
        if (Permissions.fault(registers, access, pferr, privilege.alignmentCheck())) {
            return fail(walk, pferr, PageFault.P.mask());
        }
        boolean write = PageFault.W.in(pferr);
        walk.leafLevel = level;
        walk.gfn = mode.translate(level, entry, address).gfn();
        walk.access = write ? access : protectClean(access, entry);
        boolean marked = accessed && (!write || GuestEntry.D.in(entry));
        return marked || setAccessedAndDirty(walk, mode, write);
    }

    private long cachedPointer(Registers registers, Gva address) {
        int quarter = PagingMode.PAE.level(3).index().intOf(address.raw());
        long pointer = registers.pdptrs().get(quarter);
        Gpa at = new Gpa(PagingMode.PAE.root(registers.cr3()).raw() + quarter * 8L);
        recorder.emit(new MmuEvent.GpteRead(3, at, pointer));
        return pointer;
    }

    /// Reads the entry of `level` from the table that `above` names; null where no memslot is.
    private @Nullable Long readEntry(
            GuestWalkResult walk, PagingMode mode, int level, long above, Gva address) {
        Gfn table = new Gfn(Page.FRAME.of(mode.base().inPlace(above)));
        int index = mode.level(level).index().intOf(address.raw());
        Gpa at = table.at(index * mode.entryBytes());
        walk.tables[level] = table;
        walk.places[level] = at;
        Long entry = memory.read(at, mode.entryBytes());
        if (entry != null) {
            walk.gptes[level] = entry;
            recorder.emit(new MmuEvent.GpteRead(level, at, entry));
        }
        return entry;
    }

    /// Ends the walk with a fault of the guest's own: `found` says what the entries showed, the
    /// rest of the code what the access was.
    private boolean fail(GuestWalkResult walk, long pferr, long found) {
        boolean fetchIsReported = registers().efer(Efer.NX) || registers().cr4(Cr4.SMEP);
        long code = found | PageFault.W.inPlace(pferr) | PageFault.U.inPlace(pferr);
        walk.failed = true;
        walk.faultCode = fetchIsReported ? code | PageFault.F.inPlace(pferr) : code;
        return true;
    }

    /// Without D the first write must fault, so that D can be set. Kernel: paging_tmpl.h,
    /// FNAME(protect_clean_gpte).
    static int protectClean(int access, long entry) {
        return GuestEntry.D.in(entry) ? access : access & ~Acc.WRITE;
    }

    /// Sets A in every entry of the path and, for a write, D in the leaf. Kernel: paging_tmpl.h,
    /// FNAME(update_accessed_dirty_bits).
    ///
    /// @return false if an entry is no longer what was read
    private boolean setAccessedAndDirty(GuestWalkResult walk, PagingMode mode, boolean write) {
        for (int level = walk.maxLevel; level >= walk.leafLevel; level--) {
            long read = walk.gptes[level];
            Gpa at = walk.places[level];
            long marked = read;
            if (!GuestEntry.A.in(read)) {
                recorder.emit(new MmuEvent.AccessedBitSet(at));
                marked = GuestEntry.A.set(marked);
            }
            if (level == walk.leafLevel && write && !GuestEntry.D.in(read)) {
                recorder.emit(new MmuEvent.DirtyBitSet(at));
                marked = GuestEntry.D.set(marked);
            }
            if (marked == read || inReadOnlySlot(at)) {
                continue;
            }
            Long current = memory.read(at, mode.entryBytes());
            if (current == null || current != read) {
                return false;
            }
            memory.write(at, mode.entryBytes(), marked, Writer.WALKER);
            walk.gptes[level] = marked;
        }
        return true;
    }

    private boolean inReadOnlySlot(Gpa at) {
        Memslot slot = memory.slot(at.gfn());
        return slot != null && slot.readOnly();
    }

    private Registers registers() {
        return recorder.now().cpu().registers();
    }
}
