package shadewalk.ui.lesson;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import shadewalk.lesson.Question;
import shadewalk.lesson.play.Answer;
import shadewalk.lesson.play.Attempt;
import shadewalk.lesson.play.Judge;
import shadewalk.lesson.play.Scene;
import shadewalk.lesson.play.Verdict;
import shadewalk.read.Thing;
import shadewalk.read.ThingIds;

/// A question that is being asked: how many hints were given, and what came of the last answer.
public final class QuestionModel {

    private final int scene;
    private final Scene where;
    private final Judge judge;
    private final ReadOnlyIntegerWrapper hints = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Reply>> reply =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param attempt what was answered another time
    QuestionModel(int scene, Scene where, Judge judge, Attempt attempt) {
        this.scene = scene;
        this.where = where;
        this.judge = judge;
        if (attempt.revealed()) {
            revealed(judge.solution());
        } else if (!attempt.given().isEmpty()) {
            Answer last = attempt.given().getLast();
            judged(last, judge.judge(last));
        }
    }

    /// What is said to an answer.
    ///
    /// @param answer empty if the learner gave up
    /// @param right whether the way is open now
    public record Reply(Optional<Answer> answer, boolean right, String text) {}

    int scene() {
        return scene;
    }

    /// The scene at which it is asked.
    public Scene where() {
        return where;
    }

    public Question question() {
        return judge.question();
    }

    /// The right answer. It is only to be shown when the question is over.
    Answer right() {
        return judge.right();
    }

    /// What is answered by a click on a shape: the spot that it means, if the question knows it.
    Answer picked(String shape) {
        return judge.known().stream()
                .filter(known ->
                        known instanceof Answer.Picked(var id)
                                && ThingIds.of(id)
                                        .filter(t -> ThingIds.shows(shape, t))
                                        .isPresent())
                .findFirst()
                .orElseGet(() ->
                        new Answer.Picked(ThingIds.around(shape).map(Thing::id).orElse(shape)));
    }

    /// How many hints are shown.
    public ReadOnlyIntegerProperty hintsProperty() {
        return hints.getReadOnlyProperty();
    }

    /// The hints that are shown, the smallest first.
    public List<String> hints() {
        return question().hints().subList(0, hints.get());
    }

    /// Whether there is another hint.
    public boolean hasHint() {
        return hints.get() < question().hints().size();
    }

    public void hint() {
        if (hasHint()) {
            hints.set(hints.get() + 1);
        }
    }

    public ReadOnlyObjectProperty<Optional<Reply>> replyProperty() {
        return reply.getReadOnlyProperty();
    }

    /// Whether it was answered, or given away.
    public boolean isOver() {
        return reply.get().filter(Reply::right).isPresent();
    }

    void judged(Answer answer, Verdict verdict) {
        reply.set(Optional.of(new Reply(Optional.of(answer), verdict.right(), verdict.feedback())));
    }

    void revealed(String solution) {
        reply.set(Optional.of(new Reply(Optional.empty(), true, solution)));
    }
}
