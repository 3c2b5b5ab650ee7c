package shadewalk.export.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import shadewalk.diagram.Palette;
import shadewalk.export.Album;
import shadewalk.export.Shot;
import shadewalk.export.scene.Slide;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.session.Framing;
import shadewalk.read.Moment;

/// What is written into a file, and how it is drawn.
///
/// @param title of the lesson or play
/// @param now the one moment, for formats that hold one
/// @param steps all of them in their order, for formats that hold several
/// @param lesson which the steps are of, unless it is free play
/// @param pace how long an animation shows each step, in milliseconds
public record Export(
        String title,
        Slide now,
        Iterable<Slide> steps,
        Optional<LessonPlayer> lesson,
        Framing framing,
        int pace) {

    /// Long enough to read a caption.
    public static final int USUAL_PACE = 4000;

    /// One moment.
    public static Export of(Slide now, Framing framing) {
        return new Export(now.title(), now, List.of(now), Optional.empty(), framing, USUAL_PACE);
    }

    /// The same without the session.
    public Export carryingNothing() {
        return new Export(title, now, steps, lesson, framing.carryingNothing(), pace);
    }

    Moment moment() {
        return now.view().moment();
    }

    Shot shot() {
        return now.shot(framing);
    }

    Album album() {
        return new Album(
                title,
                now.language(),
                () ->
                        StreamSupport.stream(steps.spliterator(), false)
                                .map(step -> step.page(framing))
                                .iterator(),
                Palette.named(framing.theme()));
    }
}
