package shadewalk.lesson;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.Fitting.Expression;
import shadewalk.lesson.Fitting.FieldName;
import shadewalk.lesson.Fitting.Line;
import shadewalk.lesson.json.Marks.Called;
import shadewalk.lesson.json.Marks.Many;
import shadewalk.lesson.json.Marks.May;
import shadewalk.lesson.json.Marks.Must;
import shadewalk.lesson.json.Marks.Value;
import shadewalk.lesson.json.Marks.Whole;
import shadewalk.state.Stat;

/// Something the engine must confirm at the end of a stop. Expected values are texts: a number, a
/// word, or an expression of [Stretch]. Fields go by their names in an entry's layout.
@Called("a fact")
public sealed interface Fact {

    /// So many events of the stop fit; without a count, at least one.
    @Called("an event fact")
    record Events(
            @Must("the event's name, or any.") @Line String event,
            @May("what parts of the event must be.") @Many(max = 20)
                    Map<@FieldName String, @Value String> with,
            @May("how many; at least one if left out.") @Nullable @Whole(min = 0, max = 1_000_000)
                    Integer count)
            implements Fact {

        public EventFilter filter() {
            return new EventFilter(event, with, 1);
        }
    }

    /// A guest entry has these fields.
    @Called("a guest entry fact")
    record GuestEntry(
            @Must("which entry, \"pde here\".") @Expression String gpte,
            @Must("its fields; value for the whole of it.") @Many(max = 20)
                    Map<@FieldName String, @Value String> is)
            implements Fact {}

    /// A shadow entry has these fields.
    @Called("a shadow entry fact")
    record ShadowEntry(
            @Must("which entry, \"pte here\".") @Expression String spte,
            @Must("its fields; value for the whole of it.") @Many(max = 20)
                    Map<@FieldName String, @Value String> is)
            implements Fact {}

    /// The role of the shadow page that holds a shadow entry has these fields.
    @Called("a role fact")
    record RoleOf(
            @Must("the page that holds this entry, \"pte here\".") @Expression String role,
            @Must("the role's fields.") @Many(max = 20) Map<@FieldName String, @Value String> is)
            implements Fact {}

    /// So many shadow pages of this kind exist.
    @Called("a page fact")
    record Pages(
            @Must("what the pages must be; {} for all.") @Many(max = 20)
                    Map<@FieldName String, @Value String> pages,
            @Must("how many shadow pages there are.") @Whole(min = 0, max = 1_000_000) int count)
            implements Fact {}

    /// A counter has a value.
    @Called("a statistic fact")
    record Counter(@Must("the counter.") Stat stat, @Must("its value.") @Value String is)
            implements Fact {}

    /// A counter moved by so much in this stop.
    @Called("a fact about a counter's move")
    record Moved(
            @Must("the counter.") Stat moved,
            @Must("by how much it moved in this step.") @Value String by)
            implements Fact {}

    /// The stop's last action ended like this.
    @Called("a result fact")
    record Result(
            @Must("how the last action ended: kind, value, vector, error, cr2.") @Many(max = 20)
                    Map<@FieldName String, @Value String> result)
            implements Fact {}

    /// An expression has a value.
    @Called("a value fact")
    record Holds(
            @Must("any expression.") @Expression String value, @Must("its value.") @Value String is)
            implements Fact {}
}
