package shadewalk.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import shadewalk.lesson.BundledLessons;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Scene;
import shadewalk.lesson.play.Unresolved;
import shadewalk.lesson.session.Session;
import shadewalk.lesson.session.SessionFile;
import shadewalk.scenario.Runner;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;
import shadewalk.scenario.Timeline;
import shadewalk.x86.Gva;

/// A lesson, a scenario or a session that was played to its end, as places to halt at.
///
/// @param title what it is called
/// @param stops the places, in order
record Played(String title, List<Stop> stops) {

    /// A place to halt at.
    ///
    /// @param title what it is called
    /// @param address the address its picture is about, unless an event names one
    record Stop(String title, Timeline timeline, int position, Gva address) {}

    /// What keeps a file from being played, as lines to print.
    static final class Unplayable extends Exception {

        private static final long serialVersionUID = 1;

        Unplayable(String lines) {
            super(lines);
        }
    }

    Played {
        stops = List.copyOf(stops);
    }

    /// Plays a file of any of the three kinds, or a lesson that comes with the program.
    static Played open(String name) throws Unplayable {
        Path file = Path.of(name);
        if (name.endsWith(".scn") || name.endsWith(".txt")) {
            return scenario(file);
        }
        if (Files.exists(file)) {
            SessionFile session = SessionFile.read(file);
            return session.session() == null
                    ? lesson(name, LessonFile.read(file))
                    : session(name, session.session());
        }
        return lesson(name, bundled(name));
    }

    private static LessonFile bundled(String wanted) throws Unplayable {
        try {
            for (String name : BundledLessons.names()) {
                if (name.startsWith(wanted) || name.contains("-" + wanted + ".")) {
                    try (InputStream stream = BundledLessons.open(name)) {
                        return LessonFile.read(stream);
                    }
                }
            }
        } catch (IOException e) {
            throw new Unplayable(wanted + ": cannot be read: " + e.getMessage());
        }
        return LessonFile.read(Path.of(wanted));
    }

    private static Played scenario(Path file) throws Unplayable {
        try {
            Scenario scenario = ScenarioText.read(file);
            return new Played(scenario.name(), steps(Runner.run(scenario)));
        } catch (ScenarioProblem problem) {
            throw new Unplayable(problem.at(file.toString()));
        }
    }

    private static Played session(String name, Session session) {
        return new Played(name, steps(session.play().branch(session.branch()).timeline()));
    }

    private static List<Stop> steps(Timeline timeline) {
        List<Stop> stops = new ArrayList<>();
        for (int step = 0; step < timeline.steps(); step++) {
            int end = timeline.stepEnd(step);
            stops.add(new Stop("step " + step, timeline, end, new Gva(0)));
        }
        return stops;
    }

    private static Played lesson(String name, LessonFile file) throws Unplayable {
        LessonPlayer.Opened opened = LessonPlayer.open(file);
        LessonPlayer player = opened.player();
        if (player == null) {
            List<String> lines = new ArrayList<>();
            opened.problems().forEach(problem -> lines.add(name + ":" + problem));
            throw new Unplayable(String.join(System.lineSeparator(), lines));
        }
        List<Stop> stops = new ArrayList<>();
        Gva address = new Gva(0);
        for (Scene scene : player.performance().scenes()) {
            address = address(scene, address);
            stops.add(new Stop(scene.stop().title(), scene.timeline(), scene.to(), address));
        }
        return new Played(player.lesson().title(), stops);
    }

    /// The address a lesson puts on the ruler; an expression that comes to nothing keeps the last.
    private static Gva address(Scene scene, Gva last) {
        String wanted = scene.stop().show().address();
        if (wanted.isEmpty()) {
            return last;
        }
        try {
            return new Gva(scene.moment().address(wanted));
        } catch (Unresolved e) {
            return last;
        }
    }
}
