package shadewalk.ui.export;

import java.util.List;
import java.util.Optional;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.export.scene.Subject;
import shadewalk.lesson.play.LessonPlayer;

/// What the window shows just now, to take pictures of.
///
/// @param title of the lesson or play
/// @param name to suggest for files, without extension
/// @param now the moment that is shown
/// @param seen the picture of it that is on screen, without words beside things
/// @param steps the steps so far; none that an open question hides
/// @param lesson the lesson that is shown, unless it is free play
/// @param visible the part of the picture that is seen, unless that is all of it
public record ExportSource(
        String title,
        String name,
        Subject now,
        Diagram seen,
        List<Subject> steps,
        Optional<LessonPlayer> lesson,
        Optional<Extent> visible) {

    public ExportSource {
        steps = List.copyOf(steps);
    }
}
