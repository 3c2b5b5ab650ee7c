package shadewalk.cpu;

/// Values of 1 to 8 bytes.
final class Sizes {

    private Sizes() {}

    static long mask(int bytes) {
        return bytes >= 8 ? -1L : (1L << bytes * 8) - 1;
    }

    static long low(long value, int bytes) {
        return value & mask(bytes);
    }

    static long signed(long value, int bytes) {
        int unused = 64 - bytes * 8;
        return value << unused >> unused;
    }
}
