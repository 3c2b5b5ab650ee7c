package shadewalk.manuals;

import java.util.ArrayList;
import java.util.List;

/// What the manuals say a processor does with one access: whether it is allowed, with which error
/// code it faults otherwise, and which accessed and dirty bits are set afterwards.
///
/// A naive second reading that shares nothing with the program: no type, no constant, no loop over
/// levels. Each paging mode is written out as its chapter goes, with plain numbers.
///
/// Source: Intel SDM volume 3A, 4.3 to 4.8; AMD APM volume 2, 5.2 to 5.6. Protection keys, shadow
/// stacks and the speculative setting of accessed bits are left out.
///
/// @param paging the paging mode
/// @param memory the physical memory the tables lie in
/// @param tables CR3
/// @param pdptes the four page-directory-pointer-table entry registers of PAE paging
/// @param pse CR4.PSE
/// @param wp CR0.WP
/// @param smep CR4.SMEP
/// @param smap CR4.SMAP
/// @param nxe EFER.NXE
/// @param width MAXPHYADDR, at most 51
/// @param pseWidth physical address bits that 4 MiB pages of 32-bit paging can name, 32 to 40
/// @param amd whether bit 8 of a PML4E and PML5E must be zero
public record Book(
        Paging paging,
        Memory memory,
        long tables,
        List<Long> pdptes,
        boolean pse,
        boolean wp,
        boolean smep,
        boolean smap,
        boolean nxe,
        int width,
        int pseWidth,
        boolean amd) {

    public enum Paging {
        BITS_32,
        PAE,
        LEVEL_4,
        LEVEL_5
    }

    public enum Use {
        READ,
        WRITE,
        FETCH
    }

    /// Physical memory.
    @FunctionalInterface
    public interface Memory {

        long read(long physical, int bytes);
    }

    /// One access.
    ///
    /// @param user whether the privilege level is 3
    /// @param ac EFLAGS.AC
    public record Access(long linear, Use use, boolean user, boolean ac) {}

    /// The outcome.
    public sealed interface Answer {

        /// The access reaches `physical`, and the entries used hold these values now.
        record Reached(long physical, boolean writable, List<Entry> entries) implements Answer {}

        /// A page fault.
        record Fault(int code) implements Answer {}
    }

    /// An entry of a paging structure: where it stands and what it holds.
    public record Entry(long at, long value) {}

    /// What happens to an access.
    public Answer of(Access access) {
        return switch (paging) {
            case BITS_32 -> bits32(access);
            case PAE -> pae(access);
            case LEVEL_4 -> level4(access, tables & 0x000f_ffff_ffff_f000L, new Path(access));
            case LEVEL_5 -> level5(access);
        };
    }

    /// 4.3: a page directory and a page table of 1,024 entries with 4 bytes each.
    private Answer bits32(Access access) {
        Path path = new Path(access);
        long pdeAt = (tables & 0xffff_f000L) + (access.linear >>> 22 & 0x3ff) * 4;
        long pde = memory.read(pdeAt, 4);
        if ((pde & 1) == 0) {
            return path.notPresent();
        }
        if (pse && (pde & 0x80) != 0) {
            // Table 4-4: bits (M-20):13 are address bits (M-1):32, those above up to 21 are zero.
            long high = pde & 0x1f_e000 & (1L << pseWidth - 19) - 1;
            if ((pde & 0x3f_e000 & ~high) != 0) {
                return path.reserved();
            }
            path.uses(pdeAt, pde);
            return path.ends(pde & 0xffc0_0000L | high << 19 | access.linear & 0x3f_ffff);
        }
        path.uses(pdeAt, pde);
        long pteAt = (pde & 0xffff_f000L) + (access.linear >>> 12 & 0x3ff) * 4;
        long pte = memory.read(pteAt, 4);
        if ((pte & 1) == 0) {
            return path.notPresent();
        }
        path.uses(pteAt, pte);
        return path.ends(pte & 0xffff_f000L | access.linear & 0xfff);
    }

    /// 4.4: the four pointers were loaded, and checked, together with CR3. They carry no rights and
    /// no accessed bit.
    private Answer pae(Access access) {
        Path path = new Path(access);
        long pdpte = pdptes.get((int) (access.linear >>> 30 & 3));
        if ((pdpte & 1) == 0) {
            return path.notPresent();
        }
        long highBits = 0x7fff_ffff_ffff_ffffL & -1L << width;
        return directory(access, pdpte & 0x000f_ffff_ffff_f000L, path, highBits);
    }

    /// 4.5 with five levels.
    private Answer level5(Access access) {
        Path path = new Path(access);
        long at = (tables & 0x000f_ffff_ffff_f000L) + (access.linear >>> 48 & 0x1ff) * 8;
        long entry = memory.read(at, 8);
        if ((entry & 1) == 0) {
            return path.notPresent();
        }
        if (topIsBad(entry)) {
            return path.reserved();
        }
        path.uses(at, entry);
        return level4(access, entry & 0x000f_ffff_ffff_f000L, path);
    }

    /// 4.5: PML4E, then PDPTE.
    private Answer level4(Access access, long table, Path path) {
        long pml4eAt = table + (access.linear >>> 39 & 0x1ff) * 8;
        long pml4e = memory.read(pml4eAt, 8);
        if ((pml4e & 1) == 0) {
            return path.notPresent();
        }
        if (topIsBad(pml4e)) {
            return path.reserved();
        }
        path.uses(pml4eAt, pml4e);

        long pdpteAt = (pml4e & 0x000f_ffff_ffff_f000L) + (access.linear >>> 30 & 0x1ff) * 8;
        long pdpte = memory.read(pdpteAt, 8);
        if ((pdpte & 1) == 0) {
            return path.notPresent();
        }
        boolean giant = (pdpte & 0x80) != 0;
        if (isBad(pdpte, longModeHighBits() | (giant ? 0x3fff_e000L : 0))) {
            return path.reserved();
        }
        path.uses(pdpteAt, pdpte);
        if (giant) {
            return path.ends(pdpte & 0x000f_ffff_c000_0000L | access.linear & 0x3fff_ffff);
        }
        return directory(access, pdpte & 0x000f_ffff_ffff_f000L, path, longModeHighBits());
    }

    /// Page directory and page table with entries of 8 bytes.
    private Answer directory(Access access, long table, Path path, long highBits) {
        long pdeAt = table + (access.linear >>> 21 & 0x1ff) * 8;
        long pde = memory.read(pdeAt, 8);
        if ((pde & 1) == 0) {
            return path.notPresent();
        }
        boolean large = (pde & 0x80) != 0;
        if (isBad(pde, highBits | (large ? 0x1f_e000 : 0))) {
            return path.reserved();
        }
        path.uses(pdeAt, pde);
        if (large) {
            return path.ends(pde & 0x000f_ffff_ffe0_0000L | access.linear & 0x1f_ffff);
        }
        long pteAt = (pde & 0x000f_ffff_ffff_f000L) + (access.linear >>> 12 & 0x1ff) * 8;
        long pte = memory.read(pteAt, 8);
        if ((pte & 1) == 0) {
            return path.notPresent();
        }
        if (isBad(pte, highBits)) {
            return path.reserved();
        }
        path.uses(pteAt, pte);
        return path.ends(pte & 0x000f_ffff_ffff_f000L | access.linear & 0xfff);
    }

    private long longModeHighBits() {
        return 0x000f_ffff_ffff_ffffL & -1L << width;
    }

    private boolean topIsBad(long entry) {
        return isBad(entry, longModeHighBits() | (amd ? 0x180 : 0x80));
    }

    /// Bit 63 is reserved while EFER.NXE is clear.
    private boolean isBad(long entry, long mustBeZero) {
        return (entry & mustBeZero) != 0 || !nxe && entry < 0;
    }

    /// What the entries on the way to a page add up to.
    private final class Path {

        private final Access access;
        private final List<Entry> used = new ArrayList<>();
        private boolean allWritable = true;
        private boolean allUser = true;
        private boolean anyNoExecute;

        Path(Access access) {
            this.access = access;
        }

        void uses(long at, long entry) {
            used.add(new Entry(at, entry));
            allWritable &= (entry & 2) != 0;
            allUser &= (entry & 4) != 0;
            anyNoExecute |= entry < 0;
        }

        Answer ends(long physical) {
            if (!(access.user ? userMay() : supervisorMay())) {
                return new Answer.Fault(code(0x1));
            }
            // 4.8: every entry used is accessed; a write makes the one that names the page dirty.
            List<Entry> after = new ArrayList<>();
            for (Entry entry : used) {
                after.add(new Entry(entry.at, entry.value | 0x20));
            }
            if (access.use == Use.WRITE) {
                Entry last = after.removeLast();
                after.add(new Entry(last.at, last.value | 0x40));
            }
            return new Answer.Reached(physical, allWritable, after);
        }

        /// 4.6.1, accesses of user mode.
        private boolean userMay() {
            if (!allUser) {
                return false;
            }
            return switch (access.use) {
                case READ -> true;
                case WRITE -> allWritable;
                case FETCH -> mayBeExecuted();
            };
        }

        /// 4.6.1, accesses of supervisor mode.
        private boolean supervisorMay() {
            boolean smapStops = allUser && smap && !access.ac;
            return switch (access.use) {
                case READ -> !smapStops;
                case WRITE -> !smapStops && (allWritable || !wp);
                case FETCH -> !(allUser && smep) && mayBeExecuted();
            };
        }

        private boolean mayBeExecuted() {
            return paging == Paging.BITS_32 || !nxe || !anyNoExecute;
        }

        Answer notPresent() {
            return new Answer.Fault(code(0));
        }

        Answer reserved() {
            return new Answer.Fault(code(0x9));
        }

        /// 4.7. Bit 4 is set for a fetch if SMEP is on, or if no-execute pages are possible at all.
        private int code(int found) {
            int code = found;
            if (access.use == Use.WRITE) {
                code |= 0x2;
            }
            if (access.user) {
                code |= 0x4;
            }
            if (access.use == Use.FETCH && (smep || nxe && paging != Paging.BITS_32)) {
                code |= 0x10;
            }
            return code;
        }
    }
}
