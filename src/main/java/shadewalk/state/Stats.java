package shadewalk.state;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// All counters at one moment.
@SuppressWarnings("EnumOrdinal") // the array has one number for each counter, in their order
public final class Stats {

    public static final Stats ZERO = new Stats(new long[Stat.values().length]);

    private final long[] values;

    private Stats(long[] values) {
        this.values = values;
    }

    public long get(Stat stat) {
        return values[stat.ordinal()];
    }

    Stats plus(Stat stat, int by) {
        long[] copy = values.clone();
        copy[stat.ordinal()] += by;
        return new Stats(copy);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Stats that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Stat stat : Stat.values()) {
            if (get(stat) != 0) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(stat.kernelName())
                        .append('=')
                        .append(get(stat));
            }
        }
        return text.toString();
    }
}
