package shadewalk.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shadewalk.state.Registers;
import shadewalk.state.State;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;
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
        Gpa table = mode.root(registers.cr3());
        for (PagingMode.Level level : mode.levels()) {
            int index = level.index().intOf(gva.raw());
            Gpa at = new Gpa(table.raw() + (long) index * mode.entryBytes());
            Long entry = GuestTables.entry(state, level, at, index);
            if (entry == null) {
                return new GuestWalk(mode, steps, End.NO_MEMORY, null);
            }
            GuestStep step = GuestStep.of(registers, level, at, index, entry);
            steps.add(step);
            if (!step.present()) {
                return new GuestWalk(mode, steps, End.NOT_PRESENT, null);
            }
            if (step.leaf()) {
                return new GuestWalk(
                        mode, steps, End.PAGE, mode.translate(level.number(), entry, gva));
            }
            table = new Gpa(mode.base().inPlace(entry));
        }
        throw new IllegalStateException("a level 1 entry of " + mode + " did not end the walk");
    }

    /// The step at a level, if the walk gets there.
    public Optional<GuestStep> at(int level) {
        return steps.stream().filter(step -> step.level().number() == level).findFirst();
    }
}
