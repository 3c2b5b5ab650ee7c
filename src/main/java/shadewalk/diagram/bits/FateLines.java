package shadewalk.diagram.bits;

import static shadewalk.text.Texts.PICTURES;

import java.util.List;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Field;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Point;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.diagram.draw.Sheet;
import shadewalk.read.BitFate;
import shadewalk.read.BitFate.Kind;

/// The lines between the two words: straight through for what is kept, broken off for what is
/// dropped, beginning half-way for what KVM adds, through a box for what becomes something else.
///
/// @param top the lower edge of the guest's word
record FateLines(Sheet sheet, double top) {

    static final double HEIGHT = 132;

    void draw(List<BitFate> fates) {
        try (var _ = sheet.group("fates", PICTURES.get("fate-lines.what-became-each"))) {
            for (BitFate fate : fates) {
                if (!hidden(fate.guest()) && !hidden(fate.shadow())) {
                    fate(fate);
                }
            }
        }
    }

    /// Bits in the place of the frame number have no column of their own.
    private static boolean hidden(@Nullable Field field) {
        return field != null && Grid.inFrame(field);
    }

    private double bottom() {
        return top + HEIGHT;
    }

    private void fate(BitFate fate) {
        Field guest = fate.guest();
        Field shadow = fate.shadow();
        switch (fate.kind()) {
            case KEPT -> kept(fate, guest, shadow);
            case DROPPED -> dropped(fate, guest);
            case ADDED -> added(fate, guest, shadow);
            case MOVED -> half(fate, guest, true);
        }
    }

    private void kept(BitFate fate, @Nullable Field guest, @Nullable Field shadow) {
        if (guest == null || shadow == null) {
            return;
        }
        double x = Grid.middle(guest);
        sheet.arrow(
                id(fate),
                Tone.KEPT,
                Weight.NORMAL,
                List.of(new Point(x, top + 4), new Point(Grid.middle(shadow), bottom() - 4)));
        word(fate, guest, x, top + HEIGHT / 2);
    }

    /// A bit that is withheld leaves a gap on both sides of its word; one that is dropped has
    /// nothing below it.
    private void dropped(BitFate fate, @Nullable Field guest) {
        half(fate, guest, true);
        if (guest != null && fate.isWithheld()) {
            cross(sheet, id(fate), Grid.middle(guest), top + 74);
        }
    }

    private void added(BitFate fate, @Nullable Field guest, @Nullable Field shadow) {
        half(fate, shadow == null ? guest : shadow, false);
    }

    /// Half a line: down from the guest's word, or down to the shadow's.
    private void half(BitFate fate, @Nullable Field field, boolean upper) {
        if (field == null) {
            return;
        }
        double x = Grid.middle(field);
        double wordAt = upper ? top + 46 : top + HEIGHT - 46;
        if (upper) {
            sheet.line(
                    id(fate),
                    WordRow.tone(fate.kind()),
                    fate.kind() == Kind.DROPPED ? Weight.STRONG : Weight.NORMAL,
                    x,
                    top + 4,
                    x,
                    wordAt - 10);
        } else {
            sheet.arrow(
                    id(fate),
                    WordRow.tone(fate.kind()),
                    Weight.NORMAL,
                    List.of(new Point(x, wordAt + 10), new Point(x, bottom() - 4)));
        }
        word(fate, field, x, wordAt);
    }

    /// The sign of what is withheld.
    static void cross(Sheet sheet, String id, double x, double y) {
        double arm = 6;
        sheet.line(id + "/cross1", Tone.FAULT, Weight.STRONG, x - arm, y - arm, x + arm, y + arm);
        sheet.line(id + "/cross2", Tone.FAULT, Weight.STRONG, x - arm, y + arm, x + arm, y - arm);
    }

    /// The fate in a word, as much of it as its column has room for; the reasons have it whole.
    private void word(BitFate fate, Field column, double x, double middle) {
        String word =
                TextStyle.SMALL.elided(fate.word(), Math.max(Grid.width(column), Grid.FLAG) - 4);
        double width = TextStyle.SMALL.width(word) + 6;
        String id = id(fate);
        sheet.box(id + "/ground", x - width / 2, middle - 9, width, 18, 3, Tone.PAPER, Fill.SOLID);
        Tone tone = tone(fate);
        sheet.textAt(id + "/word", x, middle, word, TextStyle.SMALL.in(tone).middle());
    }

    static Tone tone(BitFate fate) {
        return fate.isWithheld() ? Tone.FAULT : WordRow.tone(fate.kind());
    }

    static String id(BitFate fate) {
        Field guest = fate.guest();
        Field shadow = fate.shadow();
        return "fate/"
                + (guest == null ? "" : guest.name().replace('/', '-') + guest.low())
                + ">"
                + (shadow == null ? "" : shadow.name().replace(' ', '_') + shadow.low());
    }

    /// The frame number on its way: down into a box that says what it becomes, and on.
    void frame(double fromX, double toX, double left, double right, List<String> words) {
        double height = 22 + (words.size() - 1) * 19;
        double middle = top + HEIGHT / 2;
        try (var _ = sheet.group("fate/frame", String.join(", ", words))) {
            sheet.arrow(
                    "fate/frame/in",
                    Tone.MOVED,
                    Weight.NORMAL,
                    List.of(new Point(fromX, top + 4), new Point(fromX, middle - height / 2)));
            sheet.arrow(
                    "fate/frame/out",
                    Tone.MOVED,
                    Weight.NORMAL,
                    List.of(new Point(toX, middle + height / 2), new Point(toX, bottom() - 4)));
            sheet.box(
                    "fate/frame/box",
                    left,
                    middle - height / 2,
                    right - left,
                    height,
                    6,
                    Tone.MOVED,
                    Fill.TINT);
            for (int i = 0; i < words.size(); i++) {
                sheet.textAt(
                        "fate/frame/line" + i,
                        (left + right) / 2,
                        middle + (i - (words.size() - 1) / 2.0) * 19,
                        words.get(i),
                        TextStyle.SMALL_NUMBER.in(Tone.MOVED, Ink.PLAIN).middle());
            }
        }
    }
}
