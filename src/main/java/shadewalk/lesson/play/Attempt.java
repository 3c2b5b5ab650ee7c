package shadewalk.lesson.play;

import java.util.ArrayList;
import java.util.List;
import shadewalk.lesson.json.Marks.Called;
import shadewalk.lesson.json.Marks.Many;
import shadewalk.lesson.json.Marks.Must;
import shadewalk.lesson.json.Marks.Text;

/// What a learner has answered to one question.
@Called("answers to a question")
public record Attempt(
        @Must("every answer, in order.") @Many(max = 1_000) List<@Text(max = 400) Answer> given,
        @Must("whether one of them is right.") boolean right,
        @Must("whether it was given away.") boolean revealed) {

    /// Nothing yet.
    public static final Attempt NONE = new Attempt(List.of(), false, false);

    public Attempt {
        given = List.copyOf(given);
    }

    /// Whether the question hides the future no more.
    public boolean isOver() {
        return right || revealed;
    }

    Attempt with(Answer answer, boolean isRight) {
        List<Answer> more = new ArrayList<>(given);
        more.add(answer);
        return new Attempt(more, right || isRight, revealed);
    }

    Attempt givenUp() {
        return new Attempt(given, right, true);
    }
}
