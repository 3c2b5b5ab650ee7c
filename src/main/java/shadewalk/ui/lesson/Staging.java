package shadewalk.ui.lesson;

import java.util.List;
import java.util.Optional;
import shadewalk.lesson.play.Answer;
import shadewalk.lesson.play.Scene;
import shadewalk.read.OnStage;
import shadewalk.read.Telling;
import shadewalk.read.Thing;
import shadewalk.read.ThingIds;
import shadewalk.read.View;
import shadewalk.ui.picture.Look;
import shadewalk.ui.picture.PictureModel;
import shadewalk.ui.session.Session;

/// Shows a scene as its author wished: the view and the address, what is selected, words beside
/// things, and what proves the answer once it is given.
final class Staging {

    private final Session session;
    private final PictureModel picture;

    Staging(Session session, PictureModel picture) {
        this.session = session;
        this.picture = picture;
    }

    /// Before anything happens in a scene.
    ///
    /// @param asking whether its question is still open
    void prepare(Scene scene, boolean asking) {
        picture.stageProperty().set(scene.view().stage());
        picture.viewProperty().set(scene.view().picture());
        picture.setSizes(scene.view().sizes());
        if (!scene.stop().show().address().isEmpty()) {
            picture.where().setUsual(scene.view().address());
        }
        veil(scene, asking);
    }

    /// Whether a question is open, so that no picture must say what it asks.
    void veil(Scene scene, boolean asking) {
        picture.tellingProperty()
                .set(asking ? Telling.whileAsked(scene.view().picture()) : Telling.ALL);
    }

    /// The author's words and selection stand when everything has happened that they speak of.
    void arriveOrWait(Scene scene, Optional<QuestionModel> question) {
        picture.where().follow();
        if (session.position() != scene.to()) {
            picture.setNotes(List.of());
            return;
        }
        View view = scene.view();
        picture.where().stage(view.address());
        note(scene, question);
        Optional<Thing> selected = ThingIds.around(view.selected());
        if (question.filter(Staging::picks).isPresent()) {
            session.clearSelection();
        } else {
            selected.ifPresent(session::select);
        }
        scene.dealt().ifPresent(picture.dealing()::moveTo);
        int zoom = scene.stop().show().zoom();
        picture.lookProperty().set(zoom == 0 ? Look.WHOLE : new Look(zoom, selected));
    }

    /// Whether something is still to be picked; what is selected would count as picked already.
    private static boolean picks(QuestionModel question) {
        return question.right() instanceof Answer.Picked && !question.isOver();
    }

    /// Puts the author's words into the picture, and beside what proves an answer that was given
    /// why it does.
    private void note(Scene scene, Optional<QuestionModel> question) {
        boolean over = question.filter(QuestionModel::isOver).isPresent();
        picture.setNotes((over ? scene.proven() : scene.view()).notes());
    }

    /// An answer was given: what was to be picked is selected once it is known.
    void answered(Scene scene, QuestionModel question) {
        note(scene, Optional.of(question));
        if (question.isOver() && question.right() instanceof Answer.Picked(var id)) {
            ThingIds.of(id).ifPresent(session::select);
        }
    }

    /// The scene is left.
    void clear() {
        picture.setNotes(List.of());
        picture.stageProperty().set(OnStage.ALL);
        picture.setSizes(Optional.empty());
        picture.tellingProperty().set(Telling.ALL);
    }
}
