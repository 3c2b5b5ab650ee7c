package shadewalk.diagram.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Field;
import shadewalk.state.Registers;
import shadewalk.state.State;
import shadewalk.x86.Cr4;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.Gva;
import shadewalk.x86.Page;
import shadewalk.x86.PagingMode;

/// The way of an address through the guest's own tables, as they are in memory now. Rights are not
/// checked and nothing is marked; the engine's walker does that.
///
/// @param mode the guest's paging mode
/// @param steps the entries read, root first; the last one names the page, or is not present, or
///   names a frame without memory
/// @param end how it ends
/// @param gpa the guest physical address, if the walk reaches one
public record GuestWalk(PagingMode mode, List<GuestStep> steps, End end, @Nullable Gpa gpa) {

    /// How a walk ends.
    public enum End {
        /// At a page.
        PAGE,
        /// At an entry that is not present.
        NOT_PRESENT,
        /// At a table where no memslot is.
        NO_MEMORY
    }

    private static final Field PDPT =
            new Field("page-directory-pointer table", 31, 5, "its guest physical address");
    private static final Field PA_35_32 =
            new Field("35:32", 35, 32, "address bits above 4 GiB of a 4 MiB page");

    public GuestWalk {
        steps = List.copyOf(steps);
    }

    /// Walks for an address.
    public static GuestWalk of(State state, Gva gva) {
        Registers registers = state.cpu().registers();
        PagingMode mode = registers.mode();
        if (mode.depth() == 0) {
            return new GuestWalk(mode, List.of(), End.PAGE, new Gpa(gva.raw()));
        }
        List<GuestStep> steps = new ArrayList<>();
        Gpa table = root(registers);
        for (PagingMode.Level level : mode.levels()) {
            int index = level.index().intOf(gva.raw());
            Gpa at = new Gpa(table.raw() + (long) index * mode.entryBytes());
            Long entry = entry(state, mode, level, at, index);
            if (entry == null) {
                return new GuestWalk(mode, steps, End.NO_MEMORY, null);
            }
            boolean leaf = leaf(registers, mode, level, entry);
            steps.add(new GuestStep(level, at, index, entry, leaf));
            if (!GuestEntry.P.in(entry)) {
                return new GuestWalk(mode, steps, End.NOT_PRESENT, null);
            }
            if (leaf) {
                return new GuestWalk(mode, steps, End.PAGE, gpa(mode, level, entry, gva));
            }
            table = new Gpa(mode.base().inPlace(entry));
        }
        throw new IllegalStateException("a level 1 entry of " + mode + " did not end the walk");
    }

    /// Where CR3 says the first table is.
    public static Gpa root(Registers registers) {
        PagingMode mode = registers.mode();
        Field base = mode.equals(PagingMode.PAE) ? PDPT : mode.base();
        return new Gpa(base.inPlace(registers.cr3()));
    }

    /// A PAE guest's pointers count as they were when they were loaded.
    private static @Nullable Long entry(
            State state, PagingMode mode, PagingMode.Level level, Gpa at, int index) {
        boolean cached = mode.equals(PagingMode.PAE) && level.number() == mode.depth();
        return cached
                ? state.cpu().registers().pdptrs().get(index)
                : state.read(at, mode.entryBytes());
    }

    /// Whether an entry maps a page; bit 7 of a 32-bit PDE counts only with CR4.PSE.
    ///
    /// Source: Intel SDM volume 3A, 4.3 to 4.5.
    public static boolean leaf(
            Registers registers, PagingMode mode, PagingMode.Level level, long entry) {
        if (level.number() == 1) {
            return true;
        }
        boolean large = level.largePage() != null && GuestEntry.PS.in(entry);
        return large && (mode.entryBytes() == 8 || registers.cr4(Cr4.PSE));
    }

    /// The first frame of the page that a leaf entry maps.
    public static Gfn page(PagingMode mode, PagingMode.Level level, long entry) {
        return gpa(mode, level, entry, new Gva(0)).gfn();
    }

    private static Gpa gpa(PagingMode mode, PagingMode.Level level, long entry, Gva gva) {
        long address = mode.leafBase(level.number()).inPlace(entry);
        if (mode.entryBytes() == 4 && level.number() == 2) {
            address = PA_35_32.with(address, GuestEntry.PSE36.of(entry));
        }
        Field frame = mode.frameOffset(level.number());
        if (frame != null) {
            address = frame.with(address, frame.of(gva.raw()));
        }
        return new Gpa(Page.OFFSET.with(address, gva.offset()));
    }

    /// The step at a level, if the walk gets there.
    public Optional<GuestStep> at(int level) {
        return steps.stream().filter(step -> step.level().number() == level).findFirst();
    }
}
