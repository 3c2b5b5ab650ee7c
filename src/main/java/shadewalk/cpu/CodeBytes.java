package shadewalk.cpu;

/// The bytes of one instruction, read one after the other.
final class CodeBytes {

    /// Bytes in the longest instruction.
    static final int LONGEST = 15;

    /// Where instruction bytes come from, one at a time.
    @FunctionalInterface
    interface Source {

        /// Byte `index` of the instruction.
        int at(int index) throws Interruption;
    }

    private final Source source;
    private final byte[] read = new byte[LONGEST];
    private int length;

    CodeBytes(Source source) {
        this.source = source;
    }

    /// The next byte, 0 to 255. One byte too many is a general-protection fault.
    int next() throws Interruption {
        if (length == LONGEST) {
            throw new Interruption.GeneralProtection();
        }
        int value = source.at(length);
        read[length++] = (byte) value;
        return value;
    }

    /// The byte that will be next.
    int peek() throws Interruption {
        return source.at(length);
    }

    /// A little-endian number of 1, 2, 4 or 8 bytes, with its sign.
    long immediate(int bytes) throws Interruption {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) next() << i * 8;
        }
        return Sizes.signed(value, bytes);
    }

    /// What has been read.
    Instruction.Bytes all() {
        return Instruction.Bytes.of(read, length);
    }
}
