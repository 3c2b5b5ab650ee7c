package shadewalk.lesson;

import java.util.List;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.Fitting.Address;
import shadewalk.lesson.Fitting.Expression;
import shadewalk.lesson.json.Marks.Called;
import shadewalk.lesson.json.Marks.Many;
import shadewalk.lesson.json.Marks.May;
import shadewalk.lesson.json.Marks.Must;
import shadewalk.lesson.json.Marks.Prose;
import shadewalk.lesson.json.Marks.Said;
import shadewalk.lesson.json.Marks.Said.As;
import shadewalk.lesson.json.Marks.Text;
import shadewalk.lesson.json.Marks.Whole;
import shadewalk.read.Picture;
import shadewalk.read.TableSizes;

/// What the window shows at a stop. Things are named by expressions of [Stretch#spot].
///
/// @param address empty to keep the one before
/// @param select empty for nothing
/// @param deal empty for the whole map
/// @param sizes null for the guest's own
/// @param zoom 0 to fit
@Called("what is shown")
public record Show(
        @Must("which picture.") Picture view,
        @May("the address on the ruler.") @Address String address,
        @May("what is selected, \"spte pte here\".") @Expression String select,
        @May("the address up to which the quadrants are dealt out.") @Address String deal,
        @May("other sizes of tables and entries that \"reach\" tries.") @Nullable Sizes sizes,
        @May("percent; fits if left out.") @Whole(min = 25, max = 800) int zoom,
        @May("words beside things.") @Many(max = 6) List<Callout> callouts,
        @Must("the picture in words, for those who do not see it.") @Said(As.FILLED) @Prose(600)
                String alt) {

    /// [TableSizes], in bytes.
    @Called("sizes")
    public record Sizes(
            @Must("of an entry of the guest.") @Whole(min = 4, max = 8) int guestEntry,
            @Must("of a shadow table.") @Whole(min = 4_096, max = 8_192) int shadowTable) {

        public static Sizes of(TableSizes sizes) {
            return new Sizes(sizes.guestEntry(), sizes.shadowTable());
        }

        public TableSizes tables() {
            return new TableSizes(guestEntry, shadowTable);
        }
    }

    /// A few words beside a thing.
    @Called("a callout")
    public record Callout(
            @Must("the thing it stands beside.") @Expression String at,
            @Must("a few words.") @Said(As.FILLED) @Text(max = 90) String text) {}
}
