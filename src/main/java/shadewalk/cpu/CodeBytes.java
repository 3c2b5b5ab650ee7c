package shadewalk.cpu;

import java.util.Arrays;
import shadewalk.bits.Hex;

/// The bytes of one instruction, read one after the other.
public final class CodeBytes {

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

    /// An instruction that was handed over instead of fetched. It counts as one byte, so that the
    /// instruction pointer tells whether it is done.
    static CodeBytes nowhere() {
        CodeBytes none = new CodeBytes(_ -> 0);
        none.length = 1;
        return none;
    }

    /// The next byte, 0 to 255. One byte too many is a general-protection fault.
    int next() throws Interruption {
        if (length == LONGEST) {
            throw Interruption.generalProtection();
        }
        int value = source.at(length);
        read[length++] = (byte) value;
        return value;
    }

    /// A little-endian number of 1, 2, 4 or 8 bytes, with its sign.
    long immediate(int bytes) throws Interruption {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) next() << i * 8;
        }
        return Sizes.signed(value, bytes);
    }

    int length() {
        return length;
    }

    /// What has been read, as the kernel prints it: `89 0b`.
    String text() {
        return Hex.bytes(Arrays.copyOf(read, length));
    }
}
