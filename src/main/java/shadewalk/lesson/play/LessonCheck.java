package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shadewalk.glossary.Glossary;
import shadewalk.glossary.Term;
import shadewalk.lesson.EventFilter;
import shadewalk.lesson.Experiment;
import shadewalk.lesson.Fact;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.Question;
import shadewalk.lesson.Show;
import shadewalk.lesson.Stop;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.Read;
import shadewalk.lesson.json.Spelling;
import shadewalk.lesson.prose.Markdown;
import shadewalk.lesson.prose.PlainWords;
import shadewalk.read.OnStage;
import shadewalk.read.Picture;
import shadewalk.read.Thing;
import shadewalk.read.ThingIds;

/// Finds everything that is wrong with a lesson: it is read, its machine is built, it is played,
/// and each of its claims is put to the engine.
public final class LessonCheck {

    private final Lesson lesson;
    private final Glossary glossary;
    private final List<Problem> problems = new ArrayList<>();

    private LessonCheck(Lesson lesson, Glossary glossary) {
        this.lesson = lesson;
        this.glossary = glossary;
    }

    /// All problems of what was read, in the order of the file; none if the lesson is good.
    public static List<Problem> check(Read<Lesson> file, Glossary glossary) {
        return file.value() == null ? file.problems() : check(file.value(), glossary);
    }

    /// All problems of a lesson.
    public static List<Problem> check(Lesson lesson, Glossary glossary) {
        LessonCheck check = new LessonCheck(lesson, glossary);
        Read<Stage> built = MachineBuilder.build(lesson.machine(), lesson.places());
        check.problems.addAll(built.problems());
        check.words();
        if (built.value() != null) {
            Performance performance = Performance.of(lesson, built.value());
            check.problems.addAll(performance.problems());
            performance.scenes().forEach(check::scene);
            if (performance.problems().isEmpty()) {
                check.questions(performance);
                check.experiments(performance);
            }
        }
        check.problems.sort(
                Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        return List.copyOf(check.problems);
    }

    /// What can be said without playing.
    private void words() {
        plain("$.title", lesson.title());
        plain("$.goal", lesson.goal());
        introduced();
        Set<String> events = new HashSet<>(List.of(EventFilter.ANY));
        glossary.terms(Term.Kind.EVENT).forEach(term -> events.add(term.name()));
        for (int i = 0; i < lesson.stops().size(); i++) {
            Stop stop = lesson.stops().get(i);
            String path = Lesson.path(i);
            plain(path + ".title", stop.title());
            if (stop.until() != null) {
                event(path + ".until.event", stop.until().event(), events);
            }
            facts(path + ".expect", stop.facts(), events);
            happenings(stop)
                    .forEach((place, at) -> event(path + place + ".event", at.event(), events));
        }
        teaching();
        said(events);
    }

    /// The head and the tail of a lesson.
    private void said(Set<String> events) {
        plain("$.answers", lesson.answers());
        for (int i = 0; i < lesson.explain().size(); i++) {
            plain("$.explain[" + i + "]", lesson.explain().get(i));
        }
        for (int i = 0; i < lesson.experiments().size(); i++) {
            facts("$.experiments[" + i + "].goal", lesson.experiments().get(i).goal(), events);
        }
    }

    private void facts(String path, List<Fact> facts, Set<String> events) {
        for (int k = 0; k < facts.size(); k++) {
            if (facts.get(k) instanceof Fact.Events fact) {
                event(path + "[" + k + "].event", fact.event(), events);
            }
        }
    }

    /// Each part comes on stage once.
    private void introduced() {
        Set<OnStage> before = EnumSet.noneOf(OnStage.class);
        for (int i = 0; i < lesson.stops().size(); i++) {
            List<OnStage> parts = lesson.stops().get(i).introduces();
            for (int k = 0; k < parts.size(); k++) {
                if (!before.add(parts.get(k))) {
                    report(
                            Lesson.path(i) + ".introduces[" + k + "]",
                            PROBLEMS.get("lesson-check.on-stage-already", word(parts.get(k))));
                }
            }
        }
    }

    private static String word(OnStage part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    private void teaching() {
        prose("$.teaching.notes", lesson.teaching().notes());
        Set<String> ids = new HashSet<>(List.of(""));
        lesson.stops().forEach(stop -> ids.add(stop.id()));
        List<Lesson.Misconception> all = lesson.teaching().misconceptions();
        for (int i = 0; i < all.size(); i++) {
            if (!ids.contains(all.get(i).stop())) {
                report(
                        "$.teaching.misconceptions[" + i + "].step",
                        PROBLEMS.get("lesson-check.no-step-called", all.get(i).stop()));
            }
        }
    }

    private void plain(String path, String text) {
        PlainWords.problem(text).ifPresent(problem -> report(path, problem));
    }

    private void event(String path, String name, Set<String> known) {
        if (!known.contains(name)) {
            report(
                    path,
                    PROBLEMS.get(
                            "lesson-check.there-no-event",
                            name,
                            Spelling.nearest(name, known)
                                    .map(near -> PROBLEMS.get("lesson-check.did-you-mean", near))
                                    .orElse(PROBLEMS.get("lesson-check.glossary-lists-them"))));
        }
    }

    private void prose(String path, String text) {
        Markdown.Read read = Markdown.read(text);
        read.problems().forEach(problem -> report(path, problem));
        PlainWords.hidden(text).ifPresent(problem -> report(path, problem));
        for (String term : read.prose().terms()) {
            if (glossary.find(term).isEmpty()) {
                report(path, PROBLEMS.get("lesson-check.glossary-has-no", term));
            }
        }
    }

    private void scene(Scene scene) {
        Stop stop = lesson.stops().get(scene.number());
        String path = Lesson.path(scene.number());
        Stretch moment = scene.moment();
        told(path + ".narration", stop.narration(), moment);
        cues(path + ".narration", scene);
        Filled.texts(stop)
                .forEach((place, text) -> {
                    plain(path + place, text);
                    values(path + place, text, moment);
                });
        for (int k = 0; k < stop.facts().size(); k++) {
            String fact = path + ".expect[" + k + "]";
            FactCheck.check(stop.facts().get(k), moment)
                    .forEach((part, sentence) -> report(fact + part, sentence));
        }
        happenings(stop).forEach((place, at) -> happens(path + place, at, moment));
        show(path + ".show", stop.show(), moment);
        staged(path, scene);
    }

    /// What a stop shows and speaks of is on stage.
    private void staged(String path, Scene scene) {
        Set<OnStage> stage = lesson.stage(scene.number());
        Show show = lesson.stops().get(scene.number()).show();
        for (OnStage part : OnStage.neededBy(show.view())) {
            if (!stage.contains(part)) {
                report(
                        path + ".show.view",
                        PROBLEMS.get(
                                "lesson-check.picture-off-stage", show.view().word(), word(part)));
            }
        }
        Stretch moment = scene.moment();
        staged(path + ".show.select", moment.idOf(show.select()).flatMap(ThingIds::of), stage);
        for (int k = 0; k < show.callouts().size(); k++) {
            Optional<String> at = moment.idOf(show.callouts().get(k).at());
            staged(path + ".show.callouts[" + k + "].at", at.flatMap(ThingIds::of), stage);
        }
        if (scene.stop().question() instanceof Question.Pick pick) {
            Optional<String> answer = moment.idOf(pick.answer());
            staged(path + ".question.answer", answer.flatMap(ThingIds::of), stage);
        }
        scene.cues().forEach(cue -> staged(path + ".narration", cue.thing(), stage));
    }

    private void staged(String path, Optional<Thing> thing, Set<OnStage> stage) {
        thing.filter(it -> !stage.contains(OnStage.of(it)))
                .ifPresent(it ->
                        report(
                                path,
                                PROBLEMS.get(
                                        "lesson-check.off-stage",
                                        it.words(),
                                        word(OnStage.of(it)))));
    }

    /// The events that a stop says happen in it, by where it says so.
    private static Map<String, EventFilter> happenings(Stop stop) {
        Map<String, EventFilter> all = new LinkedHashMap<>();
        for (int k = 0; k < stop.markers().size(); k++) {
            all.put(".markers[" + k + "].at", stop.markers().get(k).at());
        }
        for (int k = 0; k < stop.rests().size(); k++) {
            all.put(".rests[" + k + "]", stop.rests().get(k));
        }
        for (int k = 0; k < stop.through().size(); k++) {
            all.put(".through[" + k + "]", stop.through().get(k));
        }
        return all;
    }

    private void happens(String path, EventFilter at, Stretch moment) {
        attempt(
                path,
                "",
                () -> {
                    if (moment.count(at) < at.nth()) {
                        throw new Unresolved(PROBLEMS.get("lesson-check.no-such-event"));
                    }
                });
    }

    /// Words are told in the order in which things happen.
    private void cues(String path, Scene scene) {
        Stop stop = lesson.stops().get(scene.number());
        int before = scene.from();
        for (String at : Markdown.read(stop.narration()).prose().cues()) {
            try {
                Cue cue = Cue.of(at, stop.markers(), scene.moment(), before);
                if (cue.position() < before) {
                    report(path, PROBLEMS.get("lesson-check.cue-goes-back", at));
                }
                before = cue.position();
            } catch (Unresolved e) {
                report(path, "{{when " + at + "}}: " + e.why());
            }
        }
    }

    private void values(String path, String text, Stretch moment) {
        for (String expression : Filled.expressions(text)) {
            attempt(path, expression, () -> moment.evaluate(expression));
        }
    }

    private void questions(Performance performance) {
        for (Scene scene : performance.scenes()) {
            Question question = scene.stop().question();
            if (question != null) {
                String path = Lesson.path(scene.number()) + ".question";
                attempt(path, "", () -> performance.judge(scene.number()));
                told(path + ".ask", question.ask(), scene.moment());
                told(path + ".explain", question.explain(), scene.moment());
                proof(path + ".proof.at", question.proof(), scene.moment());
            }
        }
    }

    private void proof(String path, Show.@Nullable Callout proof, Stretch moment) {
        if (proof != null) {
            attempt(path, "", () -> moment.thing(proof.at()));
        }
    }

    /// Every experiment asks for something that is not so yet, and its sample brings it about.
    private void experiments(Performance performance) {
        Set<String> ids = new HashSet<>();
        List<Challenge> challenges = performance.challenges();
        for (int i = 0; i < lesson.experiments().size(); i++) {
            Experiment experiment = lesson.experiments().get(i);
            String path = "$.experiments[" + i + "]";
            if (!ids.add(experiment.id())) {
                report(
                        path + ".id",
                        PROBLEMS.get("lesson-check.experiment-twice", experiment.id()));
            }
            challenges.stream()
                    .filter(challenge -> challenge.experiment().id().equals(experiment.id()))
                    .findFirst()
                    .ifPresentOrElse(
                            challenge -> experiment(path, experiment, challenge),
                            () ->
                                    report(
                                            path + ".from",
                                            PROBLEMS.get(
                                                    "lesson-check.no-step-called",
                                                    experiment.from())));
        }
    }

    private void experiment(String path, Experiment experiment, Challenge challenge) {
        Scene begins = challenge.begins();
        plain(path + ".ask", experiment.ask());
        values(path + ".ask", experiment.ask(), begins.moment());
        if (challenge.isReached(begins.timeline(), begins.to(), begins.to())) {
            report(path + ".goal", PROBLEMS.get("lesson-check.experiment-done-already"));
        }
        attempt(
                path + ".sample",
                "",
                () -> {
                    Run run = challenge.tried(experiment.sample());
                    Stretch played = run.moment(begins.to(), run.size());
                    for (int k = 0; k < experiment.goal().size(); k++) {
                        String fact = path + ".goal[" + k + "]";
                        FactCheck.check(experiment.goal().get(k), played)
                                .forEach((part, sentence) -> report(fact + part, sentence));
                    }
                });
    }

    private void told(String path, String markdown, Stretch moment) {
        prose(path, markdown);
        for (String expression : Markdown.read(markdown).prose().expressions()) {
            attempt(path, expression, () -> moment.evaluate(expression));
        }
    }

    private void show(String path, Show show, Stretch moment) {
        if (!show.address().isEmpty()) {
            attempt(path + ".address", "", () -> moment.address(show.address()));
        }
        if (!show.select().isEmpty()) {
            attempt(path + ".select", "", () -> moment.thing(show.select()));
        }
        deal(path, show, moment);
        sizes(path, show);
        for (int k = 0; k < show.callouts().size(); k++) {
            String at = show.callouts().get(k).at();
            attempt(path + ".callouts[" + k + "].at", "", () -> moment.thing(at));
        }
    }

    private void deal(String path, Show show, Stretch moment) {
        if (show.deal().isEmpty()) {
            return;
        }
        attempt(path + ".deal", "", () -> moment.address(show.deal()));
        if (show.view() != Picture.QUADRANTS) {
            report(path + ".deal", PROBLEMS.get("lesson-check.only-view-quadrants"));
        }
        if (!show.callouts().isEmpty() || !show.select().isEmpty()) {
            report(path + ".deal", PROBLEMS.get("lesson-check.nothing-selected-no"));
        }
    }

    private void sizes(String path, Show show) {
        if (show.sizes() == null) {
            return;
        }
        if (!show.sizes().tables().possible()) {
            report(path + ".sizes", PROBLEMS.get("lesson-check.sizes"));
        }
        if (show.view() != Picture.REACH) {
            report(path + ".sizes", PROBLEMS.get("lesson-check.only-view-reach"));
        }
    }

    private void attempt(String path, String about, Unresolved.Work attempt) {
        try {
            attempt.run();
        } catch (Unresolved e) {
            report(path, about.isEmpty() ? e.why() : "{{" + about + "}}: " + e.why());
        }
    }

    private void report(String path, String sentence) {
        problems.add(lesson.places().problem(path, sentence));
    }
}
