package shadewalk.ui.open;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import shadewalk.lesson.BundledLessons;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.session.Session;
import shadewalk.lesson.session.SessionFile;
import shadewalk.scenario.FreePlay;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;

/// What came of opening a file.
public sealed interface Opened {

    /// A lesson.
    record ALesson(LessonPlayer player) implements Opened {}

    /// Something to play with: a scenario that was run, or a session that was taken up again.
    record Play(Session session) implements Opened {}

    /// Nothing, and why: a sentence with file, place and mend.
    record Nothing(String sentence) implements Opened {}

    /// Opens a file of any of the three kinds. Reads and runs; not for the window's thread.
    static Opened file(Path file) {
        if (!file.toString().endsWith(".json")) {
            return scenario(file);
        }
        SessionFile session = SessionFile.read(file);
        if (session.session() != null) {
            return new Play(session.session());
        }
        return lesson(file.getFileName().toString(), LessonFile.read(file));
    }

    /// Opens a lesson that comes with the program.
    static Opened bundled(String name) {
        try (InputStream stream = BundledLessons.open(name)) {
            return lesson(name, LessonFile.read(stream));
        } catch (IOException e) {
            return new Nothing(name + ": " + e.getMessage());
        }
    }

    private static Opened lesson(String name, LessonFile file) {
        LessonPlayer.Opened opened = LessonPlayer.open(file);
        LessonPlayer player = opened.player();
        return player == null ? nothing(name, opened.problems()) : new ALesson(player);
    }

    private static Opened scenario(Path file) {
        if (!Files.isRegularFile(file)) {
            return new Nothing(file + ": there is no such file; check its name");
        }
        try {
            Scenario scenario = ScenarioText.read(file);
            FreePlay play = new FreePlay(scenario.machine(), scenario.name());
            for (var step : scenario.steps()) {
                if (!play.canRun(0)) {
                    break;
                }
                play.run(0, step);
            }
            return new Play(new Session(play, 0, 0, "", ""));
        } catch (ScenarioProblem problem) {
            return new Nothing(problem.at(file.getFileName().toString()));
        }
    }

    private static Opened nothing(String name, List<Problem> problems) {
        String first =
                problems.stream()
                        .limit(2)
                        .map(problem -> name + ":" + problem)
                        .collect(Collectors.joining("\n"));
        int more = problems.size() - 2;
        return new Nothing(more > 0 ? first + "\n\u2026 and " + more + " more problems" : first);
    }
}
