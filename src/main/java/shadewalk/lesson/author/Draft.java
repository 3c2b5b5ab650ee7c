package shadewalk.lesson.author;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shadewalk.lesson.json.Problem;

/// A lesson file that is being written, as it was saved last.
///
/// @param problems in the order of the file
public record Draft(Path file, List<Problem> problems) {

    private static final Pattern STEP = Pattern.compile("\\$\\.steps\\[(\\d{1,3})].*");

    public Draft {
        problems = List.copyOf(problems);
    }

    /// The step of the lesson that a problem is about, counted from 0.
    public static OptionalInt step(Problem problem) {
        Matcher matcher = STEP.matcher(problem.path());
        return matcher.matches()
                ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                : OptionalInt.empty();
    }
}
