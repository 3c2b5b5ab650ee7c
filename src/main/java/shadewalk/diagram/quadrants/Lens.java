package shadewalk.diagram.quadrants;

import static shadewalk.text.Texts.PICTURES;

import java.util.List;
import java.util.OptionalInt;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Point;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.diagram.draw.Sheet;
import shadewalk.read.Portion;
import shadewalk.read.Telling;

/// The 512 entries of a shadow page directory, painted by the quadrant of the table that each
/// names: as it is, evens and odds, and as one might think, two halves.
///
/// @param odds the title of the picture that is right
/// @param halves the title of the picture that is wrong
/// @param index of the entry to point out
/// @param dealt how many entries have their quadrant yet, 1 to 512
/// @param telling whether it says of how many a quadrant is one
record Lens(
        Sheet sheet,
        double y,
        double width,
        String odds,
        String halves,
        int index,
        int dealt,
        Telling telling) {

    private static final double HEIGHT = 216;

    /// From one line of a title to the next.
    private static final double LINE = 19;

    private static final int ACROSS = 32;
    private static final int DOWN = 16;
    private static final double ROW = 9;
    private static final double LABEL = 40;

    /// How wide a sample of a colour with its quadrant is.
    private static final double KEY = 62;

    /// Draws the picture that is right.
    ///
    /// @param words about the two entries that are pointed out; empty to point out none, which
    ///   would tell this picture from the other
    void evensAndOdds(double x, Tone tone, String words) {
        try (var _ = sheet.group("lens/odds", PICTURES.get("lens.even-entries-q0", odds))) {
            title("lens/odds", x, odds, tone);
            caption("lens/odds", x, words.isEmpty());
            sheet.box(
                    "lens/odds/ground",
                    x + LABEL,
                    top(),
                    ACROSS * cell(),
                    DOWN * ROW,
                    0,
                    Tone.PLAIN,
                    Fill.PANEL);
            for (int column = 0; column < Math.min(ACROSS, dealt); column++) {
                int rows = dealt / ACROSS + (column < dealt % ACROSS ? 1 : 0);
                sheet.box(
                        "lens/odds/column" + column,
                        x + LABEL + column * cell(),
                        top(),
                        cell(),
                        rows * ROW,
                        0,
                        Tone.of(Portion.quarter(1, column % 2)),
                        Fill.SWATCH);
            }
            grid("lens/odds", x);
            if (!words.isEmpty()) {
                pair(x, words);
            }
        }
    }

    /// Draws the picture that is wrong.
    void halves(double x, Tone tone) {
        try (var _ = sheet.group("lens/halves", PICTURES.get("lens.first-half-q0", halves))) {
            title("lens/halves", x, halves, tone);
            caption("lens/halves", x, true);
            for (int half = 0; half < 2; half++) {
                sheet.box(
                        "lens/halves/half" + half,
                        x + LABEL,
                        top() + half * DOWN / 2.0 * ROW,
                        ACROSS * cell(),
                        DOWN / 2.0 * ROW,
                        0,
                        Tone.of(Portion.quarter(1, half)),
                        Fill.SWATCH);
            }
            grid("lens/halves", x);
            if (tone == Tone.FAULT) {
                cross(x);
            }
        }
    }

    /// The entry at a place of the picture that begins at `x`, if the place is in it.
    OptionalInt entry(double x, Point place) {
        int column = (int) Math.floor((place.x() - x - LABEL) / cell());
        int row = (int) Math.floor((place.y() - top()) / ROW);
        boolean inside = column >= 0 && column < ACROSS && row >= 0 && row < DOWN;
        return inside ? OptionalInt.of(row * ACROSS + column) : OptionalInt.empty();
    }

    private double cell() {
        return (width - LABEL) / ACROSS;
    }

    double height() {
        return HEIGHT + (titleLines() - 1) * LINE;
    }

    /// Titles of several lines push both pictures down.
    private int titleLines() {
        return Math.max(lines(odds).size(), lines(halves).size());
    }

    private List<String> lines(String title) {
        return TextStyle.HEADING.lines(title, width - LABEL - 2 * KEY);
    }

    private double top() {
        return y + 40 + (titleLines() - 1) * LINE;
    }

    private void title(String id, double x, String title, Tone tone) {
        List<String> lines = lines(title);
        for (int i = 0; i < lines.size(); i++) {
            sheet.text(
                    id + "/title" + (i == 0 ? "" : i),
                    x + LABEL,
                    y + 16 + i * LINE,
                    lines.get(i),
                    TextStyle.HEADING.in(tone));
        }
        for (int column = 0; column < ACROSS; column += 4) {
            sheet.text(
                    id + "/number" + column,
                    x + LABEL + (column + 0.5) * cell(),
                    top() - 5,
                    "+" + column,
                    TextStyle.SMALL_NUMBER.quiet().middle());
        }
    }

    /// What the rows and the colours are.
    private void caption(String id, double x, boolean coloured) {
        double right = x + LABEL + ACROSS * cell();
        sheet.text(
                id + "/caption",
                right,
                top() + DOWN * ROW + 19,
                PICTURES.get(coloured ? "lens.row-coloured" : "lens.row", ACROSS),
                TextStyle.SMALL.quiet().end());
        for (int quadrant = 0; quadrant < 2; quadrant++) {
            double at = right - (2 - quadrant) * KEY + KEY - 54;
            String key = id + "/key" + quadrant;
            Tone tone = Tone.of(Portion.quarter(1, quadrant));
            sheet.box(key, at, y + 5, 14, 12, 2, tone, Fill.SWATCH);
            sheet.textAt(
                    key + "/text",
                    at + 19,
                    y + 11,
                    "q" + quadrant + telling.say("/2").orElse(""),
                    TextStyle.NUMBER_BOLD.in(tone));
        }
    }

    private void grid(String id, double x) {
        double left = x + LABEL;
        for (int row = 0; row <= DOWN; row++) {
            sheet.line(
                    id + "/row" + row,
                    Tone.PAPER,
                    Weight.HAIR,
                    left,
                    top() + row * ROW,
                    left + ACROSS * cell(),
                    top() + row * ROW);
        }
        for (int column = 0; column <= ACROSS; column++) {
            sheet.line(
                    id + "/line" + column,
                    Tone.PAPER,
                    Weight.HAIR,
                    left + column * cell(),
                    top(),
                    left + column * cell(),
                    top() + DOWN * ROW);
        }
        for (int row = 0; row < DOWN; row += 4) {
            sheet.textAt(
                    id + "/from" + row,
                    left - 8,
                    top() + (row + 0.5) * ROW,
                    String.valueOf(row * ACROSS),
                    TextStyle.SMALL_NUMBER.quiet().end());
        }
    }

    /// Points out the two entries that stem from one guest entry.
    private void pair(double x, String words) {
        int even = index - index % 2;
        int row = even / ACROSS;
        double left = x + LABEL + even % ACROSS * cell();
        double above = top() + row * ROW;
        Extent around = new Extent(left, above, left + 2 * cell(), above + ROW).grown(1.5);
        sheet.frame("lens/odds/pair/halo", around, Tone.PAPER, Weight.HALO);
        sheet.frame("lens/odds/pair", around, Tone.PATH, Weight.STRONG);
        sheet.text(
                "lens/odds/words",
                x + LABEL,
                top() + DOWN * ROW + 19,
                words,
                TextStyle.SMALL_BOLD.plain());
    }

    private void cross(double x) {
        double left = x + LABEL;
        double right = left + ACROSS * cell();
        double bottom = top() + DOWN * ROW;
        stroke("lens/halves/cross1", left, top(), right, bottom);
        stroke("lens/halves/cross2", left, bottom, right, top());
    }

    /// A stroke of the cross, on a strip of paper so that it stands out from any colour.
    private void stroke(String id, double x, double y, double toX, double toY) {
        double half = 4;
        sheet.area(
                id + "/halo",
                Tone.PAPER,
                Fill.SOLID,
                new Point(x, y - half),
                new Point(toX, toY - half),
                new Point(toX, toY + half),
                new Point(x, y + half));
        sheet.line(id, Tone.FAULT, Weight.STRONG, x, y, toX, toY);
    }
}
