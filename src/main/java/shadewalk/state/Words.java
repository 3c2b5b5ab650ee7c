package shadewalk.state;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// 512 words of 64 bits that never change: the contents of one 4 KiB page, of a shadow table, or of
/// what a shadow page remembers for each entry.
///
/// Kept in 16 chunks of 32 words; changing a word copies one chunk and the list of chunks, and the
/// rest is shared.
public final class Words {

    /// Words in a page.
    public static final int COUNT = 512;

    private static final int CHUNK = 32;
    private static final long[] ZEROS = new long[CHUNK];

    /// All zero.
    public static final Words ZERO = new Words(zeroChunks());

    private final long[][] chunks;

    private Words(long[][] chunks) {
        this.chunks = chunks;
    }

    private static long[][] zeroChunks() {
        long[][] chunks = new long[COUNT / CHUNK][];
        Arrays.fill(chunks, ZEROS);
        return chunks;
    }

    /// Word `index`, 0 to 511.
    public long get(int index) {
        return chunks[index / CHUNK][index % CHUNK];
    }

    /// The words with word `index` replaced.
    public Words with(int index, long value) {
        if (get(index) == value) {
            return this;
        }
        long[][] copy = chunks.clone();
        long[] chunk = copy[index / CHUNK].clone();
        chunk[index % CHUNK] = value;
        copy[index / CHUNK] = chunk;
        return new Words(copy);
    }

    /// The first index from `from` on whose word is not zero, or 512.
    @SuppressWarnings("ReferenceEquality") // the one chunk that is known to be zero
    public int nextNonZero(int from) {
        for (int i = from; i < COUNT; ) {
            long[] chunk = chunks[i / CHUNK];
            if (chunk == ZEROS) {
                i = (i / CHUNK + 1) * CHUNK;
            } else if (chunk[i % CHUNK] != 0) {
                return i;
            } else {
                i++;
            }
        }
        return COUNT;
    }

    /// The first index from `from` on at which the two differ, or 512.
    @SuppressWarnings("ReferenceEquality") // a shared chunk needs no look inside
    public int nextDifference(Words other, int from) {
        for (int i = from; i < COUNT; ) {
            long[] mine = chunks[i / CHUNK];
            long[] theirs = other.chunks[i / CHUNK];
            if (mine == theirs) {
                i = (i / CHUNK + 1) * CHUNK;
            } else if (mine[i % CHUNK] != theirs[i % CHUNK]) {
                return i;
            } else {
                i++;
            }
        }
        return COUNT;
    }

    /// How many words are not 0.
    public int used() {
        int used = 0;
        for (int i = nextNonZero(0); i < COUNT; i = nextNonZero(i + 1)) {
            used++;
        }
        return used;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Words that && nextDifference(that, 0) == COUNT;
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(chunks);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = nextNonZero(0); i < COUNT; i = nextNonZero(i + 1)) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(i)
                    .append('=')
                    .append(Long.toHexString(get(i)));
        }
        return "[" + text + "]";
    }
}
