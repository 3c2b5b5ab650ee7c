package shadewalk.cli;

import java.util.List;
import java.util.stream.Collectors;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.Read;

/// What keeps a command from doing what it was asked, as lines to print.
final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final int exit;

    private Refused(String lines, int exit) {
        super(lines, null, false, false);
        this.exit = exit;
    }

    /// A file or a lesson is wrong.
    static Refused file(String lines) {
        return new Refused(lines, 1);
    }

    /// Each problem of a file, with the file's name before it.
    static Refused file(String name, List<Problem> problems) {
        return file(
                problems.stream()
                        .map(problem -> name + ":" + problem)
                        .collect(Collectors.joining(System.lineSeparator())));
    }

    /// What a file holds, or its problems.
    static <T> T unless(String name, Read<T> read) throws Refused {
        if (read.value() == null) {
            throw file(name, read.problems());
        }
        return read.value();
    }

    /// The command's own words are wrong.
    static Refused words(String sentence) {
        return new Refused(sentence, 2);
    }

    /// The exit code for it.
    int exit() {
        return exit;
    }
}
