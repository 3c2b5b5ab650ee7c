package shadewalk.diagram.walk;

import java.util.List;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.draw.Sheet;

/// What both halves of the walk have in common.
final class WalkTrack {

    /// From the panel's top to the cards.
    static final double HEAD = 36;

    /// From the cards to the panel's foot.
    static final double FOOT = 12;

    static final double SMALL_CARD = 50;

    private WalkTrack() {}

    static void panel(
            Sheet sheet, WalkColumns columns, String id, String title, double top, double height) {
        sheet.box(
                id + "/panel",
                WalkColumns.MARGIN,
                top,
                columns.width() - 2 * WalkColumns.MARGIN,
                height,
                8,
                Tone.PLAIN,
                Fill.PANEL);
        sheet.text(id + "/title", columns.registerX(), top + 23, title, TextStyle.HEADING.plain());
    }

    static void heading(Sheet sheet, String id, double x, double top, String words) {
        sheet.text(id, x, top + 23, words, TextStyle.SMALL.quiet());
    }

    static void register(
            Sheet sheet,
            WalkColumns columns,
            String id,
            String name,
            String value,
            double y,
            Tone tone) {
        small(sheet, id, name, value, "", columns.registerX(), y, columns.registerWidth(), tone);
    }

    static void page(
            Sheet sheet,
            WalkColumns columns,
            String id,
            String name,
            String frame,
            String offset,
            double y,
            Tone tone) {
        small(sheet, id, name, frame, offset, columns.pageX(), y, columns.pageWidth(), tone);
    }

    private static void small(
            Sheet sheet,
            String id,
            String name,
            String value,
            String more,
            double x,
            double y,
            double width,
            Tone tone) {
        try (var _ = sheet.group(id, name + " " + value + (more.isEmpty() ? "" : ", " + more))) {
            double height = more.isEmpty() ? SMALL_CARD : SMALL_CARD + 20;
            Shape.Box box = sheet.box(id + "/card", x, y, width, height, 6, tone, Fill.TINT);
            sheet.textAt(id + "/name", x + 10, y + 15, name, TextStyle.HEADING.in(tone));
            sheet.textAt(
                    id + "/value", x + 10, y + 36, value, TextStyle.NUMBER.in(tone, Ink.PLAIN));
            sheet.textAt(
                    id + "/more",
                    x + 10,
                    box.bottom() - 14,
                    more,
                    TextStyle.NUMBER.in(tone, Ink.PLAIN));
        }
    }

    /// Quiet lines under the register of the track.
    static void notes(
            Sheet sheet, WalkColumns columns, String id, List<String> lines, double cardsTop) {
        double y = cardsTop + SMALL_CARD + 24;
        for (int i = 0; i < lines.size(); i++) {
            sheet.text(
                    id + i, columns.registerX(), y + i * 18, lines.get(i), TextStyle.SMALL.quiet());
        }
    }
}
