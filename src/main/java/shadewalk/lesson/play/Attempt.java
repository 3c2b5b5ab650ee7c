package shadewalk.lesson.play;

import java.util.ArrayList;
import java.util.List;

/// What a learner has answered to one question.
///
/// @param given every answer, in order
/// @param right whether one of them is right
/// @param revealed whether the answer was given away
public record Attempt(List<Answer> given, boolean right, boolean revealed) {

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
