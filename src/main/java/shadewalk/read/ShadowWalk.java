package shadewalk.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Field;
import shadewalk.state.Roots;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.State;
import shadewalk.x86.Gva;
import shadewalk.x86.Hpa;
import shadewalk.x86.Page;
import shadewalk.x86.PagingMode;

/// The way of an address through the shadow tables, which is the way the processor takes.
///
/// @param mode the paging mode the processor runs in: PAE unless the guest is in long mode
/// @param steps the entries used, root first; empty while no root is loaded
/// @param end how it ends
/// @param address the host physical address, if the walk reaches one
public record ShadowWalk(PagingMode mode, List<ShadowStep> steps, End end, @Nullable Hpa address) {

    /// How a walk ends.
    public enum End {
        /// At memory.
        PAGE,
        /// At an empty entry: the processor faults and KVM has work.
        MISS,
        /// At an entry that stands for a device.
        MMIO,
        /// Nowhere: there is no root yet.
        NO_ROOT
    }

    public ShadowWalk {
        steps = List.copyOf(steps);
    }

    /// Walks for an address.
    public static ShadowWalk of(State state, Gva gva) {
        Roots.Root root = state.cpu().roots().current();
        PagingMode mode = ShadowStep.mode(state);
        if (!root.valid()) {
            return new ShadowWalk(mode, List.of(), End.NO_ROOT, null);
        }
        List<ShadowStep> steps = new ArrayList<>();
        int page = root.page();
        for (PagingMode.Level level : mode.levels()) {
            ShadowStep step = step(state, root, level, page, gva);
            steps.add(step);
            if (step.mmio()) {
                return new ShadowWalk(mode, steps, End.MMIO, null);
            }
            if (!step.present()) {
                return new ShadowWalk(mode, steps, End.MISS, null);
            }
            if (step.leaf()) {
                return new ShadowWalk(mode, steps, End.PAGE, address(mode, step, gva));
            }
            page = ShadowPage.childOf(step.spte());
        }
        throw new IllegalStateException("a shadow walk of " + gva + " went below level 1");
    }

    /// Which of a shadow table's 512 entries an address uses.
    public static int index(int level, Gva gva) {
        return PagingMode.LEVEL5.level(level).index().intOf(gva.raw());
    }

    private static ShadowStep step(
            State state, Roots.Root root, PagingMode.Level level, int page, Gva gva) {
        int index = level.index().intOf(gva.raw());
        boolean first = level.number() == ShadowStep.mode(state).depth();
        if (first && root.isPae()) {
            long entry = state.cpu().roots().paeRoot().get(index);
            return new ShadowStep(level, ShadowStep.PAE_ROOT, index, entry);
        }
        return new ShadowStep(level, page, index, state.shadow().page(page).spte(index));
    }

    private static Hpa address(PagingMode mode, ShadowStep leaf, Gva gva) {
        long address = Spte.PFN.inPlace(leaf.spte());
        Field frame = mode.frameOffset(leaf.level().number());
        if (frame != null) {
            address = frame.with(address, frame.of(gva.raw()));
        }
        return new Hpa(Page.OFFSET.with(address, gva.offset()));
    }

    /// The step at a level, if the walk gets there.
    public Optional<ShadowStep> at(int level) {
        return steps.stream().filter(step -> step.level().number() == level).findFirst();
    }

    /// The entry the walk ends at, if it has begun.
    public Optional<ShadowStep> last() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }
}
