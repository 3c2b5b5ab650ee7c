package shadewalk.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shadewalk.diagram.note.Note;
import shadewalk.export.scene.Staged;
import shadewalk.lesson.Show;
import shadewalk.lesson.play.Answer;
import shadewalk.lesson.play.Scene;
import shadewalk.read.Thing;
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
        Staged staged = Staged.of(scene);
        picture.viewProperty().set(staged.view());
        staged.address().ifPresent(picture.where()::setUsual);
        veil(scene, asking);
    }

    /// Whether a question is open, so that no picture must say what it asks.
    void veil(Scene scene, boolean asking) {
        picture.setQuestionOver(asking ? Optional.of(Staged.of(scene).view()) : Optional.empty());
    }

    /// The author's words and selection stand when everything has happened that they speak of.
    void arriveOrWait(Scene scene, Optional<QuestionModel> question) {
        picture.where().follow();
        if (session.position() != scene.to()) {
            picture.setNotes(List.of());
            return;
        }
        Staged staged = Staged.of(scene);
        staged.address().ifPresent(picture.where()::stage);
        note(scene, question);
        Optional<Thing> selected = staged.selected().flatMap(Thing::around);
        if (question.filter(Staging::picks).isPresent()) {
            session.clearSelection();
        } else {
            selected.ifPresent(session::select);
        }
        staged.dealt().ifPresent(picture.dealing()::moveTo);
        int zoom = scene.stop().show().zoom();
        picture.lookProperty().set(zoom == 0 ? Look.WHOLE : new Look(zoom, selected));
    }

    /// Whether something is still to be picked; what is selected would count as picked already.
    private static boolean picks(QuestionModel question) {
        return question.right() instanceof Answer.Picked && !question.isOver();
    }

    /// Puts the author's words and the learner's answer into the picture.
    void note(Scene scene, Optional<QuestionModel> question) {
        List<Note> notes = new ArrayList<>(Staged.of(scene).notes());
        question.ifPresent(asked ->
                asked.replyProperty().get().ifPresent(reply -> answer(scene, asked, reply, notes)));
        picture.setNotes(notes);
    }

    /// The scene is left.
    void clear() {
        picture.setNotes(List.of());
        picture.setQuestionOver(Optional.empty());
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
        Show show = scene.stop().show();
        return Staged.spot(scene, show.select())
                .or(() ->
                        show.callouts().stream()
                                .findFirst()
                                .flatMap(callout -> Staged.spot(scene, callout.at())))
                .or(() -> Staged.spot(scene, "guest-bits 31:12"));
    }

    private static String cut(String words) {
        return words.length() <= LONGEST_ANSWER
                ? words
                : words.substring(0, LONGEST_ANSWER).strip() + "\u2026";
    }
}
