package shadewalk.diagram.quadrants;

import static shadewalk.text.Texts.PICTURES;

import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.diagram.draw.QuadrantLabel;
import shadewalk.diagram.draw.Sheet;
import shadewalk.read.Portion;
import shadewalk.read.Telling;

/// Why there are quadrants or none: a page of guest entries beside the pages of shadow entries that
/// stand for it, each cut into as many entries as it has.
record Alike(Sheet sheet, Telling telling) {

    static final double HEIGHT = 132;

    /// At least how wide a page is.
    private static final double PAGE = 252;

    /// Between a guest's page and the first one that stands for it.
    private static final double TIE = 168;

    private static final double DEEP = 84;

    /// So many of a page's entries are drawn for each 512 it has.
    private static final int DRAWN = 16;

    /// A guest table and what stands for it.
    ///
    /// @param guestBytes bytes of an entry of the guest: 4 or 8, or 0 for a guest without paging
    void row(String id, String heading, int guestBytes, double x, double y, boolean quiet) {
        try (var _ = sheet.group(id, heading)) {
            sheet.textAt(
                    id + "/heading",
                    x,
                    y + 10,
                    heading,
                    TextStyle.BODY_BOLD.in(Tone.PLAIN, quiet ? Ink.QUIET : Ink.PLAIN));
            double top = y + 28;
            guest(id, guestBytes, x, top);
            int pages = guestBytes == 4 ? 2 : 1;
            for (int i = 0; i < pages; i++) {
                shadow(id, i, pages == 2, x + page() + TIE + i * (page() + 24), top);
            }
            if (guestBytes != 0) {
                tie(id, x, top);
            }
        }
    }

    private void guest(String id, int bytes, double x, double top) {
        if (bytes == 0) {
            Shape.Box none =
                    sheet.box(id + "/guest", x, top, page(), DEEP, 6, Tone.GHOST, Fill.NONE);
            sheet.label(none, PICTURES.get("alike.no-guest-table"), TextStyle.BODY);
            return;
        }
        int entries = 4096 / bytes;
        String words = PICTURES.get("alike.bytes", entries, bytes);
        page(id + "/guest", Tone.GUEST, entries, PICTURES.get("alike.guest"), words, x, top);
    }

    private void shadow(String id, int i, boolean quartered, double x, double top) {
        Tone tone = quartered ? Tone.of(Portion.quarter(1, i)) : Tone.SHADOW;
        page(
                id + "/shadow" + i,
                tone,
                512,
                PICTURES.get("alike.shadow"),
                PICTURES.get("alike.bytes", 512, 8),
                x,
                top);
        if (quartered) {
            QuadrantLabel label = QuadrantLabel.of(Portion.quarter(1, i), telling);
            label.draw(sheet, id + "/q" + i, x + page() - label.width() - 10, top + 20, false);
        }
    }

    /// A page of memory with its entries as strips.
    private void page(
            String id, Tone tone, int entries, String whose, String words, double x, double top) {
        sheet.box(id, x, top, page(), DEEP, 6, tone, Fill.TINT);
        sheet.textAt(id + "/whose", x + 12, top + 20, whose, TextStyle.BODY_BOLD.in(tone));
        sheet.textAt(
                id + "/words",
                x + wordsX(whose),
                top + 20,
                words,
                TextStyle.NUMBER.in(tone, Ink.PLAIN));
        int strips = DRAWN * entries / 512;
        double each = (page() - 24) / strips;
        for (int i = 0; i < strips; i++) {
            double left = x + 12 + i * each;
            sheet.box(id + "/strip" + i, left, top + 40, each - 1.5, 32, 1, tone, Fill.SOLID);
        }
    }

    /// How wide a page is: as its words need beside a label.
    private double page() {
        double words =
                wordsX(PICTURES.get("alike.shadow"))
                        + TextStyle.NUMBER.width(PICTURES.get("alike.bytes", 512, 8));
        double label = QuadrantLabel.of(Portion.quarter(1, 0), telling).width();
        return Math.max(PAGE, words + label + 18);
    }

    private static double wordsX(String whose) {
        return 12 + TextStyle.BODY_BOLD.width(whose + " ");
    }

    /// Says that what stands at the right stands for what stands at the left.
    private void tie(String id, double x, double top) {
        double y = top + DEEP / 2;
        double left = x + page();
        double right = x + page() + TIE;
        sheet.textAt(
                id + "/tie/words",
                (left + right) / 2,
                y - 12,
                PICTURES.get("alike.stands-for"),
                TextStyle.SMALL.in(Tone.STANDS_FOR).middle());
        sheet.line(id + "/tie", Tone.STANDS_FOR, Weight.NORMAL, left + 4, y, right - 4, y);
    }
}
