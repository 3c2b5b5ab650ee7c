package shadewalk.ui.lesson;

import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import shadewalk.lesson.Show;
import shadewalk.lesson.play.Answer;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Scene;
import shadewalk.lesson.play.Unresolved;
import shadewalk.lesson.play.Verdict;
import shadewalk.ui.session.Player;
import shadewalk.ui.session.Session;
import shadewalk.x86.Gva;

/// The open lesson and the scene the learner is at.
///
/// Scenes and events are two ways through the same run: going to a scene moves the session, and
/// moving the session goes to the scene it gets into. An open question locks what comes after it in
/// both.
public final class LessonModel {

    private final Session session;
    private final Player player;
    private final ReadOnlyObjectWrapper<Optional<LessonPlayer>> lesson =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper scene = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Verdict>> verdict =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean leading;

    public LessonModel(Session session, Player player) {
        this.session = session;
        this.player = player;
        session.momentProperty().subscribe(_ -> follow());
    }

    /// Opens a lesson at its first scene.
    public void open(LessonPlayer opened) {
        player.pause();
        lesson.set(Optional.of(opened));
        session.open(opened.scene().timeline(), opened.scene().to());
        show(opened.index());
    }

    /// Puts the lesson away; the run stays.
    public void close() {
        lesson.set(Optional.empty());
        verdict.set(Optional.empty());
        session.lockBehind(session.timeline().size());
    }

    public ReadOnlyObjectProperty<Optional<LessonPlayer>> lessonProperty() {
        return lesson.getReadOnlyProperty();
    }

    /// The number of the scene that is told, counted from 0.
    public ReadOnlyIntegerProperty sceneProperty() {
        return scene.getReadOnlyProperty();
    }

    /// What was said to the last answer; nothing before one is given.
    public ReadOnlyObjectProperty<Optional<Verdict>> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /// On to the next scene, playing its events at the learner's pace.
    public void next() {
        lesson.get()
                .ifPresent(opened -> {
                    int before = opened.index();
                    opened.forward();
                    if (opened.index() != before) {
                        lead(opened, true);
                    }
                });
    }

    /// Back to where the scene before halted.
    public void previous() {
        lesson.get().ifPresent(opened -> go(opened.index() - 1));
    }

    /// To a scene, or as near to it as open questions allow.
    public void go(int wanted) {
        lesson.get()
                .ifPresent(opened -> {
                    opened.go(wanted);
                    lead(opened, false);
                });
    }

    /// Judges an answer to the question that is open.
    public void answer(Answer answer) {
        lesson.get()
                .ifPresent(opened -> {
                    verdict.set(Optional.of(opened.answer(answer)));
                    lock(opened);
                });
    }

    /// Gives the answer away.
    public void reveal() {
        lesson.get()
                .ifPresent(opened -> {
                    verdict.set(Optional.of(new Verdict(true, opened.reveal())));
                    lock(opened);
                });
    }

    /// Whether the scene's question is still open.
    public boolean isAsking() {
        return lesson.get().filter(opened -> !opened.isAnswered(opened.index())).isPresent();
    }

    /// The picture the scene is about.
    public Optional<Show.View> view() {
        return lesson.get().map(opened -> opened.scene().stop().show().view());
    }

    /// The address the scene is about, if it names one.
    public Optional<Gva> address() {
        return lesson.get()
                .flatMap(opened -> {
                    for (int i = opened.index(); i >= 0; i--) {
                        Optional<Gva> address = address(opened.performance().scenes().get(i));
                        if (address.isPresent()) {
                            return address;
                        }
                    }
                    return Optional.empty();
                });
    }

    private static Optional<Gva> address(Scene scene) {
        String wanted = scene.stop().show().address();
        try {
            return wanted.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Gva(scene.moment().address(wanted)));
        } catch (Unresolved _) {
            // The lesson's check reports it; the picture keeps the address it has.
            return Optional.empty();
        }
    }

    /// Moves the session to the scene.
    private void lead(LessonPlayer opened, boolean atPace) {
        leading = true;
        try {
            Scene target = opened.scene();
            player.pause();
            show(opened.index());
            boolean here = session.timeline().equals(target.timeline());
            if (!here) {
                session.open(target.timeline(), target.from());
            }
            lock(opened);
            if (atPace && session.position() >= target.from() && session.position() < target.to()) {
                player.playTo(target.to());
            } else {
                session.jump(target.to());
            }
        } finally {
            leading = false;
        }
    }

    /// Finds the scene that the session has moved into.
    private void follow() {
        Optional<LessonPlayer> opened = lesson.get();
        if (leading || opened.isEmpty() || within(opened.get().scene())) {
            return;
        }
        LessonPlayer lessonPlayer = opened.get();
        for (Scene each : lessonPlayer.performance().scenes()) {
            if (within(each) && each.number() <= lessonPlayer.limit()) {
                lessonPlayer.go(each.number());
                show(each.number());
                lock(lessonPlayer);
                return;
            }
        }
    }

    private boolean within(Scene each) {
        int position = session.position();
        return session.timeline().equals(each.timeline())
                && position <= each.to()
                && (position > each.from() || each.number() == 0 || each.from() == each.to());
    }

    private void show(int number) {
        verdict.set(Optional.empty());
        scene.set(number);
        lesson.get().ifPresent(this::lock);
    }

    /// Locks the run behind the last scene that may be seen.
    private void lock(LessonPlayer opened) {
        Scene last = opened.performance().scenes().get(opened.limit());
        boolean sameRun = session.timeline().equals(last.timeline());
        int end = session.timeline().size();
        boolean open = opened.isFree() || !sameRun && opened.limit() > opened.index();
        session.lockBehind(open ? end : sameRun ? last.to() : opened.scene().to());
    }
}
