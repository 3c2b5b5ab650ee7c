package shadewalk.export.scene;

import static shadewalk.text.Texts.PICTURES;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Palette;
import shadewalk.diagram.motion.Change;
import shadewalk.diagram.seen.Pictures;
import shadewalk.export.Album;
import shadewalk.export.Caption;
import shadewalk.export.Crop;
import shadewalk.export.Film;
import shadewalk.export.Outline;
import shadewalk.export.Shot;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.play.Performance;
import shadewalk.lesson.play.Scene;
import shadewalk.lesson.session.Framing;
import shadewalk.lesson.session.SavedSession;
import shadewalk.lesson.session.SessionFile;
import shadewalk.read.Gesture;
import shadewalk.read.Moment;
import shadewalk.read.Picture;
import shadewalk.read.Plot;
import shadewalk.read.View;
import shadewalk.scenario.FreePlay;
import shadewalk.scenario.Timeline;
import shadewalk.x86.Gva;

/// Something to take a picture of.
///
/// @param title what it is called
/// @param caption where it comes from: lesson, step, kernel version
/// @param language of its words, as a tag such as `de`
/// @param view what is seen
/// @param play everything that led there, made when it is wanted
/// @param branch the branch of it that is meant
public record Slide(
        String title,
        String caption,
        String language,
        View view,
        Supplier<FreePlay> play,
        int branch) {

    /// The ends of all stops of a lesson.
    public static List<Slide> of(Performance performance) {
        return performance.scenes().stream().map(scene -> of(performance, scene)).toList();
    }

    /// The end of a stop of a lesson.
    public static Slide of(Performance performance, Scene scene) {
        return of(performance, scene, scene.shown());
    }

    /// A moment of a stop of a lesson.
    public static Slide of(Performance performance, Scene scene, View view) {
        return new Slide(
                scene.stop().title(),
                PICTURES.get(
                        "slide.step-of",
                        performance.lesson().title(),
                        scene.number() + 1,
                        performance.lesson().stops().size(),
                        Lesson.KERNEL),
                performance.lesson().language(),
                view,
                () -> performance.played(scene),
                0);
    }

    /// The end of a step of free play.
    public static Slide ofStep(String name, FreePlay play, int branch, int step) {
        var timeline = play.branch(branch).timeline();
        return new Slide(
                PICTURES.get("slide.step", step),
                PICTURES.get("slide.step-of", name, step, timeline.steps() - 1, Lesson.KERNEL),
                PICTURES.language(),
                View.of(Picture.WALK, timeline, timeline.stepEnd(step), new Gva(0)),
                () -> play,
                branch);
    }

    /// A moment of free play.
    public static Slide ofEvent(String name, FreePlay play, int branch, View view) {
        int position = view.moment().position();
        return new Slide(
                PICTURES.get("slide.event", position),
                PICTURES.get(
                        "slide.event-of",
                        name,
                        position,
                        view.moment().timeline().size(),
                        Lesson.KERNEL),
                PICTURES.language(),
                view,
                () -> play,
                branch);
    }

    /// Where the person was looking who kept a session.
    public static Slide of(String name, SavedSession session) {
        FreePlay play = session.play();
        var timeline = play.branch(session.branch()).timeline();
        View view =
                session.view()
                        .orElseGet(() ->
                                View.of(Picture.WALK, timeline, session.position(), new Gva(0)));
        return ofEvent(name, play, session.branch(), view);
    }

    /// The same with something else seen.
    public Slide showing(View other) {
        return new Slide(title, caption, language, other, play, branch);
    }

    /// The same while its question is open.
    public Slide asked() {
        return showing(view.asked());
    }

    /// Takes its picture.
    public Shot shot(Framing framing) {
        Diagram whole = whole(view, framing);
        Optional<Extent> part = part(whole, framing);
        String line = framing.caption().orElse(caption);
        Framing taken =
                framing.taken(
                        line,
                        part.map(p -> List.of(p.left(), p.top(), p.width(), p.height()))
                                .orElse(List.of()));
        return new Shot(
                Caption.under(part.map(p -> Crop.to(whole, p)).orElse(whole), line),
                language,
                Palette.named(framing.theme()),
                framing.scale(),
                session(taken));
    }

    /// The last thing that changed up to here, on its way.
    ///
    /// @param frames how many
    public Film film(Framing framing, int frames) {
        Moment now = view.moment();
        int turn = Math.max(1, Plot.lastChange(now));
        View after = turn == now.position() ? view : at(turn);
        Diagram from = whole(at(turn - 1), framing);
        Diagram to = whole(after, framing);
        return new Film(
                from,
                to,
                Change.of(from, to, Gesture.of(after.moment()), true),
                frames,
                Palette.named(framing.theme()));
    }

    /// What was seen before, without the words that come at the end.
    private View at(int position) {
        Timeline run = view.moment().timeline();
        return View.of(view.picture(), run, position, view.address()).selecting(view.selected());
    }

    /// Its picture as a page of an album, which has the caption beneath.
    public Album.Page page(Framing framing) {
        String line = framing.caption().orElse(caption);
        return new Album.Page(title, line, shot(framing.bare()).diagram());
    }

    /// The session that a picture carries; none while a question is open, whose answer it could
    /// give away.
    private String session(Framing taken) {
        return taken.carry() && !view.isAsked()
                ? SessionFile.write(new SavedSession(play.get(), branch, view).in(taken))
                : "";
    }

    /// The whole picture, before it is cut.
    public static Diagram whole(View view, Framing framing) {
        Diagram picture = Pictures.draw(view);
        return framing.outlined() ? Outline.around(picture, view.selected()) : picture;
    }

    private static Optional<Extent> part(Diagram whole, Framing framing) {
        List<Double> crop = framing.crop();
        return crop.isEmpty()
                ? Crop.around(whole, framing.around())
                : Optional.of(
                        Crop.within(
                                whole,
                                new Extent(
                                        crop.get(0),
                                        crop.get(1),
                                        crop.get(0) + crop.get(2),
                                        crop.get(1) + crop.get(3))));
    }
}
