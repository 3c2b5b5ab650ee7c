package shadewalk.state;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// An immutable set of entry numbers 0 to 511, KVM's `unsync_child_bitmap`.
public final class Bits512 {

    public static final Bits512 NONE = new Bits512(new long[8]);

    private final long[] words;

    private Bits512(long[] words) {
        this.words = words;
    }

    public boolean get(int index) {
        return (words[index / 64] >>> index % 64 & 1) != 0;
    }

    public boolean isEmpty() {
        return next(0) == 512;
    }

    /// The first member from `from` on, or 512.
    public int next(int from) {
        for (int word = from / 64; word < words.length; word++) {
            long rest = word == from / 64 ? words[word] & -1L << from % 64 : words[word];
            if (rest != 0) {
                return word * 64 + Long.numberOfTrailingZeros(rest);
            }
        }
        return 512;
    }

    Bits512 with(int index, boolean member) {
        long[] copy = words.clone();
        long bit = 1L << index % 64;
        copy[index / 64] = member ? copy[index / 64] | bit : copy[index / 64] & ~bit;
        return new Bits512(copy);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bits512 that && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }
}
