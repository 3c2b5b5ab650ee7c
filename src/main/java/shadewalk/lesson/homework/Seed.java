package shadewalk.lesson.homework;

/// Numbers that follow from a seed, the same on every machine and in every release: SplitMix64 by
/// Sebastiano Vigna, which is in the public domain.
final class Seed {

    private long state;

    Seed(long seed) {
        state = seed;
    }

    long next() {
        state += 0x9e37_79b9_7f4a_7c15L;
        long z = state;
        z = (z ^ z >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        z = (z ^ z >>> 27) * 0x94d0_49bb_1331_11ebL;
        return z ^ z >>> 31;
    }
}
