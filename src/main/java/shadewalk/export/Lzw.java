package shadewalk.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/// Packs the bytes of one picture of a GIF: a code of 9 to 12 bits for each run of bytes that came
/// before, lowest bits first, in blocks of at most 255 bytes.
///
/// Source: CompuServe, Graphics Interchange Format 89a, 22 and appendix F.
final class Lzw {

    private static final int BITS = 8;
    private static final int CLEAR = 1 << BITS;
    private static final int END = CLEAR + 1;
    private static final int FIRST = CLEAR + 2;
    private static final int WIDEST = 12;
    private static final int BLOCK = 255;
    private static final int GOLDEN = 0x9E37_79B9;

    private final OutputStream out;

    /// The codes of longer runs, found by the code of the run without its last byte and that byte.
    private final int[] runs = new int[1 << 14];

    private final short[] codes = new short[runs.length];
    private final byte[] block = new byte[BLOCK];
    private int filled;
    private int bits;
    private int waiting;
    private int next;
    private int width;

    Lzw(OutputStream out) {
        this.out = out;
    }

    /// Writes the size of a byte, the blocks and their end.
    ///
    /// @param bytes at least one, row after row
    /// @param stride from a row to the next
    void write(byte[] bytes, int from, int columns, int rows, int stride) throws IOException {
        out.write(BITS);
        width = BITS + 1;
        clear();
        int run = -1;
        for (int row = 0; row < rows; row++) {
            int start = from + row * stride;
            for (int i = start; i < start + columns; i++) {
                run = run < 0 ? bytes[i] & 0xff : longer(run, bytes[i] & 0xff);
            }
        }
        code(run);
        widen();
        code(END);
        finish();
    }

    /// The code of a run and one more byte; if that is new, the run is written and the byte begins
    /// the next.
    private int longer(int run, int last) throws IOException {
        int key = run << BITS | last;
        int place = key * GOLDEN >>> 18;
        while (runs[place] >= 0) {
            if (runs[place] == key) {
                return codes[place];
            }
            place = place + 1 & runs.length - 1;
        }
        code(run);
        if (next == 1 << WIDEST) {
            clear();
        } else {
            widen();
            runs[place] = key;
            codes[place] = (short) next++;
        }
        return last;
    }

    /// The reader has every code but the newest, and takes wider ones when these are used up.
    private void widen() {
        if (next == 1 << width && width < WIDEST) {
            width++;
        }
    }

    private void clear() throws IOException {
        code(CLEAR);
        Arrays.fill(runs, -1);
        next = FIRST;
        width = BITS + 1;
    }

    private void code(int code) throws IOException {
        bits |= code << waiting;
        waiting += width;
        while (waiting >= 8) {
            put();
        }
    }

    private void put() throws IOException {
        block[filled++] = (byte) bits;
        bits >>>= 8;
        waiting -= 8;
        if (filled == BLOCK) {
            send();
        }
    }

    private void send() throws IOException {
        out.write(filled);
        out.write(block, 0, filled);
        filled = 0;
    }

    private void finish() throws IOException {
        if (waiting > 0) {
            waiting = 8;
            put();
        }
        waiting = 0;
        bits = 0;
        if (filled > 0) {
            send();
        }
        out.write(0);
    }
}
