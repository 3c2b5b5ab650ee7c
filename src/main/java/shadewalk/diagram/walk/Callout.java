package shadewalk.diagram.walk;

import java.util.ArrayList;
import java.util.List;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Heads;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.diagram.draw.Sheet;
import shadewalk.diagram.draw.TypesetProse;

/// The sentence about the present event, in the space between the two tracks, its beak pointing at
/// the column it speaks of.
final class Callout {

    static final double SPACE = 60;

    private static final double MOST = 620;
    private static final double BEAK = 8;
    private static final double LINE = 18;

    /// Where the beak points: at the upper track, at the lower, or nowhere.
    enum Beak {
        UP,
        DOWN,
        NONE
    }

    private Callout() {}

    /// Draws the callout.
    ///
    /// @param at where the beak points, across
    /// @param beak which way it points
    /// @param top the upper edge of the space
    static void draw(
            Sheet sheet, String words, Tone tone, double at, Beak beak, double top, double right) {
        if (words.isEmpty()) {
            return;
        }
        TypesetProse prose = TypesetProse.of(words, MOST);
        double width = prose.width() + 28;
        double height = prose.size() * LINE + 12;
        double x = Math.clamp(at - width / 2, WalkColumns.MARGIN + 60, right - width);
        double y =
                switch (beak) {
                    case UP -> top + BEAK;
                    case DOWN -> top + SPACE - BEAK - height;
                    case NONE -> top + (SPACE - height) / 2;
                };
        try (var _ = sheet.group("callout", words)) {
            outline(sheet, x, y, width, height, Math.clamp(at, x + 24, x + width - 24), beak, tone);
            prose.draw(sheet, "callout", x + 14, y + 6 + LINE / 2, LINE, tone);
        }
    }

    private static void outline(
            Sheet sheet,
            double x,
            double y,
            double width,
            double height,
            double at,
            Beak beak,
            Tone tone) {
        List<Point> corners = new ArrayList<>();
        corners.add(new Point(x, y));
        if (beak == Beak.UP) {
            corners.add(new Point(at - BEAK, y));
            corners.add(new Point(at, y - BEAK + 1));
            corners.add(new Point(at + BEAK, y));
        }
        corners.add(new Point(x + width, y));
        corners.add(new Point(x + width, y + height));
        if (beak == Beak.DOWN) {
            corners.add(new Point(at + BEAK, y + height));
            corners.add(new Point(at, y + height + BEAK - 1));
            corners.add(new Point(at - BEAK, y + height));
        }
        corners.add(new Point(x, y + height));
        sheet.add(
                new Shape.Path(
                        "callout/box",
                        corners,
                        1.5,
                        true,
                        tone,
                        Fill.TINT,
                        Weight.NORMAL,
                        Heads.NONE));
    }
}
