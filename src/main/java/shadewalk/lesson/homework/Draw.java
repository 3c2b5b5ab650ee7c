package shadewalk.lesson.homework;

import java.util.List;
import shadewalk.bits.Hex;
import shadewalk.lesson.json.Marks.Called;
import shadewalk.lesson.json.Marks.Many;
import shadewalk.lesson.json.Marks.May;
import shadewalk.lesson.json.Marks.Must;
import shadewalk.lesson.json.Marks.Text;
import shadewalk.lesson.json.Marks.Unsigned;

/// A value that a template leaves to the seed.
@Called("a draw")
sealed interface Draw {

    /// The value for a number that may be anything.
    String value(long random);

    /// A multiple of `step` above `from`, up to `to`.
    @Called("a range")
    record Range(
            @Must("the least value.") @Unsigned(units = true) long from,
            @Must("the greatest.") @Unsigned(units = true) long to,
            @May(value = "from one to the next; 1.", otherwise = "1") @Unsigned(units = true)
                    long step)
            implements Draw {

        /// Whether there is nothing to draw.
        boolean isEmpty() {
            return from < 0 || to < from || step < 1;
        }

        @Override
        public String value(long random) {
            long count = (to - from) / step + 1;
            return Hex.prefixed(from + Long.remainderUnsigned(random, count) * step);
        }
    }

    /// One of these.
    @Called("a choice of values")
    record OneOf(
            @Must("the values.") @Many(min = 1, max = 1_000)
                    List<@Text(min = 0, max = 200) String> of)
            implements Draw {

        @Override
        public String value(long random) {
            return of.get((int) Long.remainderUnsigned(random, of.size()));
        }
    }
}
