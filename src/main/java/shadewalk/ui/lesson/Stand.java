package shadewalk.ui.lesson;

import java.util.Optional;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Scene;

/// Where the learner stands in a lesson.
///
/// @param index of the scene
/// @param limit the last scene that may be shown
/// @param position in the run of the scene
/// @param question the scene's question, if it asks one
public record Stand(
        LessonPlayer lesson,
        int index,
        int limit,
        Scene scene,
        int position,
        Optional<QuestionModel> question) {

    /// Whether all events of the scene have been shown.
    public boolean arrived() {
        return position == scene.to();
    }

    public boolean isLast() {
        return index == lesson.size() - 1;
    }

    /// Whether a question waits for its answer.
    public boolean isAsking() {
        return arrived() && !isOpen();
    }

    /// Whether the way to the next scene is open.
    public boolean isOpen() {
        return lesson.isOpen(index);
    }
}
