package shadewalk.lesson;

import java.util.List;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.Fitting.Handle;
import shadewalk.lesson.Fitting.Line;
import shadewalk.lesson.json.Marks.Called;
import shadewalk.lesson.json.Marks.Many;
import shadewalk.lesson.json.Marks.May;
import shadewalk.lesson.json.Marks.Must;
import shadewalk.lesson.json.Marks.Prose;
import shadewalk.lesson.json.Marks.Said;
import shadewalk.lesson.json.Marks.Said.As;
import shadewalk.lesson.json.Marks.Text;
import shadewalk.read.OnStage;

/// One step of a lesson.
///
/// @param from empty to go on after the stop before, otherwise as if nothing in between had
///   happened
/// @param actions with names for addresses
/// @param until null for the end of the actions
@Called("a step")
public record Stop(
        @May(
                        value = "how other parts refer to it; step-1 and so on if left out.",
                        otherwise = "step-#")
                @Handle
                String id,
        @Must("what it is called.") @Said @Text(max = 60) String title,
        @Must("what is told, Markdown.") @Said(As.MARKDOWN) @Prose(NARRATION) String narration,
        @May("what comes on stage here; without any in the lesson, all is on stage.") @Many
                List<OnStage> introduces,
        @May("the earlier step after which this one goes on.") @Handle String from,
        @May("whether it shows what else could be.") boolean whatIf,
        @May("what is done, in the scenario language.") @Many(max = 40) List<@Line String> actions,
        @May("the event after which the picture halts.") @Nullable EventFilter until,
        @Must("what the window shows.") Show show,
        @May(value = "what must be true here.", as = "expect") @Many(max = 40) List<Fact> facts,
        @May("asked before going on.") @Nullable Question question,
        @May("name of the picture worth exporting here.") @Handle String figure,
        @May("flags on the timeline.") @Many(max = 20) List<Marker> markers,
        @May("events behind which playing rests as well.") @Many(max = 20) List<EventFilter> rests,
        @May("turns of the plot at which playing does not rest.") @Many(max = 20)
                List<EventFilter> through) {

    /// The most characters a narration may have, so that it fits beside the picture.
    public static final int NARRATION = 1_400;

    /// A flag on the timeline at the first event of this stop that fits.
    @Called("a marker")
    public record Marker(
            @Must("what it marks.") @Line String name, @Must("which event.") EventFilter at) {}
}
