package shadewalk.diagram.walk;

import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.draw.Gutter;
import shadewalk.diagram.draw.Sheet;

/// What both halves of the walk have in common: a panel with a register, columns of cards and a
/// page of memory, and arrows between them.
///
/// @param id what the ids of its parts begin with
/// @param top the upper edge of the panel
record WalkTrack(Sheet sheet, WalkColumns columns, String id, double top) {

    /// From the panel's top to the cards.
    static final double HEAD = 36;

    /// From the cards to the panel's foot.
    static final double FOOT = 12;

    static final double SMALL_CARD = 50;

    /// From the top of a card to the middle of its head.
    static final double MIDDLE = 15;

    void panel(String title, double height) {
        double width = columns.width() - 2 * WalkColumns.MARGIN;
        sheet.box(id + "/panel", WalkColumns.MARGIN, top, width, height, 8, Tone.PLAIN, Fill.PANEL);
        sheet.text(id + "/title", columns.registerX(), top + 23, title, TextStyle.HEADING.plain());
    }

    /// What stands over the cards of a level.
    void heading(String heading, int level, String words) {
        sheet.text(heading, columns.levelX(level), top + 23, words, TextStyle.SMALL.quiet());
    }

    /// The upper edge of the cards.
    double cards() {
        return top + HEAD;
    }

    /// A place at the left edge of a level's cards, so far below their top.
    Point left(int level, double down) {
        return new Point(columns.levelX(level), cards() + down);
    }

    /// Where an arrow from a row of a level's cards begins.
    Point right(int level, double down) {
        return new Point(columns.levelRight(level) - 5, cards() + down);
    }

    void arrow(String to, Point from, Point at, boolean walked) {
        Gutter gutter = new Gutter();
        gutter.add(id + "/arrow/" + to, from, at, walked);
        gutter.draw(sheet);
    }

    void register(String thing, String name, String value, Tone tone) {
        small(thing, name, value, "", columns.registerX(), columns.registerWidth(), tone);
    }

    /// The right edge of the register.
    Point register() {
        return new Point(columns.registerX() + columns.registerWidth(), cards() + MIDDLE);
    }

    void page(String thing, String name, String frame, String offset, Tone tone) {
        small(thing, name, frame, offset, columns.pageX(), columns.pageWidth(), tone);
    }

    /// The left edge of the page of memory.
    Point page() {
        return new Point(columns.pageX(), cards() + MIDDLE);
    }

    private void small(
            String thing,
            String name,
            String value,
            String more,
            double x,
            double width,
            Tone tone) {
        String words = name + " " + value + (more.isEmpty() ? "" : ", " + more);
        try (var _ = sheet.group(thing, words)) {
            double y = cards();
            double height = more.isEmpty() ? SMALL_CARD : SMALL_CARD + 20;
            var plain = TextStyle.NUMBER.in(tone, Ink.PLAIN);
            Shape.Box box = sheet.box(thing + "/card", x, y, width, height, 6, tone, Fill.TINT);
            sheet.textAt(thing + "/name", x + 10, y + 15, name, TextStyle.HEADING.in(tone));
            sheet.textAt(thing + "/value", x + 10, y + 36, value, plain);
            sheet.textAt(thing + "/more", x + 10, box.bottom() - 14, more, plain);
        }
    }

    /// Quiet lines under the register.
    void notes(String... lines) {
        double y = cards() + SMALL_CARD + 24;
        for (int i = 0; i < lines.length; i++) {
            double at = y + i * 18;
            String note = id + "/note" + i;
            sheet.text(note, columns.registerX(), at, lines[i], TextStyle.SMALL.quiet());
        }
    }
}
