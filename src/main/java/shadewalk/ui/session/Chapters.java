package shadewalk.ui.session;

import java.util.ArrayList;
import java.util.List;
import shadewalk.scenario.Timeline;

/// The parts of a run between which a person moves in one go, in order and without a gap: its
/// steps, or the stops of a lesson.
public final class Chapters {

    private final List<Chapter> all;

    private Chapters(List<Chapter> all) {
        this.all = List.copyOf(all);
    }

    /// A part of a run.
    ///
    /// @param label a number or a short word
    /// @param from position at which it begins
    /// @param to position at which it ends
    public record Chapter(String label, int from, int to) {}

    public static Chapters of(List<Chapter> chapters) {
        return new Chapters(chapters);
    }

    /// Each step is a chapter.
    public static Chapters ofSteps(Timeline run) {
        List<Chapter> steps = new ArrayList<>();
        for (int step = 0; step < run.steps(); step++) {
            steps.add(new Chapter(String.valueOf(step), run.stepStart(step), run.stepEnd(step)));
        }
        return new Chapters(steps);
    }

    public List<Chapter> all() {
        return all;
    }

    /// The end of the chapter that position `n` lies in, or of the next one if `n` is an end.
    public int boundaryAfter(int n) {
        int at = firstEndingBehind(n);
        return at == all.size() ? n : all.get(at).to();
    }

    /// The last end of a chapter before position `n`; 0 if there is none.
    public int boundaryBefore(int n) {
        for (int at = Math.min(firstEndingBehind(n), all.size() - 1); at >= 0; at--) {
            if (all.get(at).to() < n) {
                return all.get(at).to();
            }
        }
        return 0;
    }

    /// The number of the chapter whose events lead to position `n`; -1 before the first.
    public int indexOf(int n) {
        int at = firstEndingBehind(n - 1);
        return at < all.size() && all.get(at).from() < n ? at : -1;
    }

    private int firstEndingBehind(int n) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).to() > n) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
