package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.homework.Grade;
import shadewalk.lesson.homework.Grader;
import shadewalk.lesson.homework.Result;
import shadewalk.lesson.homework.ResultFile;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.Read;

/// Prints how a class did.
@Command(name = "grade", mixinStandardHelpOptions = true)
final class GradeCommand extends TerminalCommand {

    @Parameters(paramLabel = "RESULT", descriptionKey = "RESULT", arity = "1..*")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private List<Path> files;

    @Option(names = "--csv")
    private boolean csv;

    @Override
    int run() {
        Map<Path, Grade> grades = new LinkedHashMap<>();
        boolean good = grade(grades);
        print(List.of(COMMANDS.get("grade-command.headings").split(", ")));
        for (Map.Entry<Path, Grade> graded : grades.entrySet()) {
            Grade grade = graded.getValue();
            List<String> twins = twins(graded.getKey(), grade, grades);
            good &= grade.standing() == Grade.Standing.GENUINE && twins.isEmpty();
            print(cells(graded.getKey(), grade, twins));
        }
        return good ? 0 : 1;
    }

    /// Grades every file once; whether each was a result, and named once.
    private boolean grade(Map<Path, Grade> grades) {
        Grader grader = new Grader(Glossary.load());
        Set<Path> seen = new HashSet<>();
        boolean good = true;
        for (Path file : files) {
            if (!seen.add(file.toAbsolutePath().normalize())) {
                err().println(COMMANDS.get("grade-command.named-twice-graded", file));
                good = false;
                continue;
            }
            Read<Result> read = ResultFile.read(file);
            for (Problem problem : read.problems()) {
                err().println(file + ":" + problem);
                good = false;
            }
            if (read.value() != null) {
                grades.put(file, grader.grade(read.value()));
            }
        }
        return good;
    }

    /// The other files in which the same learner hands in the same lesson.
    private static List<String> twins(Path file, Grade grade, Map<Path, Grade> grades) {
        String learner = grade.learner().strip();
        return grades.entrySet().stream()
                .filter(other -> !other.getKey().equals(file) && !learner.isEmpty())
                .filter(other -> other.getValue().learner().strip().equalsIgnoreCase(learner))
                .filter(other -> other.getValue().lesson().equals(grade.lesson()))
                .map(other -> other.getKey().toString())
                .toList();
    }

    private static List<String> cells(Path file, Grade grade, List<String> twins) {
        String words = grade.standing().words();
        return List.of(
                grade.learner(),
                grade.lesson(),
                grade.pointWords(),
                Integer.toString(grade.questions()),
                Integer.toString(grade.first()),
                Integer.toString(grade.later()),
                Integer.toString(grade.revealed()),
                Integer.toString(grade.open()),
                twins.isEmpty()
                        ? words
                        : COMMANDS.get("grade-command.also-in", words, String.join(", ", twins)),
                file.toString());
    }

    private void print(List<String> cells) {
        if (csv) {
            out().println(
                            cells.stream()
                                    .map(GradeCommand::quoted)
                                    .collect(Collectors.joining(",")));
        } else {
            out().println(
                            "%-24s %-28s %6s %4s %9s %6s %10s %5s  %-14s  %s"
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
