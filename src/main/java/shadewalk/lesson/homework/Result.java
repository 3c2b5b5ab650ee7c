package shadewalk.lesson.homework;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.Exercise;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.json.Marks.Called;
import shadewalk.lesson.json.Marks.Constant;
import shadewalk.lesson.json.Marks.Many;
import shadewalk.lesson.json.Marks.May;
import shadewalk.lesson.json.Marks.Must;
import shadewalk.lesson.json.Marks.Text;
import shadewalk.lesson.play.Attempt;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.StepId;

/// What a learner hands in.
///
/// @param learner as the learner wrote it
/// @param exercise null for a lesson
@Called("a result")
@Constant(name = "format", is = "1", means = "its version, 1.")
public record Result(
        @Must("who hands it in.") @Text(min = 0, max = 200) String learner,
        @Must("the lesson's id.") @Text(max = 80) String lesson,
        @Must("which version of it.") @Text(max = 80) String digest,
        @May("where the lesson comes from.") @Nullable Exercise exercise,
        @Must("whether the end was reached.") boolean finished,
        @Must("by the ids of steps.") @Many(max = 200) Map<@StepId String, Attempt> answers) {

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
