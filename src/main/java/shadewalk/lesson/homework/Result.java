package shadewalk.lesson.homework;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.Exercise;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.play.Attempt;
import shadewalk.lesson.play.LessonPlayer;

/// What a learner hands in.
///
/// @param learner as the learner wrote it
/// @param lesson the lesson's id
/// @param digest which version of the lesson it was
/// @param exercise the template and seed, null for a lesson
/// @param finished whether the end was reached
/// @param answers by the ids of the stops that asked
public record Result(
        String learner,
        String lesson,
        String digest,
        @Nullable Exercise exercise,
        boolean finished,
        Map<String, Attempt> answers) {

    public Result {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /// What a player stands at.
    public static Result of(LessonPlayer player, String learner) {
        Lesson lesson = player.lesson();
        return new Result(
                learner,
                lesson.id(),
                lesson.digest(),
                lesson.exercise(),
                player.isFree(),
                player.answers());
    }
}
