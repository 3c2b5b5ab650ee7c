package shadewalk.diagram.reach;

import static shadewalk.text.Texts.PICTURES;

import java.util.Optional;
import shadewalk.bits.Field;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.draw.Sheet;
import shadewalk.read.Portion;
import shadewalk.read.TableSizes;
import shadewalk.read.TableSizes.Side;
import shadewalk.read.Telling;
import shadewalk.read.tell.Names;
import shadewalk.x86.Gva;
import shadewalk.x86.Page;

/// The 32 bits of an address between the guest's cut and the shadow's, for tables of any size.
record AddressCuts(
        Sheet sheet, TableSizes sizes, Gva gva, Point corner, double width, Telling telling) {

    static final double HEIGHT = 92;
    private static final int BITS = 32;
    private static final double LABEL = 62;
    private static final double ROW = 26;

    void draw() {
        try (var _ = sheet.group("cuts", PICTURES.get("reach-cuts.address", gva))) {
            side(Side.GUEST, corner.y(), Tone.GUEST);
            bits(corner.y() + ROW + 4);
            side(Side.SHADOW, corner.y() + 2 * (ROW + 4), Tone.SHADOW);
        }
    }

    private double cell() {
        return (width - LABEL) / BITS;
    }

    private double left(int bit) {
        return corner.x() + LABEL + (BITS - 1 - bit) * cell();
    }

    private void side(Side side, double top, Tone tone) {
        String name = side == Side.GUEST ? "guest" : "shadow";
        sheet.textAt(
                "cuts/" + name,
                corner.x() + LABEL - 10,
                top + ROW / 2,
                PICTURES.get("ruler." + name),
                TextStyle.BODY_BOLD.plain().end());
        for (int level = 2; level >= 1; level--) {
            Field index = sizes.index(side, level);
            String words = Names.entry(level) + " " + index.intOf(gva.raw());
            segment("cuts/" + name + "/level" + level, index, top, tone, words);
        }
        int above = sizes.reach(side, 2);
        if (above < BITS) {
            Field rest = new Field("rest", BITS - 1, above);
            String words = Names.entry(3) + " " + rest.intOf(gva.raw());
            segment("cuts/" + name + "/rest", rest, top, tone, words);
        }
        segment(
                "cuts/" + name + "/offset",
                Page.OFFSET,
                top,
                Tone.PLAIN,
                PICTURES.get("reach-cuts.offset"));
    }

    private void segment(String id, Field field, double top, Tone tone, String words) {
        double wide = field.width() * cell();
        Shape.Box box =
                sheet.box(id, left(field.high()) + 1, top, wide - 2, ROW, 4, tone, Fill.TINT);
        boolean fits = TextStyle.NUMBER_BOLD.width(words) < wide - 8;
        String number = words.substring(words.lastIndexOf(' ') + 1);
        sheet.label(box, fits ? words : number, TextStyle.NUMBER_BOLD);
    }

    private void bits(double top) {
        for (int bit = BITS - 1; bit >= 0; bit--) {
            Field one = Field.bit("bit", bit);
            Tone tone = tone(bit);
            Shape.Box box =
                    sheet.box(
                            "cuts/bit" + bit,
                            left(bit) + 1,
                            top,
                            cell() - 2,
                            ROW - 2,
                            2,
                            tone,
                            tone == Tone.PLAIN ? Fill.PANEL : Fill.TINT);
            sheet.textAt(
                    "cuts/bit" + bit + "/value",
                    box.middleX(),
                    box.middleY(),
                    String.valueOf(one.of(gva.raw())),
                    (tone == Tone.PLAIN ? TextStyle.NUMBER : TextStyle.NUMBER_BOLD)
                            .in(tone, tone == Tone.PLAIN ? Ink.PLAIN : Ink.TONE)
                            .middle());
        }
    }

    /// The bits that choose a quadrant have its colour.
    private Tone tone(int bit) {
        for (int level = 1; level <= 2; level++) {
            Optional<Field> chosen = sizes.chosenBy(level);
            if (telling.all()
                    && chosen.isPresent()
                    && chosen.get().high() >= bit
                    && bit >= chosen.get().low()) {
                int quadrant = chosen.get().intOf(gva.raw());
                return Tone.of(new Portion(level, quadrant, sizes.parts(level)));
            }
        }
        return Tone.PLAIN;
    }
}
