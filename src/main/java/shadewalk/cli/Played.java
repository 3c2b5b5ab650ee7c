package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import shadewalk.export.Carried;
import shadewalk.export.format.ExportFormat;
import shadewalk.export.scene.Slide;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.Read;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Scene;
import shadewalk.lesson.play.Stretch;
import shadewalk.lesson.session.Framing;
import shadewalk.lesson.session.Session;
import shadewalk.lesson.session.SessionFile;
import shadewalk.scenario.FreePlay;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;
import shadewalk.scenario.Step;

/// A lesson, a scenario or a session that was played to its end, as moments to take pictures of.
///
/// @param title what it is called
/// @param steps the end of each of its steps
/// @param first the number of the first step
/// @param usual the moment that is meant where none is named
/// @param framing how its pictures are taken where nothing else is said
/// @param moments a lesson's stops, in which its expressions are looked up; else none
record Played(
        String title,
        List<Slide> steps,
        int first,
        Slide usual,
        Framing framing,
        List<Stretch> moments) {

    /// What keeps a file from being played, as lines to print.
    static final class Unplayable extends Exception {

        private static final long serialVersionUID = 1;

        Unplayable(String lines) {
            super(lines);
        }
    }

    Played {
        steps = List.copyOf(steps);
        moments = List.copyOf(moments);
    }

    /// The stop of a lesson at which a step ends, or the last one; nothing in anything else.
    ///
    /// @param index of the step, or -1 where none is named
    Optional<Stretch> moment(int index) {
        return moments.isEmpty()
                ? Optional.empty()
                : Optional.of(index < 0 ? moments.getLast() : moments.get(index));
    }

    /// Plays a file of any kind, or a lesson that comes with the program. A picture stands for the
    /// session it carries.
    static Played open(String name) throws Unplayable, IOException {
        Optional<Path> file = existing(name);
        if (file.isPresent() && (name.endsWith(".scn") || name.endsWith(".txt"))) {
            return scenario(file.get());
        }
        if (file.isPresent() && ExportFormat.mayCarrySession(file.get())) {
            return picture(name, file.get());
        }
        if (file.isPresent() && name.matches("(?i).*\\.(gif|html?|tex|csv)")) {
            throw new Unplayable(COMMANDS.get("played.file-kind-carries", name));
        }
        if (file.isPresent()) {
            Read<Session> session = SessionFile.read(file.get());
            if (session.value() != null) {
                return session(title(file.get()), session.value());
            }
        }
        return lesson(name, LessonArgument.read(name));
    }

    private static Optional<Path> existing(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Files::exists);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static String title(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    private static Played picture(String name, Path file) throws Unplayable {
        Optional<String> text;
        try {
            text = Carried.by(file);
        } catch (IOException e) {
            throw new Unplayable(COMMANDS.get("played.cannot-be-read", name, e.getMessage()));
        }
        if (text.isEmpty()) {
            throw new Unplayable(COMMANDS.get("played.picture-carries-no", name));
        }
        Read<Session> session = SessionFile.parse(text.get());
        if (session.value() == null) {
            throw new Unplayable(lines(name, session.problems()));
        }
        return session(title(file), session.value());
    }

    private static Played scenario(Path file) throws Unplayable {
        try {
            Scenario scenario = ScenarioText.read(file);
            FreePlay play = new FreePlay(scenario.machine(), scenario.name());
            for (Step step : scenario.steps()) {
                if (play.canRun(0)) {
                    play.run(0, step);
                }
            }
            List<Slide> steps = steps(scenario.name(), play, 0);
            return new Played(scenario.name(), steps, 0, steps.getLast(), Framing.USUAL, List.of());
        } catch (ScenarioProblem problem) {
            throw new Unplayable(problem.at(file.toString()));
        }
    }

    private static Played session(String name, Session session) {
        return new Played(
                name,
                steps(name, session.play(), session.branch()),
                0,
                Slide.of(name, session),
                session.framing().orElse(Framing.USUAL),
                List.of());
    }

    private static List<Slide> steps(String name, FreePlay play, int branch) {
        return IntStream.range(0, play.branch(branch).timeline().steps())
                .mapToObj(step -> Slide.ofStep(name, play, branch, step))
                .toList();
    }

    private static Played lesson(String name, LessonFile file) throws Unplayable {
        LessonPlayer.Opened opened = LessonPlayer.open(file);
        LessonPlayer player = opened.player();
        if (player == null) {
            throw new Unplayable(lines(name, opened.problems()));
        }
        List<Slide> steps = Slide.of(player.performance());
        List<Stretch> moments = player.performance().scenes().stream().map(Scene::moment).toList();
        return new Played(
                player.lesson().title(), steps, 1, steps.getLast(), Framing.USUAL, moments);
    }

    private static String lines(String name, List<Problem> problems) {
        List<String> lines = new ArrayList<>();
        problems.forEach(problem -> lines.add(name + ":" + problem));
        return String.join(System.lineSeparator(), lines);
    }
}
