package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.EventFilter;
import shadewalk.lesson.Experiment;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.Question;
import shadewalk.lesson.Stop;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.Read;
import shadewalk.scenario.FreePlay;
import shadewalk.scenario.Step;
import shadewalk.scenario.Timeline;
import shadewalk.x86.Gva;

/// A lesson played from beginning to end by the engine: for each stop a [Scene], as far as it got.
///
/// @param scenes one for each stop, fewer if there are problems
/// @param problems why it did not get to the end
public record Performance(Lesson lesson, Stage stage, List<Scene> scenes, List<Problem> problems) {

    private static final int MAX_EVENTS = 1_000_000;
    private static final int MAX_STEPS = 10_000;
    private static final int MAX_NAME = 200;

    public Performance {
        scenes = List.copyOf(scenes);
        problems = List.copyOf(problems);
    }

    /// Plays a lesson on its machine.
    static Performance of(Lesson lesson, Stage stage) {
        return new Player(lesson, stage).play();
    }

    /// Builds a lesson's machine and plays it.
    public static Read<Performance> of(Lesson lesson) {
        return MachineBuilder.build(lesson.machine(), lesson.places())
                .then(stage -> Read.of(of(lesson, stage)));
    }

    /// What a scene has done, as free play that can go on from there.
    public FreePlay played(Scene scene) {
        String title = scene.stop().title();
        return new FreePlay(
                stage.machine(),
                title.length() <= MAX_NAME ? title : title.substring(0, MAX_NAME),
                scene.timeline(),
                scene.to(),
                scene.trail());
    }

    /// What can be tried in free play. An experiment that begins after a step that is not there,
    /// which [LessonCheck] reports, is left out.
    public List<Challenge> challenges() {
        return lesson.experiments().stream()
                .flatMap(experiment -> challenge(experiment).stream())
                .toList();
    }

    private Optional<Challenge> challenge(Experiment experiment) {
        Optional<Scene> begins =
                experiment.from().isEmpty()
                        ? Optional.of(scenes.getLast())
                        : scenes.stream()
                                .filter(scene -> scene.stop().id().equals(experiment.from()))
                                .findFirst();
        return begins.map(scene -> new Challenge(Filled.in(experiment, scene.moment()), scene));
    }

    /// The judge of a scene's question, if it asks one.
    ///
    /// @throws Unresolved if the question has no answer
    Optional<Judge> judge(int number) throws Unresolved {
        Question question = scenes.get(number).stop().question();
        if (question == null) {
            return Optional.empty();
        }
        Scene next = number + 1 < scenes.size() ? scenes.get(number + 1) : null;
        return Optional.of(Judge.of(question, scenes.get(number).moment(), next));
    }

    /// Where a stop came to lie.
    private record Place(int run, int from, int to, List<Step> trail) {}

    /// Plays stop after stop.
    private static final class Player {

        private final Lesson lesson;
        private final Stage stage;
        private final List<Run> runs = new ArrayList<>();
        private final List<Place> places = new ArrayList<>();
        private final Map<String, Integer> ids = new HashMap<>();
        private final List<Problem> problems = new ArrayList<>();
        private int position;
        private int steps;

        Player(Lesson lesson, Stage stage) {
            this.lesson = lesson;
            this.stage = stage;
        }

        Performance play() {
            runs.add(new Run(stage));
            for (int i = 0; i < lesson.stops().size() && problems.isEmpty(); i++) {
                play(i, lesson.stops().get(i));
            }
            return new Performance(lesson, stage, scenes(), problems);
        }

        private void play(int number, Stop stop) {
            String path = Lesson.path(number);
            List<String> actions = stop.actions();
            if (number == 0 && !showsTheStart()) {
                attempt(path, this::begin);
            }
            if (!stop.from().isEmpty()) {
                attempt(path + ".from", () -> goBack(stop.from()));
            }
            int from = position;
            Run run = runs.getLast();
            for (int i = 0; i < actions.size() && problems.isEmpty(); i++) {
                String action = actions.get(i);
                attempt(path + ".actions[" + i + "]", () -> act(run, action, from));
            }
            attempt(path + ".until", () -> position = end(stop.until(), run, from));
            if (problems.isEmpty()) {
                places.add(new Place(runs.size() - 1, from, position, run.trail()));
            }
            if (ids.putIfAbsent(stop.id(), number) != null) {
                report(path + ".id", PROBLEMS.get("performance.another-step-called", stop.id()));
            }
        }

        /// Unless the lesson's first action is the guest's start, the guest has started when the
        /// lesson begins.
        private boolean showsTheStart() {
            return lesson.stops().stream()
                    .flatMap(stop -> stop.actions().stream())
                    .findFirst()
                    .filter(Run.START::equals)
                    .isPresent();
        }

        private void begin() throws Unresolved {
            runs.getLast().start();
            position = runs.getLast().size();
        }

        private void goBack(String id) throws Unresolved {
            Integer earlier = ids.get(id);
            if (earlier == null) {
                throw new Unresolved(PROBLEMS.get("performance.no-step-before", id));
            }
            Place place = places.get(earlier);
            count(place.trail().size());
            runs.add(Run.after(stage, place.trail()));
            position = place.to();
        }

        private void act(Run run, String action, int from) throws Unresolved {
            count(1);
            run.act(action, from);
            if (run.size() > MAX_EVENTS) {
                throw new Unresolved(PROBLEMS.get("performance.lesson-makes-more"));
            }
        }

        private void count(int more) throws Unresolved {
            steps += more;
            if (steps > MAX_STEPS) {
                throw new Unresolved(PROBLEMS.get("performance.lesson-does-more", MAX_STEPS));
            }
        }

        private int end(@Nullable EventFilter until, Run run, int from) throws Unresolved {
            if (until == null) {
                return run.size();
            }
            EventFilter plain = run.moment(from, run.size()).plain(until);
            Timeline timeline = run.timeline();
            int at = from;
            for (int i = 0; i < plain.nth(); i++) {
                OptionalInt next =
                        timeline.next(at, e -> EventParts.fits(e, plain.event(), plain.with()));
                if (next.isEmpty()) {
                    throw new Unresolved(PROBLEMS.get("performance.no-such-event"));
                }
                at = next.getAsInt();
            }
            return at;
        }

        private List<Scene> scenes() {
            List<Timeline> timelines = runs.stream().map(Run::timeline).toList();
            List<Scene> scenes = new ArrayList<>();
            Gva usual = new Gva(0);
            for (Place place : places) {
                Timeline timeline = timelines.get(place.run());
                int number = scenes.size();
                Stretch moment = new Stretch(stage, timeline, place.from(), place.to());
                Stop stop = Filled.in(lesson.stops().get(number), moment);
                scenes.add(
                        new Scene(
                                stop,
                                number,
                                place.run(),
                                timeline,
                                place.from(),
                                place.to(),
                                moment,
                                place.trail(),
                                moment.view(stop.show(), usual).staged(lesson.stage(number))));
                usual = scenes.getLast().shown().address();
            }
            return scenes;
        }

        private void attempt(String path, Unresolved.Work attempt) {
            if (!problems.isEmpty()) {
                return;
            }
            try {
                attempt.run();
            } catch (Unresolved e) {
                report(path, e.why());
            }
        }

        private void report(String path, String sentence) {
            problems.add(lesson.places().problem(path, sentence));
        }
    }
}
