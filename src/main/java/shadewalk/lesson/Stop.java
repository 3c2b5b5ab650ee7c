package shadewalk.lesson;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One step of a lesson.
///
/// @param id unique in the lesson
/// @param narration Markdown with references such as `{{index pde here}}`
/// @param from id of an earlier stop after which this one goes on, as if nothing in between had
///   happened; empty to go on after the stop before
/// @param whatIf whether this shows what would happen otherwise
/// @param actions lines of the scenario language, with names for addresses
/// @param until where in the events of the actions the picture halts; null for their end
/// @param show what the window shows
/// @param facts what the engine must confirm, in the order of the file
/// @param question what the learner must answer before going on
/// @param figure name of the picture worth exporting here; empty for none
/// @param markers moments to which the timeline gets a flag
public record Stop(
        String id,
        String title,
        String narration,
        String from,
        boolean whatIf,
        List<String> actions,
        @Nullable EventFilter until,
        Show show,
        List<Fact> facts,
        @Nullable Question question,
        String figure,
        List<Marker> markers) {

    public Stop {
        actions = List.copyOf(actions);
        facts = List.copyOf(facts);
        markers = List.copyOf(markers);
    }

    /// A flag on the timeline at the first event of this stop that fits.
    public record Marker(String name, EventFilter at) {}
}
