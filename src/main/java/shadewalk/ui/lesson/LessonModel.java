package shadewalk.ui.lesson;

import java.util.Comparator;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import shadewalk.lesson.Question;
import shadewalk.lesson.play.Answer;
import shadewalk.lesson.play.Cue;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Scene;
import shadewalk.read.Picture;
import shadewalk.ui.picture.PictureModel;
import shadewalk.ui.session.Course;
import shadewalk.ui.session.Player;
import shadewalk.ui.session.Session;

/// A learner's way through a lesson, and what the other parts of the window show on it.
///
/// Each stop takes some positions of a run. Moving past the last one leads to the next stop, which
/// may have no events of its own; so the narration never falls behind the picture. What an
/// unanswered question hides is not on the timeline yet.
public final class LessonModel implements Course {

    /// The longest that the events of one stop take at speed 1, in seconds.
    private static final double LONGEST = 14;

    private final Session session;
    private final Player player;
    private final Staging staging;
    private final ReadOnlyObjectWrapper<Optional<Stand>> stand =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<LessonPlayer> lesson = Optional.empty();
    private Optional<QuestionModel> question = Optional.empty();
    private boolean moving;

    public LessonModel(Session session, Player player, PictureModel picture) {
        this.session = session;
        this.player = player;
        this.staging = new Staging(session, picture);
        session.momentProperty().subscribe(_ -> follow());
        player.waitFor(picture::coming);
        player.waitFor(() -> stand().map(now -> now.scene().words(session.position())).orElse(0));
    }

    /// Where the learner stands; nothing without a lesson.
    public ReadOnlyObjectProperty<Optional<Stand>> standProperty() {
        return stand.getReadOnlyProperty();
    }

    public Optional<Stand> stand() {
        return stand.get();
    }

    /// Whether a question waits for its answer just now.
    public ObservableValue<Boolean> askingProperty() {
        return stand.map(now -> now.filter(Stand::isAsking).isPresent());
    }

    /// The lesson that is open.
    public ObservableValue<Optional<LessonPlayer>> lessonProperty() {
        return stand.map(now -> now.map(Stand::lesson));
    }

    public boolean isActive() {
        return lesson.isPresent();
    }

    /// Opens a lesson at one of its scenes, or as near to it as questions allow.
    public void open(LessonPlayer opened, int scene) {
        player.pause();
        lesson = Optional.of(opened);
        question = Optional.empty();
        opened.go(scene);
        enter(opened, true);
    }

    /// Leaves the lesson; what is shown stays.
    public void close() {
        lesson = Optional.empty();
        question = Optional.empty();
        stand.set(Optional.empty());
        player.restAtTurns();
        staging.clear();
    }

    /// To a scene, with everything that happens in it done.
    public void go(int scene) {
        lesson.ifPresent(l -> {
            player.pause();
            l.go(scene);
            enter(l, true);
        });
    }

    /// On: shows what comes until the next rest, or leads into the next scene. Returns whether
    /// there was anything to do.
    public boolean forward() {
        if (stand().isEmpty()) {
            return false;
        }
        Stand now = stand().get();
        if (player.playing()) {
            player.pause();
            session.jump(nextRest(now.scene()));
            return true;
        }
        if (!now.arrived()) {
            play(now.scene());
            return true;
        }
        return into(now, now.index() + 1);
    }

    /// To a moment that words of the narration are about, if it has come, and to their thing.
    void recall(Cue cue) {
        if (cue.position() <= session.limit()) {
            player.pause();
            session.jump(cue.position());
            cue.thing().ifPresent(session::select);
        }
    }

    /// Back to the end of the scene before.
    public void back() {
        stand().ifPresent(now -> go(now.index() - 1));
    }

    /// One event on, or into the next scene.
    @Override
    public void eventForward() {
        Stand now = stand().orElseThrow();
        if (now.arrived() && canGoForward()) {
            enterAt(now.index() + 1, false);
        } else {
            session.eventForward();
        }
    }

    /// One event back, or to the scene before.
    @Override
    public void eventBack() {
        Stand now = stand().orElseThrow();
        if (session.position() > now.scene().from()) {
            session.eventBack();
        } else if (now.index() > 0) {
            enterAt(now.index() - 1, true);
        }
    }

    /// To the end of the scene before.
    @Override
    public void stepBack() {
        enterAt(Math.max(stand().orElseThrow().index() - 1, 0), true);
    }

    @Override
    public void playOrPause() {
        if (player.playing()) {
            player.pause();
        } else {
            forward();
        }
    }

    @Override
    public void playThrough() {
        stand().ifPresent(now -> {
            if (now.arrived() && canGoForward()) {
                enterAt(now.index() + 1, false);
            }
            player.playTo(stand().orElseThrow().scene().to(), LONGEST);
        });
    }

    @Override
    public boolean canGoForward() {
        return stand().filter(now -> !now.arrived() || now.isOpen() && !now.isLast()).isPresent();
    }

    @Override
    public boolean canGoBack() {
        return stand().filter(now -> now.index() > 0 || session.position() > now.scene().from())
                .isPresent();
    }

    /// To the end of this scene, or of the next one.
    @Override
    public void stepForward() {
        Stand now = stand().orElseThrow();
        if (now.arrived() && canGoForward()) {
            enterAt(now.index() + 1, true);
        } else {
            session.jump(now.scene().to());
        }
    }

    @Override
    public void toStart() {
        enterAt(0, true);
    }

    /// To the last scene that no question hides.
    @Override
    public void toEnd() {
        lesson.ifPresent(l -> enterAt(l.limit(), true));
    }

    /// Whether a thing of the picture is to be picked now.
    public boolean isPicking() {
        return stand().filter(Stand::isAsking)
                .flatMap(Stand::question)
                .filter(asked -> asked.question() instanceof Question.Pick)
                .isPresent();
    }

    /// Answers the question that is shown.
    public void answer(Answer answer) {
        lesson.ifPresent(l ->
                question.ifPresent(q -> {
                    q.judged(answer, l.answer(answer));
                    answered(l, q);
                }));
    }

    /// Gives the answer away.
    public void reveal() {
        lesson.ifPresent(l ->
                question.ifPresent(q -> {
                    q.revealed(l.reveal());
                    answered(l, q);
                }));
    }

    private void answered(LessonPlayer l, QuestionModel answered) {
        session.lockBehind(RunScenes.end(l, l.scene().run()));
        staging.veil(l.scene(), isVeiled(l));
        staging.answered(l.scene(), answered);
        stand(l);
    }

    private int nextRest(Scene scene) {
        return scene.rests().stream()
                .filter(rest -> rest > session.position())
                .min(Comparator.naturalOrder())
                .orElse(scene.to());
    }

    private boolean into(Stand now, int scene) {
        if (now.isLast() || !now.isOpen()) {
            return false;
        }
        enterAt(scene, false);
        play(now.lesson().scene());
        return true;
    }

    private void play(Scene scene) {
        player.playOn(scene.to(), LONGEST);
    }

    private void enterAt(int scene, boolean atEnd) {
        lesson.ifPresent(l -> {
            if (scene != l.index()) {
                l.go(scene);
            }
            enter(l, atEnd);
        });
    }

    /// Shows the lesson's scene from its beginning or at its end.
    private void enter(LessonPlayer l, boolean atEnd) {
        Scene scene = l.scene();
        moving = true;
        int position = atEnd ? scene.to() : scene.from();
        session.open(
                scene.timeline(),
                RunScenes.chapters(l, scene.run()),
                RunScenes.end(l, scene.run()),
                position);
        session.flagsProperty().set(RunScenes.flags(l, scene.run()));
        moving = false;
        ask(l);
        prepare(scene);
        staging.arriveOrWait(scene, question);
        stand(l);
    }

    private void ask(LessonPlayer l) {
        boolean same = question.filter(q -> q.scene() == l.index()).isPresent();
        if (!same) {
            question =
                    l.judge()
                            .map(judge ->
                                    new QuestionModel(
                                            l.index(), l.scene(), judge, l.attempt(l.index())));
        }
    }

    /// The positions moved; the scene follows.
    private void follow() {
        if (moving || lesson.isEmpty()) {
            return;
        }
        LessonPlayer l = lesson.get();
        Scene now = l.scene();
        if (!session.timeline().equals(now.timeline())) {
            return;
        }
        int position = session.position();
        if (position < now.from() || position > now.to()) {
            int scene = RunScenes.sceneAt(l, position);
            if (scene != l.index()) {
                l.go(scene);
                ask(l);
                prepare(l.scene());
            }
        }
        staging.arriveOrWait(l.scene(), question);
        stand(l);
    }

    private void prepare(Scene scene) {
        player.setRests(scene.rests()::contains);
        staging.prepare(scene, lesson.filter(LessonModel::isVeiled).isPresent());
    }

    /// Whether a question is open here, or a number or an order is asked next that the picture
    /// would show, or the first question over the map of quadrants is still to come. Until then
    /// that picture, which can be looked at in any scene, must not say which drawing is right.
    private static boolean isVeiled(LessonPlayer l) {
        return !l.isAnswered(l.index()) || asksOfThePictureNext(l) || hidesQuadrants(l);
    }

    private static boolean asksOfThePictureNext(LessonPlayer l) {
        return l.performance().scenes().stream()
                .skip(l.index() + 1L)
                .findFirst()
                .filter(scene -> !l.isAnswered(scene.number()))
                .map(scene -> scene.stop().question())
                .filter(asked -> asked instanceof Question.Type || asked instanceof Question.Order)
                .isPresent();
    }

    private static boolean hidesQuadrants(LessonPlayer l) {
        return l.performance().scenes().stream()
                .filter(scene -> scene.stop().show().view() == Picture.QUADRANTS)
                .filter(scene -> scene.stop().question() != null)
                .findFirst()
                .filter(scene -> !l.isAnswered(scene.number()))
                .isPresent();
    }

    private void stand(LessonPlayer l) {
        stand.set(
                Optional.of(
                        new Stand(
                                l, l.index(), l.limit(), l.scene(), session.position(), question)));
    }
}
