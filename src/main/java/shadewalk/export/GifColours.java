package shadewalk.export;

import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shadewalk.diagram.Colour;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Paint;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;

/// The colours of an animation: those of a palette, all of them, and of what lies between a ground
/// and a mark on it, where an edge is smoothed, as much as there is room for. They are the same for
/// every picture, so that nothing flickers and none has to be looked through beforehand.
final class GifColours {

    /// The index of no colour; the others stand before it.
    static final byte CLEAR = (byte) 255;

    private static final int COUNT = CLEAR & 0xff;

    private static final int BLENDS = 8;

    /// How many answers are remembered; a later one takes the place of an earlier one.
    private static final int REMEMBERED = 1 << 14;

    private static final int GOLDEN = 0x9E37_79B9;

    private final int[] table;
    private final int[] asked = new int[REMEMBERED];
    private final byte[] answers = new byte[REMEMBERED];

    GifColours(Palette palette) {
        Set<Integer> grounds = new LinkedHashSet<>();
        Set<Integer> marks = new LinkedHashSet<>();
        Stream.of(palette.paper(), palette.panel(), palette.card())
                .forEach(colour -> grounds.add(colour.rgb()));
        for (Tone tone : Tone.values()) {
            for (Fill fill : Fill.values()) {
                Paint look = palette.area(tone, fill);
                add(grounds, look.fill());
                add(marks, look.stroke());
                add(marks, look.hatch());
            }
            add(marks, palette.line(tone, Weight.HAIR).stroke());
            for (Ink ink : Ink.values()) {
                add(marks, palette.text(tone, ink));
            }
        }
        table = table(grounds, marks);
        Arrays.fill(asked, -1);
    }

    private static void add(Set<Integer> colours, @Nullable Colour colour) {
        if (colour != null) {
            colours.add(colour.rgb());
        }
    }

    private static int[] table(Set<Integer> grounds, Set<Integer> marks) {
        Set<Integer> chosen = new LinkedHashSet<>(grounds);
        chosen.addAll(marks);
        List<Integer> blends = new ArrayList<>();
        for (int ground : grounds) {
            for (int mark : marks) {
                for (int share = 1; share < BLENDS; share++) {
                    blends.add(blend(ground, mark, share));
                }
            }
        }
        int[] table = new int[COUNT];
        int count = 0;
        for (int colour : chosen) {
            table[count++] = colour;
        }
        spread(table, count, blends);
        return table;
    }

    /// Fills a table up, each time with the colour that is farthest from all that it has.
    private static void spread(int[] table, int count, List<Integer> colours) {
        int[] away = new int[colours.size()];
        Arrays.fill(away, Integer.MAX_VALUE);
        for (int i = 0; i < COUNT; i++) {
            int farthest = 0;
            if (i >= count) {
                for (int j = 1; j < away.length; j++) {
                    farthest = away[j] > away[farthest] ? j : farthest;
                }
                table[i] = Objects.requireNonNull(colours.get(farthest));
            }
            for (int j = 0; j < away.length; j++) {
                away[j] = Math.min(away[j], distance(table[i], colours.get(j)));
            }
        }
    }

    private static int blend(int one, int two, int share) {
        int blended = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = one >> shift & 0xff;
            int to = two >> shift & 0xff;
            blended |= from + (to - from) * share / BLENDS << shift;
        }
        return blended;
    }

    /// The colour of every index.
    IndexColorModel model() {
        return new IndexColorModel(
                8,
                COUNT + 1,
                Arrays.copyOf(table, COUNT + 1),
                0,
                false,
                COUNT,
                DataBuffer.TYPE_BYTE);
    }

    /// The index of the colour that is nearest.
    ///
    /// @param rgb red in bits 23:16, green in 15:8, blue in 7:0
    byte nearest(int rgb) {
        int place = rgb * GOLDEN >>> 18;
        if (asked[place] != rgb) {
            asked[place] = rgb;
            answers[place] = (byte) search(rgb);
        }
        return answers[place];
    }

    private int search(int rgb) {
        int best = 0;
        for (int i = 1; i < COUNT; i++) {
            if (distance(table[i], rgb) < distance(table[best], rgb)) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int two) {
        int red = (one >> 16 & 0xff) - (two >> 16 & 0xff);
        int green = (one >> 8 & 0xff) - (two >> 8 & 0xff);
        int blue = (one & 0xff) - (two & 0xff);
        return red * red + green * green + blue * blue;
    }
}
