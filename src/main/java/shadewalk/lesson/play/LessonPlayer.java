package shadewalk.lesson.play;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.json.Read;

/// A learner's way through a lesson: which scene is shown, and which questions still hide what
/// comes after them.
public final class LessonPlayer {

    private final Performance performance;
    private final List<Optional<Judge>> judges = new ArrayList<>();
    private final Map<Integer, Attempt> attempts = new HashMap<>();
    private int index;
    private boolean unlocked;

    private LessonPlayer(Performance performance) {
        this.performance = performance;
        for (Scene scene : performance.scenes()) {
            judges.add(judge(scene));
        }
    }

    /// Opens a lesson at its first scene. What [LessonCheck] would find beside is not looked for.
    public static Read<LessonPlayer> open(Read<Lesson> file) {
        return file.then(Performance::of)
                .then(performance ->
                        Read.unless(performance.problems(), new LessonPlayer(performance)));
    }

    /// A question whose answer cannot be found locks nothing.
    private Optional<Judge> judge(Scene scene) {
        try {
            return performance.judge(scene.number());
        } catch (Unresolved e) {
            return Optional.empty();
        }
    }

    public Performance performance() {
        return performance;
    }

    public Lesson lesson() {
        return performance.lesson();
    }

    /// How many scenes there are.
    public int size() {
        return performance.scenes().size();
    }

    /// The scene that is shown, counted from 0.
    public int index() {
        return index;
    }

    public Scene scene() {
        return performance.scenes().get(index);
    }

    /// The question of the scene that is shown, if it asks one.
    public Optional<Judge> judge() {
        return judges.get(index);
    }

    /// Lets every question be passed, answered or not: for the lesson's author.
    public void unlock() {
        unlocked = true;
    }

    /// Whether the way from a scene to the next one is open.
    public boolean isOpen(int scene) {
        return unlocked || isAnswered(scene);
    }

    public boolean isAnswered(int scene) {
        return judges.get(scene).isEmpty() || attempt(scene).isOver();
    }

    /// What has been answered to the question of a scene.
    public Attempt attempt(int scene) {
        return attempts.getOrDefault(scene, Attempt.NONE);
    }

    /// Takes up what was answered another time, and goes to the scene where that ended. Questions
    /// that the lesson no longer asks are left out.
    ///
    /// @param answers by the ids of stops
    /// @param stop the id of the scene; the first one if there is none of that id
    public void resume(Map<String, Attempt> answers, String stop) {
        int target = 0;
        for (Scene scene : performance.scenes()) {
            Attempt attempt = answers.get(scene.stop().id());
            if (attempt != null && judges.get(scene.number()).isPresent()) {
                attempts.put(scene.number(), attempt);
            }
            if (scene.stop().id().equals(stop)) {
                target = scene.number();
            }
        }
        go(target);
    }

    /// Back to the first scene, with nothing answered.
    public void beginAgain() {
        attempts.clear();
        index = 0;
    }

    /// All questions answered so far, by the ids of their stops.
    public Map<String, Attempt> answers() {
        Map<String, Attempt> answers = new LinkedHashMap<>();
        for (Scene scene : performance.scenes()) {
            Attempt attempt = attempts.get(scene.number());
            if (attempt != null) {
                answers.put(scene.stop().id(), attempt);
            }
        }
        return answers;
    }

    /// The judges of all questions, by the ids of their stops.
    public Map<String, Judge> judges() {
        Map<String, Judge> all = new LinkedHashMap<>();
        for (Scene scene : performance.scenes()) {
            judges.get(scene.number()).ifPresent(judge -> all.put(scene.stop().id(), judge));
        }
        return all;
    }

    /// How many scenes ask something.
    public int questions() {
        return (int) judges.stream().filter(Optional::isPresent).count();
    }

    /// The last scene that may be shown: the first one with an open question, or the end.
    public int limit() {
        int last = 0;
        while (last < size() - 1 && isOpen(last)) {
            last++;
        }
        return last;
    }

    /// Whether every question was answered and the end reached, so that the learner may do as they
    /// like.
    public boolean isFree() {
        return limit() == size() - 1 && isAnswered(size() - 1);
    }

    /// Goes to a scene, or as far towards it as open questions allow.
    public void go(int scene) {
        index = Math.clamp(scene, 0, limit());
    }

    /// One scene on; stays where it is at the end or before an open question.
    public void forward() {
        go(index + 1);
    }

    /// Judges an answer to the question that is shown. A right one opens the future; so does giving
    /// up, [#reveal].
    public Verdict answer(Answer answer) {
        Verdict verdict =
                judges.get(index)
                        .map(judge -> judge.judge(answer))
                        .orElseGet(() -> new Verdict(true, ""));
        attempts.put(index, attempt(index).with(answer, verdict.right()));
        return verdict;
    }

    /// Gives the right answer away and opens the future.
    public String reveal() {
        attempts.put(index, attempt(index).givenUp());
        return judges.get(index).map(Judge::solution).orElse("");
    }
}
