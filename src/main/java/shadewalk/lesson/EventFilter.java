package shadewalk.lesson;

import java.util.Map;
import shadewalk.lesson.Fitting.FieldName;
import shadewalk.lesson.Fitting.Line;
import shadewalk.lesson.json.Marks.Called;
import shadewalk.lesson.json.Marks.Many;
import shadewalk.lesson.json.Marks.May;
import shadewalk.lesson.json.Marks.Must;
import shadewalk.lesson.json.Marks.Value;
import shadewalk.lesson.json.Marks.Whole;

/// Chooses events.
///
/// @param event `any` stands for all that KVM's tracepoints print
/// @param with by the names of [EventParts]
/// @param nth among those that fit
@Called("an event filter")
public record EventFilter(
        @Must("the event's name, such as ShadowPageGot, or any.") @Line String event,
        @May("what parts of the event must be.") @Many(max = 20)
                Map<@FieldName String, @Value String> with,
        @May(value = "which of them, counted from 1.", otherwise = "1")
                @Whole(min = 1, max = 10_000)
                int nth) {

    /// Stands for every event that KVM prints.
    public static final String ANY = "any";

    /// The nth event of a name, whatever its parts are.
    public static EventFilter nth(String event, int nth) {
        return new EventFilter(event, Map.of(), nth);
    }
}
