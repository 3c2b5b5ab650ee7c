package shadewalk.lesson.session;

import static shadewalk.text.Texts.PROBLEMS;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.json.JsonText;
import shadewalk.lesson.json.Places;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.ShapeCheck;
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

/// A session file as far as reading goes: a session, or what keeps it from being one.
///
/// @param session null if there are problems
/// @param problems empty if there is a session
public record SessionFile(@Nullable Session session, List<Problem> problems) {

    private static final Gson WRITER =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /// The longest file that is read: longer than what a person does by hand, with every branch.
    private static final int MAX_BYTES = 32 << 20;

    public SessionFile {
        problems = List.copyOf(problems);
    }

    /// The session as a text that [#parse] reads back.
    public static String write(Session session) {
        FreePlay play = session.play();
        JsonObject root = new JsonObject();
        root.addProperty("shadewalk", SessionFormat.KIND);
        root.addProperty("version", SessionFormat.VERSION);
        root.add("machine", lines(play.machine()));
        JsonArray branches = new JsonArray();
        play.branches().forEach(branch -> branches.add(branch(branch, play.machine())));
        root.add("branches", branches);
        root.addProperty("branch", session.branch());
        root.addProperty("position", session.position());
        Optional<View> view = session.view();
        root.addProperty("view", view.map(seen -> seen.picture().word()).orElse(""));
        root.addProperty("selection", view.map(View::selected).orElse(""));
        view.ifPresent(seen ->
                session.framing()
                        .ifPresent(taken -> root.add("picture", PictureJson.write(seen, taken))));
        return WRITER.toJson(root) + "\n";
    }

    private static JsonArray lines(Machine machine) {
        JsonArray lines = new JsonArray();
        ScenarioWriter.write(new Scenario("machine", machine, List.of()))
                .lines()
                .forEach(lines::add);
        return lines;
    }

    private static JsonObject branch(FreePlay.Branch branch, Machine machine) {
        JsonObject json = new JsonObject();
        json.addProperty("name", branch.name());
        if (branch.parent() >= 0) {
            json.addProperty("from", branch.parent());
            json.addProperty("at", branch.leftAt());
        }
        JsonArray steps = new JsonArray();
        branch.steps().forEach(step -> steps.add(ScenarioWriter.step(step, machine.mode())));
        json.add("steps", steps);
        return json;
    }

    /// Reads a file. A file that cannot be opened is a problem like any other.
    public static SessionFile read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return of(JsonText.read(stream, MAX_BYTES));
        } catch (NoSuchFileException _) {
            return failed(PROBLEMS.get("session-file.there-no-such"));
        } catch (IOException e) {
            return failed(PROBLEMS.get("session-file.file-cannot-be", e.getMessage()));
        }
    }

    /// Reads a text.
    public static SessionFile parse(String text) {
        return of(JsonText.parse(text));
    }

    private static SessionFile of(JsonText text) {
        List<Problem> problems = new ArrayList<>(text.problems());
        if (text.root() != null) {
            problems.addAll(ShapeCheck.check(text.root(), SessionFormat.SESSION, text.places()));
        }
        if (!problems.isEmpty() || !(text.root() instanceof JsonObject json)) {
            return new SessionFile(null, problems);
        }
        return new Replay(text.places()).session(json);
    }

    private static SessionFile failed(String sentence) {
        return new SessionFile(null, List.of(new Problem("$", 1, 1, sentence)));
    }

    /// Does everything again that a session says was done.
    private static final class Replay {

        private final Places places;

        Replay(Places places) {
            this.places = places;
        }

        SessionFile session(JsonObject json) {
            String path = "$.machine";
            try {
                Machine machine = machine(json.get("machine"));
                JsonArray branches = json.getAsJsonArray("branches");
                FreePlay play = null;
                for (int i = 0; i < branches.size(); i++) {
                    path = "$.branches[" + i + "]";
                    JsonObject branch = branches.get(i).getAsJsonObject();
                    play = play == null ? first(machine, branch) : fork(play, branch);
                    run(play, i, branch.getAsJsonArray("steps"));
                }
                path = "$";
                return looked(Objects.requireNonNull(play, "a session has a branch"), json);
            } catch (ScenarioProblem | IllegalArgumentException | IllegalStateException why) {
                return at(path, String.valueOf(why.getMessage()));
            }
        }

        private static Machine machine(JsonElement lines) throws ScenarioProblem {
            String text =
                    lines instanceof JsonArray array
                            ? StreamSupport.stream(array.spliterator(), false)
                                    .map(JsonElement::getAsString)
                                    .collect(Collectors.joining("\n"))
                            : lines.getAsString();
            return ScenarioText.parse("machine", text + "\n").machine();
        }

        private static FreePlay first(Machine machine, JsonObject branch) {
            if (branch.has("from")) {
                throw new IllegalArgumentException(
                        "the first branch left no other; remove \"from\"");
            }
            return new FreePlay(machine, branch.get("name").getAsString());
        }

        private static FreePlay fork(FreePlay play, JsonObject branch) {
            int from = number(branch, "from");
            int at = number(branch, "at");
            if (from >= play.size()) {
                throw new IllegalArgumentException(
                        "it leaves branch " + from + ", which comes later or not at all");
            }
            int last = play.branch(from).timeline().size();
            if (at > last) {
                throw new IllegalArgumentException(
                        "it leaves at position " + at + ", but that branch ends at " + last);
            }
            play.fork(from, at, branch.get("name").getAsString());
            return play;
        }

        private static int number(JsonObject json, String name) {
            return json.has(name) ? json.get(name).getAsInt() : 0;
        }

        private static void run(FreePlay play, int branch, JsonArray steps) {
            StepReader reader = new StepReader(play.machine());
            for (int i = 0; i < steps.size(); i++) {
                String text = steps.get(i).getAsString();
                Step step;
                try {
                    step = reader.read(text);
                } catch (ScenarioProblem why) {
                    throw new IllegalArgumentException(
                            "step " + i + ", \"" + text + "\": " + why.getMessage(), why);
                }
                play.run(branch, step);
            }
        }

        private static SessionFile looked(FreePlay play, JsonObject json) {
            int branch = number(json, "branch");
            Session session = new Session(play, branch, number(json, "position"));
            Timeline timeline = play.branch(branch).timeline();
            return new SessionFile(seen(session, timeline, json), List.of());
        }

        private static Session seen(Session session, Timeline timeline, JsonObject json) {
            String word = text(json, "view");
            if (word.isEmpty() && !json.has("picture")) {
                return session;
            }
            Picture picture = Picture.of(word).orElse(Picture.WALK);
            View plain =
                    View.of(picture, timeline, session.position(), new Gva(0))
                            .selecting(text(json, "selection"));
            if (!json.has("picture")) {
                return new Session(session.play(), session.branch(), plain);
            }
            JsonObject taken = json.getAsJsonObject("picture");
            View view = PictureJson.view(plain, taken);
            return new Session(session.play(), session.branch(), view)
                    .in(PictureJson.framing(taken));
        }

        private static String text(JsonObject json, String name) {
            return json.has(name) ? json.get(name).getAsString() : "";
        }

        private SessionFile at(String path, String sentence) {
            return new SessionFile(null, List.of(places.problem(path, sentence)));
        }
    }
}
