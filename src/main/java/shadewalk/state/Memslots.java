package shadewalk.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shadewalk.x86.Gfn;

/// All memslots and the generation that grows with every change.
///
/// @param slots in order of their numbers
/// @param generation moves by 2 when the set is activated once and by 4 when a slot is deleted or
///   moved, which activates it twice
public record Memslots(List<Memslot> slots, long generation) {

    public static final Memslots NONE = new Memslots(List.of(), 0);

    public Memslots {
        slots = List.copyOf(slots);
    }

    /// The slot that backs a guest frame, or null. Kernel: kvm_main.c, gfn_to_memslot.
    public @Nullable Memslot of(Gfn gfn) {
        for (Memslot slot : slots) {
            if (slot.covers(gfn)) {
                return slot;
            }
        }
        return null;
    }

    /// The slot with this number, or null. Kernel: kvm_host.h, id_to_memslot.
    public @Nullable Memslot numbered(int id) {
        for (Memslot slot : slots) {
            if (slot.id() == id) {
                return slot;
            }
        }
        return null;
    }

    /// Frames in all slots together.
    public long pages() {
        return slots.stream().mapToLong(Memslot::pages).sum();
    }

    /// With `slot` in place of the one of its number, the generation `step` higher.
    public Memslots with(Memslot slot, int step) {
        List<Memslot> now = others(slot.id());
        now.add(slot);
        now.sort(Comparator.comparingInt(Memslot::id));
        return new Memslots(now, generation + step);
    }

    /// Without the slot of this number, the generation `step` higher.
    public Memslots without(int id, int step) {
        return new Memslots(others(id), generation + step);
    }

    private List<Memslot> others(int id) {
        List<Memslot> now = new ArrayList<>(slots);
        now.removeIf(slot -> slot.id() == id);
        return now;
    }
}
