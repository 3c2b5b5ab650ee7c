package shadewalk.lesson.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.json.Format;
import shadewalk.lesson.json.Marks.Called;
import shadewalk.lesson.json.Marks.Constant;
import shadewalk.lesson.json.Marks.Many;
import shadewalk.lesson.json.Marks.May;
import shadewalk.lesson.json.Marks.Must;
import shadewalk.lesson.json.Marks.Prose;
import shadewalk.lesson.json.Marks.Text;
import shadewalk.lesson.json.Marks.Whole;
import shadewalk.scenario.FreePlay;

/// What stands in a session file.
///
/// @param picture nothing where no picture carries the session
@Called("a session")
@Constant(name = "shadewalk", is = "session", means = "says that this is a session.")
@Constant(name = "version", is = "1", means = "version of the format.")
record SessionFormat(
        @Must("the machine, in the scenario language up to the line ops.")
                @Prose(value = 32 << 20, lines = true)
                String machine,
        @Must("everything that was done.") @Many(min = 1, max = FreePlay.MAX_BRANCHES)
                List<Branch> branches,
        @May("the branch that is looked at.") @Whole(min = 0, max = FreePlay.MAX_BRANCHES - 1)
                int branch,
        @May("the position that is looked at.") @Whole(min = 0, max = MAX_EVENTS) int position,
        @May("the picture that is looked at.") @Text(min = 0, max = MAX_NAME) String view,
        @May("the thing that is selected.") @Text(min = 0, max = MAX_NAME) String selection,
        @May("how the picture was taken that carries the session.") @Nullable PictureJson picture) {

    static final Format<SessionFormat> FORMAT = Format.of(SessionFormat.class);

    static final int MAX_NAME = 200;

    private static final int MAX_EVENTS = 10_000_000;

    /// @param from null for the first
    @Called("a branch")
    record Branch(
            @Must("what the branch is called.") @Text(min = 0, max = MAX_NAME) String name,
            @May("the number of the branch it left; the first left none.")
                    @Nullable
                    @Whole(min = 0, max = FreePlay.MAX_BRANCHES - 1)
                    Integer from,
            @May("the position in that branch.") @Whole(min = 0, max = MAX_EVENTS) int at,
            @Must("what was done since, in the scenario language.") @Many(max = FreePlay.MAX_STEPS)
                    List<@Text(max = 400) String> steps) {}
}
