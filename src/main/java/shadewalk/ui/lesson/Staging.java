package shadewalk.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shadewalk.lesson.play.Answer;
import shadewalk.lesson.play.Scene;
import shadewalk.read.Note;
import shadewalk.read.Telling;
import shadewalk.read.Thing;
import shadewalk.read.ThingIds;
import shadewalk.read.View;
import shadewalk.text.Texts;
import shadewalk.ui.lesson.QuestionModel.Reply;
import shadewalk.ui.picture.Look;
import shadewalk.ui.picture.PictureModel;
import shadewalk.ui.session.Session;

/// Shows a scene as its author wished: the view and the address, what is selected, words beside
/// things, and the learner's answer beside what the question is about.
final class Staging {

    /// An answer that is longer is cut; the pane beside the picture has all of it.
    private static final int LONGEST_ANSWER = 80;

    private final Session session;
    private final PictureModel picture;
    private final Texts texts;

    Staging(Session session, PictureModel picture, Texts texts) {
        this.session = session;
        this.picture = picture;
        this.texts = texts;
    }

    /// Before anything happens in a scene.
    ///
    /// @param asking whether its question is still open
    void prepare(Scene scene, boolean asking) {
        picture.viewProperty().set(scene.view().picture());
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

    /// Puts the author's words and the learner's answer into the picture.
    void note(Scene scene, Optional<QuestionModel> question) {
        List<Note> notes = new ArrayList<>(scene.view().notes());
        question.ifPresent(asked ->
                asked.replyProperty().get().ifPresent(reply -> answer(scene, asked, reply, notes)));
        picture.setNotes(notes);
    }

    /// The scene is left.
    void clear() {
        picture.setNotes(List.of());
        picture.tellingProperty().set(Telling.ALL);
    }

    private void answer(Scene scene, QuestionModel question, Reply reply, List<Note> notes) {
        reply.answer()
                .ifPresent(given -> {
                    String key = reply.right() ? "answer.right" : "answer.wrong";
                    String words = texts.get(key, said(question, given));
                    place(scene, given).ifPresent(at -> notes.add(new Note(at, words)));
                });
        if (reply.answer().isEmpty() && question.right() instanceof Answer.Picked(var id)) {
            notes.add(new Note(id, texts.get("answer.here")));
        }
    }

    private String said(QuestionModel question, Answer answer) {
        return answer instanceof Answer.Picked
                ? texts.get("answer.this")
                : cut(question.words(answer));
    }

    /// Where an answer belongs: at what was picked, or at what the scene is about.
    private static Optional<String> place(Scene scene, Answer answer) {
        if (answer instanceof Answer.Picked(var id)) {
            return Optional.of(id);
        }
        return Optional.of(scene.view().selected())
                .filter(selected -> !selected.isEmpty())
                .or(() -> scene.view().notes().stream().findFirst().map(Note::at))
                .or(() -> scene.moment().idOf("guest-bits 31:12"));
    }

    private static String cut(String words) {
        return words.length() <= LONGEST_ANSWER
                ? words
                : words.substring(0, LONGEST_ANSWER).strip() + "\u2026";
    }
}
