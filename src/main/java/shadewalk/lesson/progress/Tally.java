package shadewalk.lesson.progress;

import java.util.Collection;
import shadewalk.lesson.play.Attempt;

/// How the questions of a lesson were answered.
///
/// @param questions how many there are
/// @param first how many were right at once
/// @param later how many were right in the end
/// @param shown how many were given away
public record Tally(int questions, int first, int later, int shown) {

    public static Tally of(int questions, Collection<Attempt> attempts) {
        int first = 0;
        int later = 0;
        int shown = 0;
        for (Attempt attempt : attempts) {
            if (attempt.revealed()) {
                shown++;
            } else if (attempt.right() && attempt.given().size() == 1) {
                first++;
            } else if (attempt.right()) {
                later++;
            }
        }
        return new Tally(questions, first, later, shown);
    }

    /// How many wait for their answer.
    public int open() {
        return questions - first - later - shown;
    }
}
