package shadewalk.diagram;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// How far each character of a font moves on, read from the font file's own tables: `cmap` gives
/// the glyph of a character, `hmtx` its advance, `head` the units to an em.
///
/// Source: OpenType specification 1.9, chapters head, hhea, hmtx and cmap (formats 4 and 12).
final class Advances {

    private final Map<Integer, Integer> glyphs = new HashMap<>();
    private final int[] advances;
    private final double unitsPerEm;

    /// Reads a whole font file.
    Advances(ByteBuffer font) {
        unitsPerEm = Short.toUnsignedInt(font.getShort(table(font, "head") + 18));
        int count = Short.toUnsignedInt(font.getShort(table(font, "hhea") + 34));
        int hmtx = table(font, "hmtx");
        advances = new int[count];
        for (int i = 0; i < count; i++) {
            advances[i] = Short.toUnsignedInt(font.getShort(hmtx + i * 4));
        }
        readCharacters(font, table(font, "cmap"));
    }

    /// The sum of the advances at 1 unit to the em; a character the font lacks counts as its
    /// "missing" glyph.
    double width(String text) {
        long sum = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            int glyph = glyphs.getOrDefault(character, 0);
            sum += advances[Math.min(glyph, advances.length - 1)];
            i += Character.charCount(character);
        }
        return sum / unitsPerEm;
    }

    private static int table(ByteBuffer font, String tag) {
        int tables = Short.toUnsignedInt(font.getShort(4));
        for (int i = 0; i < tables; i++) {
            int record = 12 + i * 16;
            if (font.getInt(record) == tagNumber(tag)) {
                return font.getInt(record + 8);
            }
        }
        throw new IllegalStateException("a bundled font has no table " + tag);
    }

    private static int tagNumber(String tag) {
        return tag.charAt(0) << 24 | tag.charAt(1) << 16 | tag.charAt(2) << 8 | tag.charAt(3);
    }

    private void readCharacters(ByteBuffer font, int cmap) {
        int subtables = Short.toUnsignedInt(font.getShort(cmap + 2));
        for (int i = 0; i < subtables; i++) {
            int at = cmap + font.getInt(cmap + 4 + i * 8 + 4);
            switch (font.getShort(at)) {
                case 4 -> readSegments(font, at);
                case 12 -> readGroups(font, at);
                default -> {}
            }
        }
    }

    /// Format 4: segments of the first 65,536 characters.
    private void readSegments(ByteBuffer font, int at) {
        int doubled = Short.toUnsignedInt(font.getShort(at + 6));
        int ends = at + 14;
        int starts = ends + doubled + 2;
        int deltas = starts + doubled;
        int offsets = deltas + doubled;
        for (int i = 0; i < doubled; i += 2) {
            int end = Short.toUnsignedInt(font.getShort(ends + i));
            int start = Short.toUnsignedInt(font.getShort(starts + i));
            int delta = font.getShort(deltas + i);
            int offset = Short.toUnsignedInt(font.getShort(offsets + i));
            for (int c = start; c <= end && c < 0xffff; c++) {
                int glyph =
                        offset == 0
                                ? c + delta
                                : indirect(font, offsets + i + offset + (c - start) * 2, delta);
                put(c, glyph & 0xffff);
            }
        }
    }

    private static int indirect(ByteBuffer font, int at, int delta) {
        int glyph = Short.toUnsignedInt(font.getShort(at));
        return glyph == 0 ? 0 : glyph + delta;
    }

    /// Format 12: groups over all of Unicode.
    private void readGroups(ByteBuffer font, int at) {
        int groups = font.getInt(at + 12);
        for (int i = 0; i < groups; i++) {
            int record = at + 16 + i * 12;
            int start = font.getInt(record);
            int end = font.getInt(record + 4);
            for (int c = start; c <= end; c++) {
                put(c, font.getInt(record + 8) + c - start);
            }
        }
    }

    private void put(int character, int glyph) {
        if (glyph != 0) {
            glyphs.put(character, glyph);
        }
    }
}
