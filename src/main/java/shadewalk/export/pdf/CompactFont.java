package shadewalk.export.pdf;

import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A font of a few outlines as a Compact Font Format file with numbers instead of glyph names.
///
/// Source: Adobe Technical Notes 5176 (CFF) and 5177 (Type 2 charstrings).
public final class CompactFont {

    /// Units to the em.
    public static final int EM = 1000;

    private static final int FIRST_OWN_STRING = 391;
    private static final int SHORT_INT = 28;
    private static final int LONG_INT = 29;

    private static final int CHARSET = 15;
    private static final int CHARSTRINGS = 17;
    private static final int PRIVATE = 18;
    private static final int DEFAULT_WIDTH = 20;
    private static final int NOMINAL_WIDTH = 21;
    private static final int BOUNDS = 5;
    private static final int ESCAPE = 12;
    private static final int REGISTRY_ORDERING_SUPPLEMENT = 30;
    private static final int GLYPH_COUNT = 34;
    private static final int FONTS = 36;
    private static final int FONT_OF_GLYPH = 37;

    private static final int LINE = 5;
    private static final int CURVE = 8;
    private static final int END = 14;
    private static final int MOVE = 21;

    /// A glyph.
    ///
    /// @param advance in units of the em
    /// @param outline in units of the em, y upwards
    public record Glyph(double advance, java.awt.Shape outline) {}

    private final String name;
    private final List<Glyph> glyphs;

    /// @param glyphs by number; the first is the one for what is missing
    public CompactFont(String name, List<Glyph> glyphs) {
        this.name = name;
        this.glyphs = List.copyOf(glyphs);
    }

    /// The smallest rectangle around all outlines.
    public Rectangle2D bounds() {
        Rectangle2D all = new Rectangle2D.Double();
        glyphs.forEach(glyph -> all.add(glyph.outline().getBounds2D()));
        return all;
    }

    /// The font file.
    public byte[] bytes() {
        byte[] head = {1, 0, 4, 4};
        byte[] names = index(List.of(name.getBytes(StandardCharsets.US_ASCII)));
        byte[] strings = index(List.of(ascii("Adobe"), ascii("Identity")));
        byte[] noSubroutines = {0, 0};
        byte[] charset = range(2, 1, glyphs.size() - 2);
        byte[] fontOfGlyph = fontOfGlyph();
        byte[] charstrings = index(glyphs.stream().map(CompactFont::charstring).toList());
        byte[] widths = new Numbers().put(0).op(DEFAULT_WIDTH).put(0).op(NOMINAL_WIDTH).bytes();

        int afterTop =
                head.length
                        + names.length
                        + index(List.of(top(0, 0, 0, 0))).length
                        + strings.length
                        + noSubroutines.length;
        int atFonts = afterTop + charset.length + fontOfGlyph.length + charstrings.length;
        byte[] fonts = index(List.of(font(widths.length, 0)));
        byte[] top =
                top(
                        afterTop,
                        afterTop + charset.length,
                        afterTop + charset.length + fontOfGlyph.length,
                        atFonts);
        var file = new ByteArrayOutputStream();
        file.writeBytes(head);
        file.writeBytes(names);
        file.writeBytes(index(List.of(top)));
        file.writeBytes(strings);
        file.writeBytes(noSubroutines);
        file.writeBytes(charset);
        file.writeBytes(fontOfGlyph);
        file.writeBytes(charstrings);
        file.writeBytes(index(List.of(font(widths.length, atFonts + fonts.length))));
        file.writeBytes(widths);
        return file.toByteArray();
    }

    private byte[] top(int charset, int fontOfGlyph, int charstrings, int fonts) {
        Rectangle2D box = bounds();
        return new Numbers()
                .put(FIRST_OWN_STRING)
                .put(FIRST_OWN_STRING + 1)
                .put(0)
                .op(ESCAPE, REGISTRY_ORDERING_SUPPLEMENT)
                .put((int) Math.floor(box.getMinX()))
                .put((int) Math.floor(box.getMinY()))
                .put((int) Math.ceil(box.getMaxX()))
                .put((int) Math.ceil(box.getMaxY()))
                .op(BOUNDS)
                .put(glyphs.size())
                .op(ESCAPE, GLYPH_COUNT)
                .putLong(charset)
                .op(CHARSET)
                .putLong(charstrings)
                .op(CHARSTRINGS)
                .putLong(fonts)
                .op(ESCAPE, FONTS)
                .putLong(fontOfGlyph)
                .op(ESCAPE, FONT_OF_GLYPH)
                .bytes();
    }

    private static byte[] font(int privateSize, int privateAt) {
        return new Numbers().putLong(privateSize).putLong(privateAt).op(PRIVATE).bytes();
    }

    /// A charset of one range: glyph 1 and the `more` behind it have the numbers from `first` on.
    private static byte[] range(int format, int first, int more) {
        return new byte[] {
            (byte) format, (byte) (first >> 8), (byte) first, (byte) (more >> 8), (byte) more
        };
    }

    /// All glyphs are of the one font.
    private byte[] fontOfGlyph() {
        int count = glyphs.size();
        return new byte[] {3, 0, 1, 0, 0, 0, (byte) (count >> 8), (byte) count};
    }

    private static byte[] charstring(Glyph glyph) {
        Numbers code = new Numbers().put((int) Math.round(glyph.advance()));
        Pen pen = new Pen(code);
        double[] c = new double[6];
        for (PathIterator at = glyph.outline().getPathIterator(null); !at.isDone(); at.next()) {
            switch (at.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> pen.to(c[0], c[1]).op(MOVE);
                case PathIterator.SEG_LINETO -> pen.to(c[0], c[1]).op(LINE);
                case PathIterator.SEG_QUADTO -> pen.quadratic(c).op(CURVE);
                case PathIterator.SEG_CUBICTO ->
                        pen.to(c[0], c[1]).to(c[2], c[3]).to(c[4], c[5]).op(CURVE);
                default -> {} // an outline closes by itself
            }
        }
        return code.op(END).bytes();
    }

    /// Goes from point to point in whole units, and says how far.
    private static final class Pen {

        private final Numbers code;
        private int x;
        private int y;

        Pen(Numbers code) {
            this.code = code;
        }

        Pen to(double toX, double toY) {
            int nextX = (int) Math.round(toX);
            int nextY = (int) Math.round(toY);
            code.put(nextX - x).put(nextY - y);
            x = nextX;
            y = nextY;
            return this;
        }

        Pen quadratic(double[] c) {
            double fromX = x;
            double fromY = y;
            to(fromX + (c[0] - fromX) * 2 / 3, fromY + (c[1] - fromY) * 2 / 3);
            to(c[2] + (c[0] - c[2]) * 2 / 3, c[3] + (c[1] - c[3]) * 2 / 3);
            return to(c[2], c[3]);
        }

        void op(int operator) {
            code.op(operator);
        }
    }

    /// Numbers and operators of a dictionary or a charstring. Both write whole numbers alike.
    private static final class Numbers {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Numbers put(int value) {
            if (value >= -107 && value <= 107) {
                out.write(value + 139);
            } else if (value >= 108 && value <= 1131) {
                out.write((value - 108 >> 8) + 247);
                out.write(value - 108);
            } else if (value >= -1131 && value <= -108) {
                out.write((-value - 108 >> 8) + 251);
                out.write(-value - 108);
            } else {
                out.write(SHORT_INT);
                out.write(value >> 8);
                out.write(value);
            }
            return this;
        }

        /// Five bytes, whatever the value. Dictionaries only.
        Numbers putLong(int value) {
            out.write(LONG_INT);
            out.write(value >> 24);
            out.write(value >> 16);
            out.write(value >> 8);
            out.write(value);
            return this;
        }

        Numbers op(int... bytes) {
            for (int each : bytes) {
                out.write(each);
            }
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }

    /// An INDEX: how many, where each begins, and the things themselves.
    private static byte[] index(List<byte[]> things) {
        var out = new ByteArrayOutputStream();
        out.write(things.size() >> 8);
        out.write(things.size());
        out.write(4);
        List<Integer> offsets = new ArrayList<>(List.of(1));
        things.forEach(thing -> offsets.add(offsets.getLast() + thing.length));
        for (int offset : offsets) {
            out.write(offset >> 24);
            out.write(offset >> 16);
            out.write(offset >> 8);
            out.write(offset);
        }
        things.forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
