package shadewalk.diagram.draw;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.read.Telling;
import shadewalk.read.tell.Sign;

/// A table drawn as a card: a head that says what it is, and rows for the entries that matter.
///
/// ```
/// +--------------------------------+
/// | q3/4  shadow PD  1 GiB    sp3  |   head
/// |           ... 4 empty ...      |   gap
/// |   5 | q1  sp6                  |   row
/// +--------------------------------+
/// ```
///
/// @param id of the group that the card becomes
/// @param spoken what it is, for a person who cannot see it
/// @param tone of its outline and of its name
/// @param label the quadrant it stands for, with a band in its colour; null for none
/// @param name what kind of table it is
/// @param number which one, at the right
/// @param aside a quiet word behind the name, empty for none
/// @param badge a state in a word or two, in the place of the quiet word; null for none
/// @param lines rows and gaps; none for a card that is folded to its head
public record Card(
        String id,
        String spoken,
        Tone tone,
        @Nullable QuadrantLabel label,
        String name,
        String number,
        String aside,
        @Nullable Badge badge,
        List<Line> lines) {

    /// A state in a word or two; who points at it is told what it means.
    ///
    /// @param meaning empty where that may not be told
    public record Badge(String id, Sign sign, String meaning) {

        /// The badge of a sign, and of its meaning what may be told.
        public static Badge of(String id, Sign sign, Telling telling) {
            return new Badge(id, sign, sign.meaning(telling).orElse(""));
        }

        public double width() {
            return TextStyle.SMALL_BOLD.width(sign.text()) + 14;
        }
    }

    /// A line of the card's body.
    public sealed interface Line {}

    /// An entry.
    ///
    /// @param id of the group the row becomes
    /// @param spoken the entry, for a person who cannot see it
    /// @param label the quadrant of what it names; null for none
    /// @param target what it names
    /// @param flags its rights
    /// @param mark how it stands out, [Tone#PLAIN] for not at all
    public record Row(
            String id,
            String spoken,
            int index,
            @Nullable QuadrantLabel label,
            String target,
            String flags,
            Tone mark)
            implements Line {

        /// Draws the row; `x` and `y` are its upper left corner.
        public void draw(Sheet sheet, double x, double y, double width) {
            double indent = width < NARROW ? 30 : 42;
            double middle = y + ROW / 2;
            boolean plain = mark == Tone.PLAIN || mark == Tone.MUTED;
            Ink ink = mark == Tone.MUTED ? Ink.QUIET : Ink.PLAIN;
            try (var _ = sheet.group(id, spoken)) {
                ground(sheet, id + "/box", x, y, width, mark);
                sheet.textAt(
                        id + "/index",
                        x + indent,
                        middle,
                        String.valueOf(index),
                        (plain ? TextStyle.NUMBER : TextStyle.NUMBER_BOLD)
                                .in(Tone.PLAIN, plain ? Ink.QUIET : Ink.PLAIN)
                                .end());
                double left = x + indent + 12;
                if (label != null) {
                    boolean ghost = target.isEmpty() || target.equals("0");
                    left = label.draw(sheet, id + "/q", left - 2, middle, ghost) + 8;
                }
                sheet.textAt(
                        id + "/target", left, middle, target, TextStyle.NUMBER.in(Tone.PLAIN, ink));
                sheet.textAt(
                        id + "/flags",
                        x + width - 8,
                        middle,
                        flags,
                        (mark == Tone.FAULT ? TextStyle.NUMBER_BOLD : TextStyle.NUMBER)
                                .in(mark, mark == Tone.FAULT ? Ink.TONE : ink)
                                .end());
            }
        }
    }

    /// What tells the table from others that look like it.
    public record Apart(String id, String words) implements Line {}

    /// Entries that are folded away.
    public record Gap(String id, String words) implements Line {}

    public static final double HEAD = 30;
    public static final double ROW = 26;

    /// Leaves the words clear of an outline around the row below.
    private static final double GAP = 20;

    private static final double FOOT = 6;
    private static final double BAND = 9;

    /// A narrower row has no room for an index of four digits, and no table that needs it.
    private static final double NARROW = 200;

    public Card {
        lines = List.copyOf(lines);
    }

    public double height() {
        double body = lines.stream().mapToDouble(Card::height).sum();
        return HEAD + (lines.isEmpty() ? 0 : body + FOOT);
    }

    private static double height(Line line) {
        return line instanceof Row ? ROW : GAP;
    }

    /// How far below the card's top the middle of a row is, if the card shows it.
    public Optional<Double> middle(String row) {
        double y = HEAD;
        for (Line line : lines) {
            if (line instanceof Row r && r.id().equals(row)) {
                return Optional.of(y + ROW / 2);
            }
            y += height(line);
        }
        return Optional.empty();
    }

    /// Draws the card with its top left corner at a place.
    public Shape.Box draw(Sheet sheet, double x, double y, double width) {
        Shape.Box box = new Shape.Box(id + "/card", x, y, width, height(), 6, tone, fill());
        try (var _ = sheet.group(id, spoken)) {
            sheet.add(box);
            head(sheet, x, y, width);
            body(sheet, x, y + HEAD, width);
        }
        return box;
    }

    private Fill fill() {
        return switch (tone) {
            case GHOST -> Fill.NONE;
            case CURRENT, CHANGED, FAULT -> Fill.TINT;
            default -> Fill.CARD;
        };
    }

    private double inset() {
        return label == null ? 10 : BAND + 9;
    }

    private void head(Sheet sheet, double x, double y, double width) {
        double left = x + inset();
        double middle = y + HEAD / 2;
        if (label != null) {
            Tone own = label.tone();
            sheet.box(
                    id + "/band",
                    x + 3,
                    y + 3,
                    BAND,
                    height() - 6,
                    2,
                    own,
                    tone == Tone.GHOST ? Fill.NONE : Fill.SWATCH);
            left = label.draw(sheet, id + "/q", left, middle, tone == Tone.GHOST) + 7;
        }
        Ink ink = tone == Tone.PLAIN ? Ink.PLAIN : Ink.TONE;
        TextStyle style = tone == Tone.GHOST ? TextStyle.SMALL : TextStyle.HEADING;
        double right = x + width - 16 - TextStyle.NUMBER.width(number);
        String said = named(style, right - left);
        sheet.textAt(id + "/name", left, middle, said, style.in(tone, ink));
        sheet.textAt(
                id + "/number",
                x + width - 10,
                middle,
                number,
                TextStyle.NUMBER.in(tone, Ink.PLAIN).end());
        double behind = left + style.width(said) + 8;
        double room = right - behind;
        if (badge != null) {
            badge(sheet, badge, behind, middle);
        } else if (TextStyle.SMALL.width(aside) < room) {
            sheet.textAt(id + "/aside", behind, middle, aside, TextStyle.SMALL.in(tone, Ink.QUIET));
        }
    }

    /// The name, or only its last word where a badge needs the room: in a row of shadow PTs it is
    /// clear whose PT one is.
    private String named(TextStyle style, double room) {
        boolean tight = badge != null && style.width(name) + 8 + badge.width() > room;
        return tight ? name.substring(name.lastIndexOf(' ') + 1) : name;
    }

    /// The ground of a row with its upper left corner at a place.
    public static Shape.Box ground(
            Sheet sheet, String id, double x, double y, double width, Tone mark) {
        Fill fill = mark == Tone.PLAIN || mark == Tone.MUTED ? Fill.PANEL : Fill.TINT;
        return sheet.box(id, x, y + 1, width, ROW - 2, 4, mark, fill);
    }

    /// Draws a badge from `x` to the right.
    public static void badge(Sheet sheet, Badge badge, double x, double middle) {
        Sign sign = badge.sign();
        String id = badge.id() + sign.part();
        try (var _ = sheet.group(badge.id(), sign.text(), badge.meaning())) {
            Shape.Box box =
                    sheet.box(id, x, middle - 9, badge.width(), 18, 9, tone(sign), Fill.TINT);
            sheet.textAt(
                    id + "/text",
                    box.middleX(),
                    middle,
                    sign.text(),
                    TextStyle.SMALL_BOLD.in(tone(sign)).middle());
        }
    }

    /// What gives a badge its colour.
    public static Tone tone(Sign sign) {
        return switch (sign) {
            case WRITE_TRACKED, WRITE_PROTECTED -> Tone.WRITE_PROTECTED;
            case UNSYNC -> Tone.UNSYNC;
            case OBSOLETE -> Tone.OBSOLETE;
            case DIRECT, OFF_THE_TREE -> Tone.MUTED;
        };
    }

    private void body(Sheet sheet, double x, double top, double width) {
        double left = x + inset() - 5;
        double y = top;
        for (Line line : lines) {
            switch (line) {
                case Row row -> row.draw(sheet, left, y, x + width - 5 - left);
                case Apart apart ->
                        sheet.textAt(
                                apart.id(),
                                left + 5,
                                y + GAP / 2 - 2,
                                apart.words(),
                                TextStyle.SMALL_NUMBER.plain());
                case Gap gap ->
                        sheet.textAt(
                                gap.id(),
                                left + (x + width - 5 - left) / 2,
                                y + GAP / 2 - 0.5,
                                gap.words(),
                                TextStyle.SMALL.quiet().middle());
            }
            y += height(line);
        }
    }
}
