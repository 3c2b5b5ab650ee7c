package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import shadewalk.export.Carried;
import shadewalk.export.format.ExportFormat;
import shadewalk.export.scene.Slide;
import shadewalk.lesson.json.Read;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Scene;
import shadewalk.lesson.play.Stretch;
import shadewalk.lesson.session.Framing;
import shadewalk.lesson.session.SavedSession;
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

    /// Refuses steps that are not there.
    void require(int from, int to) throws Refused {
        int last = first + steps.size() - 1;
        if (from < first || to > last) {
            int wrong = from < first ? from : to;
            throw Refused.words(COMMANDS.get("export-command.there-no-step", wrong, first, last));
        }
    }

    /// Plays a file of any kind, or a lesson that comes with the program. A picture stands for the
    /// session it carries.
    static Played open(String name) throws Refused, IOException {
        Optional<Path> file = LessonArgument.file(name);
        if (file.isPresent() && (name.endsWith(".scn") || name.endsWith(".txt"))) {
            return scenario(file.get());
        }
        if (file.isPresent() && ExportFormat.mayCarrySession(file.get())) {
            return picture(name, file.get());
        }
        if (file.isPresent() && name.matches("(?i).*\\.(gif|html?|tex|csv)")) {
            throw Refused.file(COMMANDS.get("played.file-kind-carries", name));
        }
        if (file.isPresent()) {
            Read<SavedSession> session = SessionFile.read(file.get());
            if (session.value() != null) {
                return session(title(file.get()), session.value());
            }
        }
        return lesson(LessonArgument.player(name));
    }

    private static String title(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    private static Played picture(String name, Path file) throws Refused {
        Optional<String> text;
        try {
            text = Carried.by(file);
        } catch (IOException e) {
            throw Refused.file(COMMANDS.get("played.cannot-be-read", name, e.getMessage()));
        }
        if (text.isEmpty()) {
            throw Refused.file(COMMANDS.get("played.picture-carries-no", name));
        }
        return session(title(file), Refused.unless(name, SessionFile.parse(text.get())));
    }

    private static Played scenario(Path file) throws Refused {
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
            throw Refused.file(problem.at(file.toString()));
        }
    }

    private static Played session(String name, SavedSession session) {
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

    private static Played lesson(LessonPlayer player) {
        List<Slide> steps = Slide.of(player.performance());
        List<Stretch> moments = player.performance().scenes().stream().map(Scene::moment).toList();
        return new Played(
                player.lesson().title(), steps, 1, steps.getLast(), Framing.USUAL, moments);
    }
}
