package shadewalk.lesson.homework;

import static shadewalk.text.Texts.LESSON;

import java.util.Locale;

/// How a learner did in one lesson or exercise.
///
/// @param standing whether the result belongs to the lesson that it names
/// @param questions how many the lesson asks
/// @param first how many were right at the first try
/// @param later how many were right at a later one
/// @param revealed how many were given away
public record Grade(
        String learner,
        String lesson,
        Standing standing,
        int questions,
        int first,
        int later,
        int revealed) {

    /// Whether a result can be trusted to be about the lesson it names.
    public enum Standing {
        /// The lesson is known and the same, and the answers are as right as the result says.
        GENUINE,
        /// The lesson of this id is another one.
        OTHER_LESSON,
        /// The result calls answers right that are wrong, or speaks of questions that nobody asked.
        ALTERED,
        /// There is no such lesson or template.
        UNKNOWN;

        public String words() {
            return LESSON.get("grade." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /// Questions that were not answered rightly.
    public int open() {
        return questions - first - later - revealed;
    }

    /// One point for a right answer, half a one if it took more than one try.
    public double points() {
        return first + later / 2.0;
    }

    /// The points as a teacher writes them: `3`, `2.5`.
    public String pointWords() {
        double points = points();
        return points == Math.rint(points)
                ? Integer.toString((int) points)
                : String.format(Locale.ROOT, "%.1f", points);
    }
}
