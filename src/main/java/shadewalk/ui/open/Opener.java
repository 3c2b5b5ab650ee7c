package shadewalk.ui.open;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import shadewalk.export.Carried;
import shadewalk.export.format.ExportFormat;
import shadewalk.lesson.BundledLessons;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.Read;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.session.SavedSession;
import shadewalk.lesson.session.SessionFile;
import shadewalk.scenario.FreePlay;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;
import shadewalk.scenario.Step;
import shadewalk.text.Texts;

/// Reads and plays files of every kind, behind the window.
public final class Opener {

    /// A run with more events than this is cut; it would fill the memory.
    private static final int MAX_EVENTS = 2_000_000;

    private final Jobs jobs;
    private final Texts texts;

    public Opener(Jobs jobs, Texts texts) {
        this.jobs = jobs;
        this.texts = texts;
    }

    /// Opens a file by what its name ends in.
    public void open(Path file, Consumer<Opened> then) {
        String name = String.valueOf(file.getFileName());
        jobs.run(texts.get("open.job", name), job -> read(file, name, job), then);
    }

    /// Opens a lesson that comes with the program.
    public void openBundled(String name, Consumer<Opened> then) {
        jobs.run(texts.get("open.job", name), _ -> bundled(name), then);
    }

    private Opened read(Path file, String name, Job job) {
        if (ExportFormat.mayCarrySession(file)) {
            return picture(file, name);
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".json")) {
            Read<SavedSession> session = SessionFile.read(file);
            return session.value() == null
                    ? lesson(
                            LessonFile.open(
                                    file, Locale.getDefault(Locale.Category.DISPLAY).getLanguage()),
                            file.toString(),
                            session)
                    : new Opened.OfPlay(session.value(), 0);
        }
        try {
            return scenario(ScenarioText.read(file), job);
        } catch (ScenarioProblem problem) {
            return new Opened.Nothing(problem.at(file.toString()));
        }
    }

    /// A picture stands for the session it carries.
    private Opened picture(Path file, String name) {
        try {
            Optional<String> carried = Carried.by(file);
            if (carried.isEmpty()) {
                return new Opened.Nothing(texts.get("open.no-session", name));
            }
            Read<SavedSession> session = SessionFile.parse(carried.get());
            return session.value() == null
                    ? nothing(file.toString(), session.problems())
                    : new Opened.OfPlay(session.value(), 0);
        } catch (IOException e) {
            return new Opened.Nothing(
                    texts.get("open.unreadable", file, String.valueOf(e.getMessage())));
        }
    }

    /// A file that is neither is taken for what it comes nearer to.
    private Opened lesson(Read<Lesson> file, String name, Read<SavedSession> session) {
        return session.problems().size() < file.problems().size()
                ? nothing(name, session.problems())
                : lesson(file, name);
    }

    private Opened lesson(Read<Lesson> file, String name) {
        Read<LessonPlayer> opened = LessonPlayer.open(file);
        return opened.value() == null
                ? nothing(name, opened.problems())
                : new Opened.OfLesson(name, opened.value());
    }

    private Opened nothing(String name, List<Problem> problems) {
        String first = name + ":" + problems.getFirst();
        return new Opened.Nothing(
                problems.size() == 1
                        ? first
                        : first + " " + texts.get("open.more", problems.size() - 1));
    }

    private Opened bundled(String name) {
        try (InputStream stream = BundledLessons.open(name)) {
            return lesson(LessonFile.read(stream), name);
        } catch (IOException e) {
            return new Opened.Nothing(texts.get("open.bundled", name));
        }
    }

    private static Opened scenario(Scenario scenario, Job job) {
        FreePlay play = new FreePlay(scenario.machine(), scenario.name());
        int done = 0;
        for (Step step : scenario.steps()) {
            boolean tooMuch = play.branch(0).timeline().size() > MAX_EVENTS;
            if (!play.canRun(0) || job.isCancelled() || tooMuch) {
                break;
            }
            play.run(0, step);
            done++;
            job.report((double) done / scenario.steps().size());
        }
        int left = scenario.steps().size() - done;
        return new Opened.OfPlay(new SavedSession(play, 0, 0), left);
    }
}
