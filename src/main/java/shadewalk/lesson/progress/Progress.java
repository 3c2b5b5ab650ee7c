package shadewalk.lesson.progress;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import shadewalk.lesson.play.Attempt;
import shadewalk.lesson.play.LessonPlayer;

/// How far a learner has got in each lesson.
///
/// @param lessons by the lessons' ids
public record Progress(Map<String, OfLesson> lessons) {

    /// Nothing begun.
    public static final Progress NONE = new Progress(Map.of());

    public Progress {
        lessons = Collections.unmodifiableMap(new LinkedHashMap<>(lessons));
    }

    /// How far a learner has got in one lesson.
    ///
    /// @param stop id of the stop that was shown last
    /// @param finished whether the end was reached once
    /// @param answers by the ids of the stops that asked
    public record OfLesson(String stop, boolean finished, Map<String, Attempt> answers) {

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
