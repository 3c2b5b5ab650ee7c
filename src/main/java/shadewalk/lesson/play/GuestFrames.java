package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.ArrayList;
import java.util.List;
import shadewalk.bits.Hex;
import shadewalk.lesson.Blueprint;
import shadewalk.state.Memslot;
import shadewalk.x86.Gpa;
import shadewalk.x86.Page;

/// The memslots of a machine that is being put together, and which of their frames are spoken for.
final class GuestFrames {

    private static final long FIRST_FREE = 0x1000;
    private static final long ADDRESSES = 1L << 40;

    private final List<Memslot> slots = new ArrayList<>();
    private final List<Range> taken = new ArrayList<>();
    private long next = FIRST_FREE;

    /// Guest physical addresses from `start` up to and without `end`.
    private record Range(long start, long end) {

        boolean holds(long address) {
            return address >= start && address < end;
        }
    }

    List<Memslot> slots() {
        return List.copyOf(slots);
    }

    void add(Blueprint.Slot slot) throws Unresolved {
        if (Page.OFFSET.in(slot.gpa()) || Page.OFFSET.in(slot.bytes())) {
            throw new Unresolved(PROBLEMS.get("guest-frames.memslot-begins-ends"));
        }
        long pages = Page.FRAME.of(slot.bytes());
        if (pages < 1
                || pages > Memslot.MAX_PAGES
                || Long.compareUnsigned(slot.gpa(), ADDRESSES) >= 0) {
            throw new Unresolved(
                    PROBLEMS.get(
                            "guest-frames.memslot-has-4",
                            Hex.prefixed(slot.bytes()),
                            Hex.prefixed(slot.gpa())));
        }
        Memslot made =
                new Memslot(
                        slot.id(),
                        new Gpa(slot.gpa()).gfn(),
                        pages,
                        slot.flags().contains("ro"),
                        slot.flags().contains("log"),
                        slot.flags().contains("thp"));
        for (Memslot other : slots) {
            if (other.id() == made.id() || other.overlaps(made)) {
                throw new Unresolved(
                        PROBLEMS.get("guest-frames.memslot-has-number", made.id(), other.id()));
            }
        }
        slots.add(made);
    }

    boolean backed(long gpa) {
        return slots.stream().anyMatch(slot -> slot.covers(new Gpa(gpa).gfn()));
    }

    /// Keeps tables out of these bytes.
    void take(long gpa, long bytes) {
        taken.add(new Range(Page.FRAME.inPlace(gpa), gpa + bytes));
    }

    /// The lowest frame of a writable slot that nobody has spoken for.
    long free() throws Unresolved {
        for (Memslot slot : slots) {
            long end = slot.gfn(slot.pages()).at(0).raw();
            long frame = Math.max(slot.base().at(0).raw(), next);
            while (!slot.readOnly() && frame < end) {
                long candidate = frame;
                Range hit =
                        taken.stream()
                                .filter(range -> range.holds(candidate))
                                .findFirst()
                                .orElse(null);
                if (hit == null) {
                    next = frame + Page.SIZE;
                    return frame;
                }
                frame = Page.FRAME.inPlace(hit.end() + Page.SIZE - 1);
            }
        }
        throw new Unresolved(PROBLEMS.get("guest-frames.no-free-frame"));
    }
}
