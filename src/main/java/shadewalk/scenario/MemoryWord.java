package shadewalk.scenario;

import shadewalk.bits.Hex;
import shadewalk.x86.Gpa;

/// A little-endian word that stands in guest memory when the guest starts.
///
/// @param gpa its first byte
/// @param bytes 4 or 8
public record MemoryWord(Gpa gpa, int bytes, long value) {

    public MemoryWord {
        if (bytes != 4 && bytes != 8) {
            throw new IllegalArgumentException("a memory word of " + bytes + " bytes, not 4 or 8");
        }
        if (bytes == 4 && value >>> 32 != 0) {
            throw new IllegalArgumentException(
                    "value " + Hex.prefixed(value) + " does not fit a memory word of 4 bytes");
        }
    }
}
