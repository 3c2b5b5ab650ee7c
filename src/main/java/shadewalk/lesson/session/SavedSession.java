package shadewalk.lesson.session;

import java.util.Optional;
import shadewalk.read.View;
import shadewalk.scenario.FreePlay;

/// Free play and where its person is looking.
///
/// @param play everything that was done
/// @param branch the branch that is looked at
/// @param position the position in its timeline
/// @param view what is seen there; nothing where that is left open
/// @param framing how the picture was taken that carries the session; nothing for a session of its
///   own
public record SavedSession(
        FreePlay play, int branch, int position, Optional<View> view, Optional<Framing> framing) {

    public SavedSession {
        if (branch < 0 || branch >= play.size()) {
            throw new IllegalArgumentException("there is no branch " + branch);
        }
        int last = play.branch(branch).timeline().size();
        if (position < 0 || position > last) {
            throw new IllegalArgumentException(
                    "position " + position + " is not within 0 to " + last);
        }
    }

    /// A session that leaves open what is seen.
    public SavedSession(FreePlay play, int branch, int position) {
        this(play, branch, position, Optional.empty(), Optional.empty());
    }

    /// A session that no picture carries.
    public SavedSession(FreePlay play, int branch, View view) {
        this(play, branch, view.moment().position(), Optional.of(view), Optional.empty());
    }

    /// The same, carried by a picture.
    public SavedSession in(Framing taken) {
        return new SavedSession(play, branch, position, view, Optional.of(taken));
    }
}
