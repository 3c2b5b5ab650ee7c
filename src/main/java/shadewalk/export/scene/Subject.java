package shadewalk.export.scene;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import shadewalk.diagram.note.Note;
import shadewalk.export.RunPicture;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.play.Performance;
import shadewalk.lesson.play.Scene;
import shadewalk.lesson.session.Framing;
import shadewalk.lesson.session.Session;
import shadewalk.read.Picture;
import shadewalk.scenario.FreePlay;
import shadewalk.scenario.Timeline;
import shadewalk.x86.Gva;

/// A moment of which a picture can be taken.
///
/// @param title what the moment is called
/// @param caption where it comes from: lesson, step, kernel version
/// @param view the picture that is meant
/// @param address what it is about
/// @param selected the id of the thing that is selected, or empty
/// @param notes words beside things
/// @param position 0 to the size of the timeline
/// @param asking whether a question is open, so that no picture may give its answer away
/// @param dealing whether the quadrants are dealt out only up to the address
/// @param play everything that led there, made when it is wanted
/// @param branch the branch of it that is meant
public record Subject(
        String title,
        String caption,
        Picture view,
        Gva address,
        String selected,
        List<Note> notes,
        Timeline timeline,
        int position,
        boolean asking,
        boolean dealing,
        Supplier<FreePlay> play,
        int branch) {

    private static final int MAX_NAME = 200;

    public Subject {
        notes = List.copyOf(notes);
    }

    /// The end of a stop of a lesson.
    ///
    /// @param usual the address to show where neither the lesson nor an event names one
    public static Subject of(Performance performance, Scene scene, Gva usual) {
        Staged staged = Staged.of(scene);
        Subject all = ofAll(performance, scene, staged, usual);
        return staged.dealt().map(all::dealtTo).orElse(all);
    }

    private static Subject ofAll(Performance performance, Scene scene, Staged staged, Gva usual) {
        return new Subject(
                scene.stop().title(),
                caption(performance, scene),
                staged.view(),
                staged.address()
                        .orElseGet(
                                () -> RunPicture.story(scene.timeline(), scene.to(), usual).gva()),
                staged.selected().orElse(""),
                staged.notes(),
                scene.timeline(),
                scene.to(),
                false,
                false,
                () -> played(performance, scene),
                0);
    }

    /// The same while its question is open.
    public Subject asked() {
        return new Subject(
                title, caption, view, address, selected, notes, timeline, position, true, dealing,
                play, branch);
    }

    /// The same with the quadrants dealt out up to an address, which no words of the moment are
    /// about.
    public Subject dealtTo(Gva cursor) {
        return new Subject(
                title,
                caption,
                Picture.QUADRANTS,
                cursor,
                "",
                List.of(),
                timeline,
                position,
                asking,
                true,
                play,
                branch);
    }

    /// Where a stop of a lesson stands, in a line.
    public static String caption(Performance performance, Scene scene) {
        return "%s \u00b7 step %d of %d \u00b7 Linux %s"
                .formatted(
                        performance.lesson().title(),
                        scene.number() + 1,
                        performance.lesson().stops().size(),
                        Lesson.KERNEL);
    }

    /// What a stop of a lesson has done, as free play that can go on from there.
    public static FreePlay played(Performance performance, Scene scene) {
        String title = scene.stop().title();
        return new FreePlay(
                performance.stage().machine(),
                title.length() <= MAX_NAME ? title : title.substring(0, MAX_NAME),
                scene.timeline(),
                scene.to(),
                scene.trail());
    }

    /// The end of a step of free play.
    public static Subject ofStep(String name, FreePlay play, int branch, int step) {
        Timeline timeline = play.branch(branch).timeline();
        int position = timeline.stepEnd(step);
        return new Subject(
                "step " + step,
                "%s \u00b7 step %d of %d \u00b7 Linux %s"
                        .formatted(name, step, timeline.steps() - 1, Lesson.KERNEL),
                Picture.WALK,
                RunPicture.story(timeline, position, new Gva(0)).gva(),
                "",
                List.of(),
                timeline,
                position,
                false,
                false,
                () -> play,
                branch);
    }

    /// Where the person was looking who kept a session.
    public static Subject of(String name, Session session) {
        Timeline timeline = session.play().branch(session.branch()).timeline();
        Framing framing = session.framing();
        int position = session.position();
        String place =
                "%s \u00b7 event %d of %d \u00b7 Linux %s"
                        .formatted(name, position, timeline.size(), Lesson.KERNEL);
        return new Subject(
                "event " + position,
                framing == null ? place : framing.caption(),
                view(session.view()),
                framing == null
                        ? RunPicture.story(timeline, position, new Gva(0)).gva()
                        : new Gva(framing.address()),
                session.selection(),
                framing == null
                        ? List.of()
                        : framing.notes().stream().map(n -> new Note(n.at(), n.words())).toList(),
                timeline,
                position,
                false,
                framing != null && framing.dealing(),
                session::play,
                session.branch());
    }

    private static Picture view(String word) {
        return Picture.of(word).orElse(Picture.WALK);
    }

    /// The session that a picture of this carries; nothing while a question is open, whose answer
    /// it could give away.
    Optional<Session> session(Picture shown, Framing framing) {
        return asking
                ? Optional.empty()
                : Optional.of(
                        new Session(play.get(), branch, position, shown.word(), selected, framing));
    }
}
