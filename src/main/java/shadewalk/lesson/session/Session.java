package shadewalk.lesson.session;

import org.jspecify.annotations.Nullable;
import shadewalk.scenario.FreePlay;

/// Free play and where its person is looking.
///
/// @param play everything that was done
/// @param branch the branch that is looked at
/// @param position the position in its timeline
/// @param view the name of the picture, `walk`
/// @param selection the name of the thing that is selected, empty for none
/// @param framing how the picture was taken that carries the session; null for a session of its own
public record Session(
        FreePlay play,
        int branch,
        int position,
        String view,
        String selection,
        @Nullable Framing framing) {

    /// A session that no picture carries.
    public Session(FreePlay play, int branch, int position, String view, String selection) {
        this(play, branch, position, view, selection, null);
    }

    public Session {
        if (branch < 0 || branch >= play.size()) {
            throw new IllegalArgumentException("there is no branch " + branch);
        }
        int last = play.branch(branch).timeline().size();
        if (position < 0 || position > last) {
            throw new IllegalArgumentException(
                    "position " + position + " is not within 0 to " + last);
        }
    }
}
