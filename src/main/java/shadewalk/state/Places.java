package shadewalk.state;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A short immutable list of entries: a reverse map or a page's parents.
public final class Places {

    public static final Places NONE = new Places(new long[0]);

    private final long[] packed;

    private Places(long[] packed) {
        this.packed = packed;
    }

    public int size() {
        return packed.length;
    }

    public boolean isEmpty() {
        return packed.length == 0;
    }

    public SpteAt get(int position) {
        return SpteAt.unpack(packed[position]);
    }

    public List<SpteAt> all() {
        return Arrays.stream(packed).mapToObj(SpteAt::unpack).toList();
    }

    Places plus(SpteAt at) {
        long[] longer = Arrays.copyOf(packed, packed.length + 1);
        longer[packed.length] = at.packed();
        return new Places(longer);
    }

    /// Without `at`; the last entry takes its position.
    ///
    /// @throws IllegalStateException if `at` is not in the list
    Places minus(SpteAt at) {
        int position = position(at);
        if (position < 0) {
            throw new IllegalStateException(at + " is not in " + this);
        }
        if (packed.length == 1) {
            return NONE;
        }
        long[] shorter = Arrays.copyOf(packed, packed.length - 1);
        if (position < shorter.length) {
            shorter[position] = packed[packed.length - 1];
        }
        return new Places(shorter);
    }

    private int position(SpteAt at) {
        long wanted = at.packed();
        for (int i = 0; i < packed.length; i++) {
            if (packed[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Places that && Arrays.equals(packed, that.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }

    @Override
    public String toString() {
        return all().toString();
    }
}
