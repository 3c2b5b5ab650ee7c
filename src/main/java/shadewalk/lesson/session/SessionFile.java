package shadewalk.lesson.session;

import static shadewalk.text.Texts.PROBLEMS;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.json.JsonPlaces;
import shadewalk.lesson.json.JsonText;
import shadewalk.lesson.json.Read;
import shadewalk.read.Picture;
import shadewalk.read.View;
import shadewalk.scenario.FreePlay;
import shadewalk.scenario.Machine;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;
import shadewalk.scenario.ScenarioWriter;
import shadewalk.scenario.Step;
import shadewalk.scenario.StepReader;
import shadewalk.scenario.Timeline;
import shadewalk.x86.Gva;

/// Sessions as files: written down, and done again from what a file says.
public final class SessionFile {

    /// The longest file that is read: longer than what a person does by hand, with every branch.
    private static final int MAX_BYTES = 32 << 20;

    private SessionFile() {}

    /// The session as a text that [#parse] reads back.
    public static String write(SavedSession session) {
        FreePlay play = session.play();
        View view = session.view().orElse(null);
        return SessionFormat.FORMAT.write(
                new SessionFormat(
                        ScenarioWriter.write(new Scenario("machine", play.machine(), List.of())),
                        play.branches().stream().map(each -> branch(each, play.machine())).toList(),
                        session.branch(),
                        session.position(),
                        view == null ? "" : view.picture().word(),
                        view == null ? "" : view.selected(),
                        view == null ? null : picture(view, session)));
    }

    private static SessionFormat.Branch branch(FreePlay.Branch branch, Machine machine) {
        boolean left = branch.parent() >= 0;
        return new SessionFormat.Branch(
                branch.name(),
                left ? branch.parent() : null,
                left ? branch.leftAt() : 0,
                branch.steps().stream()
                        .map(step -> ScenarioWriter.step(step, machine.mode()))
                        .toList());
    }

    private static @Nullable PictureJson picture(View view, SavedSession session) {
        return session.framing().map(taken -> PictureJson.of(view, taken)).orElse(null);
    }

    /// Reads a file. A file that cannot be opened is a problem like any other.
    public static Read<SavedSession> read(Path file) {
        return of(JsonText.read(file, MAX_BYTES));
    }

    /// Reads a text.
    public static Read<SavedSession> parse(String text) {
        return of(JsonText.parse(text));
    }

    private static Read<SavedSession> of(JsonText text) {
        return SessionFormat.FORMAT.read(text).then(file -> replayed(file, text.places()));
    }

    /// Does everything again that a session says was done.
    private static Read<SavedSession> replayed(SessionFormat file, JsonPlaces places) {
        String path = "$.machine";
        try {
            Machine machine = ScenarioText.parse("machine", file.machine() + "\n").machine();
            FreePlay play = null;
            for (int i = 0; i < file.branches().size(); i++) {
                path = "$.branches[" + i + "]";
                SessionFormat.Branch branch = file.branches().get(i);
                play = play == null ? first(machine, branch) : fork(play, branch);
                run(play, i, branch.steps());
            }
            path = "$";
            return Read.of(looked(Objects.requireNonNull(play), file));
        } catch (ScenarioProblem | IllegalArgumentException | IllegalStateException why) {
            return new Read<>(
                    null, List.of(places.problem(path, String.valueOf(why.getMessage()))));
        }
    }

    private static FreePlay first(Machine machine, SessionFormat.Branch branch) {
        if (branch.from() != null) {
            throw new IllegalArgumentException(PROBLEMS.get("session.first"));
        }
        return new FreePlay(machine, branch.name());
    }

    private static FreePlay fork(FreePlay play, SessionFormat.Branch branch) {
        int from = Objects.requireNonNullElse(branch.from(), 0);
        if (from >= play.size()) {
            throw new IllegalArgumentException(PROBLEMS.get("session.from", from));
        }
        int last = play.branch(from).timeline().size();
        if (branch.at() > last) {
            throw new IllegalArgumentException(PROBLEMS.get("session.at", branch.at(), last));
        }
        play.fork(from, branch.at(), branch.name());
        return play;
    }

    private static void run(FreePlay play, int branch, List<String> steps) {
        StepReader reader = new StepReader(play.machine());
        for (int i = 0; i < steps.size(); i++) {
            Step step;
            try {
                step = reader.read(steps.get(i));
            } catch (ScenarioProblem why) {
                throw new IllegalArgumentException(
                        PROBLEMS.get("session.step", i, steps.get(i), why.getMessage()), why);
            }
            play.run(branch, step);
        }
    }

    private static SavedSession looked(FreePlay play, SessionFormat file) {
        SavedSession session = new SavedSession(play, file.branch(), file.position());
        PictureJson taken = file.picture();
        if (file.view().isEmpty() && taken == null) {
            return session;
        }
        Timeline timeline = play.branch(file.branch()).timeline();
        Picture picture = Picture.of(file.view()).orElse(Picture.WALK);
        View plain =
                View.of(picture, timeline, file.position(), new Gva(0)).selecting(file.selection());
        return taken == null
                ? new SavedSession(play, file.branch(), plain)
                : new SavedSession(play, file.branch(), taken.view(plain)).in(taken.framing());
    }
}
