package shadewalk.lesson.homework;

import java.util.List;
import shadewalk.bits.Hex;

/// A value that a template leaves to the seed.
sealed interface Draw {

    /// The value for a number that may be anything.
    String value(long random);

    /// A multiple of `step` above `from`, up to `to`.
    record Range(long from, long to, long step) implements Draw {
        @Override
        public String value(long random) {
            long count = (to - from) / step + 1;
            return Hex.prefixed(from + Long.remainderUnsigned(random, count) * step);
        }
    }

    /// One of these.
    record OneOf(List<String> of) implements Draw {

        public OneOf {
            of = List.copyOf(of);
        }

        @Override
        public String value(long random) {
            return of.get((int) Long.remainderUnsigned(random, of.size()));
        }
    }
}
