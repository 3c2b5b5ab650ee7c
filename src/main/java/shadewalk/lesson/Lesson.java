package shadewalk.lesson;

import java.util.List;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.json.Places;

/// A lesson as its file says it: a machine, and stops at which something is told, done, shown,
/// asked and claimed. [LessonFile] reads one, [LessonCheck] finds out whether it is true.
///
/// @param id short and unique, `two-level-walk`
/// @param language of all texts, `en`
/// @param minutes how long a learner needs
/// @param goal what the learner can do afterwards, one sentence
/// @param needs ids of lessons that come before
/// @param stops at least one
/// @param exercise where it comes from, if it was made from a template; else null
/// @param digest tells whether two files hold the same lesson
/// @param places where everything stands in the file
public record Lesson(
        String id,
        String title,
        String language,
        int minutes,
        String goal,
        List<String> needs,
        Blueprint machine,
        List<Stop> stops,
        List<Source> sources,
        Teaching teaching,
        @Nullable Exercise exercise,
        String digest,
        Places places) {

    /// The version of the file format.
    public static final int FORMAT = 1;

    /// The kernel whose behaviour lessons may claim.
    public static final String KERNEL = "6.1";

    public Lesson {
        needs = List.copyOf(needs);
        stops = List.copyOf(stops);
        sources = List.copyOf(sources);
    }

    /// What a teacher wants to know beforehand.
    ///
    /// @param misconceptions what learners believe, and what shows them otherwise
    /// @param notes Markdown, may be empty
    /// @param discussion questions for the class
    public record Teaching(
            List<Misconception> misconceptions, String notes, List<String> discussion) {

        public static final Teaching NONE = new Teaching(List.of(), "", List.of());

        public Teaching {
            misconceptions = List.copyOf(misconceptions);
            discussion = List.copyOf(discussion);
        }
    }

    /// A mistake that learners make.
    ///
    /// @param belief what a learner may think
    /// @param answer what is true instead
    /// @param stop id of the stop whose question catches it; empty if none does
    public record Misconception(String belief, String answer, String stop) {}

    /// The path of a stop in the file.
    public static String path(int stop) {
        return "$.steps[" + stop + "]";
    }
}
