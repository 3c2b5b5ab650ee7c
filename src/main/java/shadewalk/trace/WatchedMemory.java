package shadewalk.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import shadewalk.scenario.Mode;
import shadewalk.scenario.Watch;
import shadewalk.state.Memslot;
import shadewalk.state.MmuEvent;
import shadewalk.state.State;
import shadewalk.state.Words;
import shadewalk.x86.Gfn;
import shadewalk.x86.Page;

/// The watched guest memory as it was last looked at.
///
/// A watch sees nothing while it does not lie in one memslot as a whole, and then compares with
/// what it saw before. Only frames that an event touched are looked at again.
final class WatchedMemory {

    /// Receives one changed word.
    interface Change {
        void at(long gpa, long was, long now);
    }

    private final int unit;
    private final List<View> views = new ArrayList<>();
    private final TreeSet<Long> touched = new TreeSet<>();
    private boolean everything = true;

    WatchedMemory(Mode mode, List<Watch> watches) {
        unit = mode.wordBytes();
        watches.forEach(watch -> views.add(new View(watch)));
    }

    /// Takes note of what an event touched.
    void saw(MmuEvent event) {
        switch (event) {
            case MmuEvent.MemoryWritten e -> touched.add(e.at().gfn().raw());
            case MmuEvent.MemslotsChanged _, MmuEvent.HostFrameChanged _ -> everything = true;
            default -> {}
        }
    }

    /// Tells every word that differs from when it was last looked at, watch by watch, in the order
    /// of addresses.
    void look(State state, Change change) {
        for (View view : views) {
            if (view.inOneSlot(state)) {
                view.look(state, change);
            }
        }
        touched.clear();
        everything = false;
    }

    private final class View {

        private final long first;
        private final long end;
        private final long firstFrame;
        private final Words[] seen;

        View(Watch watch) {
            first = watch.at().raw();
            end = first + watch.bytes();
            firstFrame = watch.at().gfn().raw();
            seen = new Words[(int) (Page.FRAME.of(end - 1) - firstFrame + 1)];
            Arrays.fill(seen, Words.ZERO);
        }

        boolean inOneSlot(State state) {
            Memslot slot = state.slots().of(new Gfn(firstFrame));
            return slot != null && slot.covers(new Gfn(firstFrame + seen.length - 1));
        }

        void look(State state, Change change) {
            if (everything) {
                for (int i = 0; i < seen.length; i++) {
                    look(state, i, change);
                }
                return;
            }
            for (long gfn : touched.subSet(firstFrame, firstFrame + seen.length)) {
                look(state, (int) (gfn - firstFrame), change);
            }
        }

        private void look(State state, int frame, Change change) {
            Gfn gfn = new Gfn(firstFrame + frame);
            var pfn = state.frame(gfn);
            Words now = pfn == null ? Words.ZERO : state.memory().words(pfn);
            Words was = seen[frame];
            seen[frame] = now;
            for (int i = now.nextDifference(was, 0);
                    i < Words.COUNT;
                    i = now.nextDifference(was, i + 1)) {
                tell(gfn.at(i * 8).raw(), was.get(i), now.get(i), change);
            }
        }

        /// Tells the parts of an 8-byte word that differ and are watched.
        private void tell(long gpa, long was, long now, Change change) {
            for (int offset = 0; offset < 8; offset += unit) {
                long before = part(was, offset);
                long after = part(now, offset);
                if (before != after && gpa + offset >= first && gpa + offset < end) {
                    change.at(gpa + offset, before, after);
                }
            }
        }

        private long part(long word, int offset) {
            return unit == 8 ? word : word >>> offset * 8 & 0xffff_ffffL;
        }
    }
}
