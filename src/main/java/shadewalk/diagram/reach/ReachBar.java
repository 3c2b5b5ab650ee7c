package shadewalk.diagram.reach;

import static shadewalk.text.Texts.PICTURES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Lettering;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.diagram.draw.QuadrantLabel;
import shadewalk.diagram.draw.Sheet;
import shadewalk.read.Portion;
import shadewalk.read.TableSizes;
import shadewalk.read.TableSizes.Side;
import shadewalk.read.Telling;
import shadewalk.read.tell.Names;
import shadewalk.x86.Gva;

/// What a guest table of one level reaches, as a scale, and below it what the shadow tables for it
/// reach. A tick is an entry, or as many as fit.
final class ReachBar {

    static final double GUEST_TOP = 26;
    private static final double GUEST_BOTTOM = 62;
    static final double HEIGHT = 140;

    private static final double BAR = GUEST_BOTTOM - GUEST_TOP;
    private static final double SHADOW_TOP = GUEST_BOTTOM + 6;
    private static final double SHADOW = 40;

    /// Between the address's entry and its name.
    private static final double BESIDE = 8;

    /// How far two ticks are apart at least.
    private static final double TICK = 8;

    private final Sheet sheet;
    private final TableSizes sizes;
    private final int level;
    private final Gva gva;
    private final double x;
    private final double y;
    private final double width;
    private final Telling telling;
    private final String id;

    ReachBar(
            Sheet sheet,
            TableSizes sizes,
            int level,
            Gva gva,
            Point corner,
            double width,
            Telling telling) {
        this.sheet = sheet;
        this.sizes = sizes;
        this.level = level;
        this.gva = gva;
        this.x = corner.x();
        this.y = corner.y();
        this.width = width;
        this.telling = telling;
        this.id = "reach/level" + level;
    }

    /// Where what the table reaches begins.
    private long start() {
        return gva.raw() >>> bits(Side.GUEST) << bits(Side.GUEST);
    }

    private int bits(Side side) {
        return sizes.reach(side, level);
    }

    private long reach(Side side) {
        return 1L << bits(side);
    }

    /// Where an address stands in the scale, across.
    double at(long address) {
        return x + width * (address - start()) / reach(Side.GUEST);
    }

    /// Where what the address's entry reaches begins.
    long entryStart() {
        return gva.raw() / entryReach() * entryReach();
    }

    /// How many bytes one entry of the guest's table reaches.
    long entryReach() {
        return 1L << sizes.reach(Side.GUEST, level - 1);
    }

    /// The address that a place of the scale stands for, with the offset in its page as it is.
    Optional<Gva> address(Point place) {
        double share = (place.x() - x) / width;
        boolean inside = place.y() > y + GUEST_TOP - 16 && place.y() < y + SHADOW_TOP + SHADOW;
        if (!inside || share < 0 || share >= 1) {
            return Optional.empty();
        }
        long page = (long) (share * reach(Side.GUEST)) & -4096L;
        return Optional.of(new Gva(start() + page + (gva.raw() & 4095)));
    }

    void draw() {
        try (var _ = sheet.group(id, words())) {
            sheet.text(id + "/heading", x, y + 12, heading(), TextStyle.HEADING.plain());
            scale(id + "/guest", y + GUEST_TOP, BAR, width, Side.GUEST, Tone.GUEST);
            entry();
            shadow();
            telling.say(conclusion())
                    .ifPresent(words ->
                            sheet.text(
                                    id + "/conclusion",
                                    x,
                                    y + SHADOW_TOP + SHADOW + 20,
                                    words,
                                    TextStyle.BODY.plain()));
            cursor();
        }
    }

    private String heading() {
        return table("reach-bar.guest.level", Side.GUEST);
    }

    /// What a table of a side is: entries, times what each reaches, and the product.
    private String table(String key, Side side) {
        return PICTURES.get(
                key + level,
                Names.count(sizes.entries(side)),
                Names.size(sizes.reach(side, level - 1)),
                Names.size(bits(side)));
    }

    private Shape.Box scale(
            String at, double top, double height, double wide, Side side, Tone tone) {
        return scale(at, x, top, height, wide, side, tone);
    }

    private Shape.Box scale(
            String at, double left, double top, double height, double wide, Side side, Tone tone) {
        Shape.Box box = sheet.box(at, left + 1, top, wide - 2, height, 4, tone, Fill.TINT);
        int ticks = sizes.entries(side);
        while (wide / ticks < TICK) {
            ticks /= 2;
        }
        for (int i = 1; i < ticks; i++) {
            double place = left + wide * i / ticks;
            double deep = i % 8 == 0 ? 10 : 5;
            sheet.line(
                    at + "/tick" + i,
                    tone,
                    Weight.HAIR,
                    new Point(place, box.bottom() - deep),
                    new Point(place, box.bottom()));
        }
        return box;
    }

    /// The entry that the address uses.
    private void entry() {
        double left = at(entryStart());
        double wide = Math.max(width * entryReach() / reach(Side.GUEST), 2);
        sheet.box(id + "/entry", left, y + GUEST_TOP, wide, BAR, 0, Tone.PATH, Fill.SOLID);
        int index = sizes.index(Side.GUEST, level).intOf(gva.raw());
        String words = PICTURES.get("reach-bar.entry", Names.entry(level), index);
        boolean right = left + wide + BESIDE + TextStyle.NUMBER_BOLD.width(words) < x + width;
        Lettering how = TextStyle.NUMBER_BOLD.plain();
        sheet.text(
                id + "/entry/words",
                right ? left + wide + BESIDE : left - BESIDE,
                y + GUEST_TOP + 16,
                words,
                right ? how : how.end());
    }

    /// The shadow tables side by side; while a question is open only how far one reaches.
    private void shadow() {
        int parts = telling.all() ? sizes.parts(level) : 1;
        double each = Math.min(width, width * reach(Side.SHADOW) / reach(Side.GUEST));
        for (int part = 0; part < parts; part++) {
            double left = x + part * each;
            boolean many = parts > 1;
            String at = id + "/shadow" + part;
            Portion portion = new Portion(level, part, parts);
            Tone tone = Tone.of(portion);
            Shape.Box box = scale(at, left, y + SHADOW_TOP, SHADOW, each, Side.SHADOW, tone);
            double middle = y + SHADOW_TOP + 15;
            double words = left + 10;
            if (many) {
                QuadrantLabel label = new QuadrantLabel(portion, true);
                words = label.draw(sheet, at + "/q", left + 8, middle, false) + 8;
            }
            sheet.textAt(at + "/words", words, middle, shadowWords(), TextStyle.SMALL.plain());
            if (many && part == quadrant()) {
                sheet.frame(at + "/frame", Extent.of(box), Tone.PATH, Weight.STRONG);
            }
        }
    }

    private String shadowWords() {
        return table("reach-bar.shadow.level", Side.SHADOW);
    }

    private int quadrant() {
        return sizes.chosenBy(level).map(bits -> bits.intOf(gva.raw())).orElse(0);
    }

    private String conclusion() {
        int parts = sizes.parts(level);
        String sum =
                PICTURES.get(
                        "reach-bar.sum.level" + level,
                        Names.size(bits(Side.GUEST)),
                        Names.size(bits(Side.SHADOW)),
                        parts);
        return sizes.chosenBy(level)
                .map(bits ->
                        PICTURES.get(
                                bits.width() == 1 ? "reach-bar.bit" : "reach-bar.bits",
                                sum,
                                bits.range(),
                                binary(bits),
                                quadrant()))
                .orElse(PICTURES.get("reach-bar.one", sum));
    }

    private String binary(Field bits) {
        String digits = Integer.toBinaryString(bits.intOf(gva.raw()));
        return "0".repeat(bits.width() - digits.length()) + digits;
    }

    private void cursor() {
        double place = at(gva.raw());
        double top = y + GUEST_TOP;
        sheet.area(
                id + "/cursor",
                Tone.PATH,
                Fill.SOLID,
                new Point(place, top - 1),
                new Point(place - 6, top - 10),
                new Point(place + 6, top - 10));
        sheet.line(
                id + "/cursor/line",
                Tone.PATH,
                Weight.NORMAL,
                new Point(place, top),
                new Point(place, y + SHADOW_TOP + SHADOW));
    }

    /// The bars in words.
    String words() {
        return telling.say(heading() + ". " + shadowWords() + ". " + conclusion() + ".")
                .orElse(heading() + ". " + shadowWords() + ".");
    }

    /// The bars in characters: the guest's table above the shadow's.
    List<String> plain() {
        int columns = 64;
        int parts = telling.all() ? sizes.parts(level) : 1;
        int each = (int) Math.min(columns, columns * reach(Side.SHADOW) / reach(Side.GUEST));
        int place = (int) (columns * (gva.raw() - start()) / reach(Side.GUEST));
        List<String> lines = new ArrayList<>();
        String address = Hex.padded(gva.raw(), 8);
        lines.add(
                place + address.length() + 3 < columns
                        ? " ".repeat(place + 1) + "v " + address
                        : " ".repeat(place - address.length()) + address + " v");
        lines.add("|" + "-".repeat(columns - 1) + "|");
        StringBuilder shadow = new StringBuilder("|");
        for (int part = 0; part < parts; part++) {
            String name = telling.all() && parts > 1 ? " q" + part + "/" + parts : "";
            shadow.append(name).append("=".repeat(each - 1 - name.length())).append('|');
        }
        lines.add(shadow.toString());
        return lines;
    }
}
