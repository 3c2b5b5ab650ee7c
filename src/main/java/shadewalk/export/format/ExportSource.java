package shadewalk.export.format;

import java.util.List;
import java.util.Optional;
import shadewalk.export.scene.Slide;
import shadewalk.lesson.play.LessonPlayer;

/// What the window shows just now, to take pictures of.
///
/// @param title of the lesson or play
/// @param name to suggest for files, without extension
/// @param now the moment that is shown
/// @param steps the steps so far; none that an open question hides
/// @param lesson the lesson that is shown, unless it is free play
/// @param visible the part of the picture that is seen: left, top, width and height; empty for all
///   of it
public record ExportSource(
        String title,
        String name,
        Slide now,
        List<Slide> steps,
        Optional<LessonPlayer> lesson,
        List<Double> visible) {

    public ExportSource {
        steps = List.copyOf(steps);
        visible = List.copyOf(visible);
    }
}
