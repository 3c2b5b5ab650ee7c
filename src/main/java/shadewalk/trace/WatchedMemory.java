package shadewalk.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import shadewalk.scenario.Mode;
import shadewalk.scenario.Watch;
import shadewalk.state.Memslot;
import shadewalk.state.MmuEvent;
import shadewalk.state.State;
import shadewalk.state.Words;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Page;

/// The watched guest memory as it was last looked at.
///
/// A watch sees nothing while it does not lie in one memslot as a whole, and then compares with
/// what it saw before. Only frames that an event touched are looked at again.
///
/// A watch that ends within a word sees that word whole where it is now, but of what was there only
/// its own bytes, with zeros after them; it tells the word whenever it has anything to tell.
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
        if (event instanceof MmuEvent.OfHost change) {
            saw(change);
        }
    }

    private void saw(MmuEvent.OfHost change) {
        switch (change) {
            case MmuEvent.MemoryWritten e -> touched.add(e.at().gfn().raw());
            case MmuEvent.MemslotsChanged _, MmuEvent.HostFrameChanged _ -> everything = true;
            case MmuEvent.PageLoggedDirty _, MmuEvent.DirtyLogCleared _ -> {}
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
            SortedMap<Integer, Words> now = changed(state);
            Telling telling = new Telling(state, now, change);
            for (var frame : now.entrySet()) {
                Words was = seen[frame.getKey()];
                long base = new Gfn(firstFrame + frame.getKey()).at(0).raw();
                for (int i = frame.getValue().nextDifference(was, 0);
                        i < Words.COUNT;
                        i = frame.getValue().nextDifference(was, i + 1)) {
                    telling.within(base + i * 8L);
                }
            }
            telling.end();
            now.forEach((frame, words) -> seen[frame] = words);
        }

        /// The frames that may hold something else than before, by their number within the watch.
        private SortedMap<Integer, Words> changed(State state) {
            SortedMap<Integer, Words> now = new TreeMap<>();
            if (everything) {
                for (int frame = 0; frame < seen.length; frame++) {
                    now.put(frame, words(state, frame));
                }
            } else {
                for (long gfn : touched.subSet(firstFrame, firstFrame + seen.length)) {
                    int frame = (int) (gfn - firstFrame);
                    now.put(frame, words(state, frame));
                }
            }
            return now;
        }

        private Words words(State state, int frame) {
            var pfn = state.frame(new Gfn(firstFrame + frame));
            return pfn == null ? Words.ZERO : state.memory().words(pfn);
        }

        /// One pass over what has changed. Units are counted from where the watch begins, so they
        /// need not lie as the 8 bytes do that words of memory have.
        private final class Telling {

            private final State state;
            private final SortedMap<Integer, Words> now;
            private final Change change;
            private long looked = -1;
            private boolean differs;

            Telling(State state, SortedMap<Integer, Words> now, Change change) {
                this.state = state;
                this.now = now;
                this.change = change;
            }

            /// Tells the units that differ within the 8 bytes from `gpa`.
            void within(long gpa) {
                long from = Math.max(looked + 1, Math.floorDiv(gpa - first, unit));
                long to = Math.floorDiv(Math.min(gpa + 7, end - 1) - first, unit);
                for (long number = from; number <= to; number++) {
                    long at = first + number * unit;
                    long before = value(at, frame -> seen[frame]);
                    long after = value(at, frame -> now.getOrDefault(frame, seen[frame]));
                    if (before != after) {
                        differs = true;
                        if (at + unit <= end) {
                            change.at(at, before, after);
                        }
                    }
                }
                looked = Math.max(looked, to);
            }

            /// Tells the unit that the watch ends within.
            void end() {
                long at = end - (end - first) % unit;
                if (!differs || at == end) {
                    return;
                }
                long before = value(at, frame -> seen[frame]);
                long after = whole(at);
                if (before != after) {
                    change.at(at, before, after);
                }
            }

            private long whole(long at) {
                long value = 0;
                for (int i = 0; i < unit; i++) {
                    Long part = state.read(new Gpa(at + i), 1);
                    value |= part == null ? 0 : part << i * 8;
                }
                return value;
            }
        }

        /// The bytes of the watch in one unit.
        private long value(long at, IntFunction<Words> frames) {
            long value = 0;
            for (int i = 0; i < unit && at + i < end; i++) {
                Gpa gpa = new Gpa(at + i);
                Words words = frames.apply((int) (gpa.gfn().raw() - firstFrame));
                long part = words.get(gpa.offset() / 8) >>> gpa.offset() % 8 * 8 & 0xff;
                value |= part << i * 8;
            }
            return value;
        }
    }
}
