package shadewalk.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import shadewalk.read.EventKind;
import shadewalk.read.Told;
import shadewalk.scenario.Timeline;
import shadewalk.ui.session.Chapters;

/// Where on a bar of some width the events and steps of a run stand.
///
/// Event i stands at position i + 1, which it leads to. Where events are too many for a tick each,
/// one tick stands for its neighbours and shows the most telling kind among them.
final class Track {

    /// The nearest that two ticks may stand, in pixels at 100 %.
    private static final double NEAREST = 4;

    /// The least room for a step's number.
    private static final double STEP_ROOM = 16;

    private final double left;
    private final double width;
    private final int size;
    private final List<Tick> ticks;
    private final List<Band> bands;

    /// A tick that stands for `count` events, the last of which leads to `position`.
    record Tick(double x, int position, EventKind kind, int count) {}

    /// The part of the bar that a chapter takes, or several from the first to the last where they
    /// are too many for a part each.
    ///
    /// @param name of the first
    /// @param named whether the name has room
    record Band(int first, int last, String name, double from, double to, boolean named) {

        boolean holds(int chapter) {
            return first <= chapter && chapter <= last;
        }
    }

    /// @param left where position 0 is, in pixels
    /// @param width from there to the run's end, in pixels
    /// @param scale the size of everything, 1 for 100 %
    Track(Timeline run, Chapters chapters, double left, double width, double scale) {
        this.left = left;
        this.width = width;
        this.size = run.size();
        this.ticks = ticks(run, NEAREST * scale);
        this.bands = bands(chapters.all(), NEAREST * scale, STEP_ROOM * scale);
    }

    double x(int position) {
        return size == 0 ? left : left + width * position / size;
    }

    /// The position nearest to a pixel.
    int position(double x) {
        return Math.clamp(Math.round((x - left) / Math.max(width, 1) * size), 0, size);
    }

    List<Tick> ticks() {
        return ticks;
    }

    List<Band> bands() {
        return bands;
    }

    /// Pixels from one event to the next.
    double spacing() {
        return size == 0 ? width : width / size;
    }

    private List<Tick> ticks(Timeline run, double nearest) {
        List<Tick> made = new ArrayList<>();
        int group = (int) Math.max(1, Math.ceil(nearest / Math.max(spacing(), 1e-9)));
        for (int from = 0; from < size; from += group) {
            int to = Math.min(from + group, size);
            EventKind kind = Told.of(run.event(from)).kind();
            for (int i = from + 1; i < to; i++) {
                EventKind other = Told.of(run.event(i)).kind();
                kind = other.weight() > kind.weight() ? other : kind;
            }
            made.add(new Tick(x(to), to, kind, to - from));
        }
        return List.copyOf(made);
    }

    private List<Band> bands(List<Chapters.Chapter> chapters, double nearest, double room) {
        List<Band> made = new ArrayList<>();
        double lastName = Double.NEGATIVE_INFINITY;
        int first = 0;
        while (first < chapters.size()) {
            double from = x(chapters.get(first).from());
            int last = first;
            while (last < chapters.size() - 1 && x(chapters.get(last).to()) - from < nearest) {
                last++;
            }
            boolean named = from - lastName >= room;
            if (named) {
                lastName = from;
            }
            String name = chapters.get(first).label();
            made.add(new Band(first, last, name, from, x(chapters.get(last).to()), named));
            first = last + 1;
        }
        return List.copyOf(made);
    }
}
