package shadewalk.lesson.progress;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import shadewalk.lesson.json.Marks.Called;
import shadewalk.lesson.json.Marks.Constant;
import shadewalk.lesson.json.Marks.Many;
import shadewalk.lesson.json.Marks.Must;
import shadewalk.lesson.json.Marks.Text;
import shadewalk.lesson.play.Attempt;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.StepId;

/// How far a learner has got in each lesson.
@Called("a progress file")
@Constant(name = "format", is = "1", means = "the version of the format.")
public record Progress(
        @Must("by their ids.") @Many(max = 10_000)
                Map<
                                @Text(max = 40, pattern = "[a-z0-9-]{1,40}", form = "a lesson's id")
                                String,
                                OfLesson>
                        lessons) {

    /// Nothing begun.
    public static final Progress NONE = new Progress(Map.of());

    public Progress {
        lessons = Collections.unmodifiableMap(new LinkedHashMap<>(lessons));
    }

    /// How far a learner has got in one lesson.
    @Called("the progress in a lesson")
    public record OfLesson(
            @Must(value = "the step that was shown last.", as = "step") @Text(max = 80) String stop,
            @Must("whether the end was reached.") boolean finished,
            @Must("by the ids of the steps.") @Many(max = 200)
                    Map<@StepId String, Attempt> answers) {

        public OfLesson {
            answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        }
    }

    /// With what a player stands at now.
    public Progress with(LessonPlayer player) {
        String id = player.lesson().id();
        OfLesson before = lessons.get(id);
        boolean finished =
                before != null && before.finished()
                        || player.isFree() && player.index() == player.size() - 1;
        OfLesson now = new OfLesson(player.scene().stop().id(), finished, player.answers());
        Map<String, OfLesson> all = new LinkedHashMap<>(lessons);
        all.put(id, now);
        return new Progress(all);
    }

    /// With one lesson not begun.
    public Progress without(String lesson) {
        Map<String, OfLesson> all = new LinkedHashMap<>(lessons);
        all.remove(lesson);
        return new Progress(all);
    }

    /// Puts a player where the learner left off; leaves it at the beginning if nothing was begun.
    public void resume(LessonPlayer player) {
        OfLesson of = lessons.get(player.lesson().id());
        if (of != null) {
            player.resume(of.answers(), of.stop());
        }
    }
}
