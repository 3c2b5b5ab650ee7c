package shadewalk.ui.open;

import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.session.SavedSession;

/// What came of opening a file.
public sealed interface Opened {

    /// A lesson.
    ///
    /// @param name to find it again: a bundled lesson's file name, or a path
    record OfLesson(String name, LessonPlayer player) implements Opened {}

    /// Something to play with: a scenario that was run, or a session that was taken up again.
    ///
    /// @param left how many steps of a scenario were too many to be done
    record OfPlay(SavedSession session, int left) implements Opened {}

    /// Nothing could be opened, and why, in a sentence.
    record Nothing(String sentence) implements Opened {}
}
