package shadewalk.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.homework.Grade;
import shadewalk.lesson.homework.Grader;
import shadewalk.lesson.homework.ResultFile;
import shadewalk.lesson.json.Problem;

/// Prints how a class did.
@Command(
        name = "grade",
        description = "Judges results anew and prints a table of them.",
        mixinStandardHelpOptions = true)
final class GradeCommand implements Callable<Integer> {

    private static final List<String> HEADINGS =
            List.of(
                    "learner",
                    "lesson",
                    "points",
                    "of",
                    "first try",
                    "later",
                    "given away",
                    "open",
                    "result");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "RESULT", arity = "1..*", description = "result files")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private List<Path> files;

    @Option(names = "--csv", description = "as comma-separated values")
    private boolean csv;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Grader grader = new Grader(Glossary.load());
        boolean good = true;
        print(HEADINGS, out);
        for (Path file : files) {
            ResultFile read = ResultFile.read(file);
            for (Problem problem : read.problems()) {
                spec.commandLine().getErr().println(file + ":" + problem);
                good = false;
            }
            if (read.result() != null) {
                Grade grade = grader.grade(read.result());
                good &= grade.standing() == Grade.Standing.GENUINE;
                print(cells(grade), out);
            }
        }
        out.flush();
        return good ? 0 : 1;
    }

    private static List<String> cells(Grade grade) {
        return List.of(
                grade.learner(),
                grade.lesson(),
                grade.pointWords(),
                Integer.toString(grade.questions()),
                Integer.toString(grade.first()),
                Integer.toString(grade.later()),
                Integer.toString(grade.revealed()),
                Integer.toString(grade.open()),
                grade.standing().words());
    }

    private void print(List<String> cells, PrintWriter out) {
        if (csv) {
            out.println(cells.stream().map(GradeCommand::quoted).collect(Collectors.joining(",")));
        } else {
            out.println(
                    "%-24s %-28s %6s %4s %9s %6s %10s %5s  %s"
                            .formatted(cells.stream().map(GradeCommand::plain).toArray()));
        }
    }

    /// A learner's name is not trusted: no control characters reach the terminal, and no cell of a
    /// spreadsheet begins a formula.
    private static String plain(String cell) {
        return cell.replaceAll("\\p{Cntrl}", "?");
    }

    private static String quoted(String cell) {
        String safe = plain(cell);
        boolean formula = Stream.of("=", "+", "-", "@").anyMatch(safe::startsWith);
        return "\"" + (formula ? "'" : "") + safe.replace("\"", "\"\"") + "\"";
    }
}
