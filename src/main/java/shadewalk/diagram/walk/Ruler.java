package shadewalk.diagram.walk;

import static shadewalk.text.Texts.PICTURES;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.diagram.draw.Sheet;
import shadewalk.read.GuestStep;
import shadewalk.read.OnStage;
import shadewalk.read.Portion;
import shadewalk.read.ShadowStep;
import shadewalk.read.Thing;
import shadewalk.read.tell.Names;
import shadewalk.x86.Page;
import shadewalk.x86.PagingMode;

/// The address in bits, with the guest's cut above and the shadow's cut below. A part is filled
/// once it has been used up by the walk.
final class Ruler {

    private static final double HEIGHT = 122;

    /// With the guest's cut alone.
    private static final double HALF = 70;

    private static final double LABEL = 62;
    private static final double CUT = 26;

    private final Sheet sheet;
    private final WalkModel model;
    private final double x;
    private final double y;
    private final double cell;
    private final int bits;

    Ruler(Sheet sheet, WalkModel model, double x, double y, double width) {
        this.sheet = sheet;
        this.model = model;
        this.x = x + LABEL;
        this.y = y;
        this.bits = bitsOf(model);
        this.cell = Math.floor((width - LABEL) / bits * 4) / 4;
    }

    /// As many as the deeper of the walks uses that are on stage.
    private static int bitsOf(WalkModel model) {
        boolean alone = !model.shows(OnStage.SHADOW) && model.guestMode().depth() > 0;
        PagingMode mode = alone ? model.guestMode() : model.shadowMode();
        return mode.levels().getFirst().index().high() + 1;
    }

    double height() {
        return model.shows(OnStage.SHADOW) ? HEIGHT : HALF;
    }

    void draw() {
        try (var _ = sheet.group("ruler", about())) {
            boolean guest = model.shows(OnStage.GUEST);
            boolean shadow = model.shows(OnStage.SHADOW);
            if (guest) {
                label("ruler/guest/label", PICTURES.get("ruler.guest"), y + 16 + CUT / 2);
            }
            if (shadow) {
                double middle = y + 20 + CUT * 2 + CUT / 2;
                label("ruler/shadow/label", PICTURES.get("ruler.shadow"), middle);
            }
            if (guest) {
                guestCut();
            }
            bits();
            if (shadow) {
                shadowCut();
            }
            if (shadow && model.quartered()) {
                notes();
            }
        }
    }

    private String about() {
        boolean twice = model.shows(OnStage.GUEST) && model.shows(OnStage.SHADOW);
        String key = twice ? "ruler.address-cut-twice" : "ruler.address-in-bits";
        return PICTURES.get(key, model.story().gva());
    }

    private void label(String id, String text, double middle) {
        sheet.textAt(id, x - 10, middle, text, TextStyle.BODY_BOLD.plain().end());
    }

    private double left(Field field) {
        return x + (bits - 1 - field.high()) * cell;
    }

    private void guestCut() {
        double top = y + 16;
        PagingMode mode = model.guestMode();
        if (mode.depth() == 0) {
            Field all = new Field("all", bits - 1, 0);
            Shape.Box box = segment("ruler/guest/all", all, top, Tone.GUEST, Fill.TINT);
            sheet.label(box, PICTURES.get("ruler.paging-off-address"), TextStyle.SMALL);
            return;
        }
        int bottom =
                model.walk().guest().steps().stream()
                        .filter(GuestStep::leaf)
                        .map(step -> step.level().number())
                        .findFirst()
                        .orElse(1);
        for (PagingMode.Level level : mode.levels()) {
            if (level.number() >= bottom) {
                guestSegment(level, top);
            }
        }
        boolean done = model.walk().guest().gpa() != null && model.guestRead(bottom);
        offset("ruler/guest/offset", bottom, mode, top, done ? Tone.GUEST : Tone.PLAIN);
    }

    private void guestSegment(PagingMode.Level level, double top) {
        GuestStep step = model.walk().guest().at(level.number()).orElse(null);
        Tone mark = step == null ? Tone.PLAIN : model.mark(step);
        boolean now = mark == Tone.CURRENT || mark == Tone.CHANGED;
        boolean used = step != null && model.guestRead(level.number());
        echo(
                step == null ? null : step.thing(),
                level,
                "ruler/guest/" + Names.entry(level.number()).toLowerCase(Locale.ROOT),
                top,
                now ? mark : Tone.GUEST,
                used ? Fill.SOLID : Fill.TINT);
    }

    /// The part of the address that chooses an entry shows that entry once more.
    private void echo(
            @Nullable Thing entry,
            PagingMode.Level level,
            String id,
            double top,
            Tone tone,
            Fill fill) {
        if (entry == null) {
            segment(id, level, top, tone, fill);
            return;
        }
        int index = level.index().intOf(model.story().gva().raw());
        try (var _ =
                sheet.group(
                        entry.echo() + level.number(),
                        PICTURES.get(
                                "ruler.address-bits-they",
                                level.index().range(),
                                index,
                                Names.entry(level.number())))) {
            segment(id, level, top, tone, fill);
        }
    }

    private void segment(String id, PagingMode.Level level, double top, Tone tone, Fill fill) {
        Shape.Box box = segment(id, level.index(), top, tone, fill);
        int index = level.index().intOf(model.story().gva().raw());
        String words = Names.entry(level.number()) + " " + index;
        boolean fits = TextStyle.NUMBER_BOLD.width(words) < box.width() - 8;
        sheet.label(box, fits ? words : String.valueOf(index), TextStyle.NUMBER_BOLD);
    }

    private Shape.Box segment(String id, Field field, double top, Tone tone, Fill fill) {
        double width = field.width() * cell;
        return sheet.box(id, left(field) + 1, top, width - 2, CUT, 4, tone, fill);
    }

    private void offset(String id, int level, PagingMode mode, double top, Tone tone) {
        Field frame = mode.depth() == 0 ? null : mode.frameOffset(level);
        int high = frame == null ? Page.OFFSET.high() : frame.high();
        Field field = new Field("offset", high, 0);
        Shape.Box box = segment(id, field, top, tone, tone == Tone.PLAIN ? Fill.TINT : Fill.SOLID);
        sheet.label(
                box,
                PICTURES.get("ruler.offset", Hex.prefixed(field.of(model.story().gva().raw()))),
                TextStyle.NUMBER);
    }

    private void bits() {
        double top = y + 18 + CUT;
        long address = model.story().gva().raw();
        for (int bit = bits - 1; bit >= 0; bit--) {
            Field one = Field.bit("bit", bit);
            Tone tone = tone(bit);
            String id = new Thing.AddressBit(bit).id();
            Fill fill = tone == Tone.PLAIN ? Fill.PANEL : Fill.TINT;
            Shape.Box box = sheet.box(id, left(one) + 1, top, cell - 2, CUT - 2, 2, tone, fill);
            sheet.textAt(
                    id + "/value",
                    box.middleX(),
                    box.middleY(),
                    String.valueOf(one.of(address)),
                    (tone == Tone.PLAIN ? TextStyle.NUMBER : TextStyle.NUMBER_BOLD)
                            .in(tone, tone == Tone.PLAIN ? Ink.PLAIN : Ink.TONE)
                            .middle());
            if (edge(bit)) {
                sheet.text(
                        id + "/number",
                        box.middleX(),
                        y + 8,
                        String.valueOf(bit),
                        TextStyle.SMALL_NUMBER.quiet().middle());
            }
        }
    }

    /// Whether a part of either cut begins or ends here.
    private boolean edge(int bit) {
        if (bit == bits - 1 || bit == 0 || bit == Page.OFFSET.high()) {
            return true;
        }
        return modes().flatMap(mode -> mode.levels().stream())
                .anyMatch(level -> level.index().high() == bit || level.index().low() == bit);
    }

    /// Those that cut the address.
    private Stream<PagingMode> modes() {
        return Stream.concat(
                Stream.of(model.guestMode()).filter(_ -> model.shows(OnStage.GUEST)),
                Stream.of(model.shadowMode()).filter(_ -> model.shows(OnStage.SHADOW)));
    }

    /// The bits that choose a quadrant have its tone; those used just now stand out.
    private Tone tone(int bit) {
        if (!model.quartered() || !model.shows(OnStage.SHADOW)) {
            return used(bit);
        }
        if (inside(model.shadowMode().level(3).index(), bit)) {
            return Tone.of(Portion.quarter(2, rootQuadrant()));
        }
        return bit == childBit().low() ? Tone.of(Portion.quarter(1, childQuadrant())) : used(bit);
    }

    /// The mark of the entry that the bit helps to choose, if that entry is being looked at.
    private Tone used(int bit) {
        var guest =
                model.walk().guest().steps().stream()
                        .filter(_ -> model.shows(OnStage.GUEST))
                        .filter(step -> inside(step.level().index(), bit))
                        .map(model::mark);
        var shadow =
                model.walk().shadow().steps().stream()
                        .filter(_ -> model.shows(OnStage.SHADOW))
                        .filter(step -> inside(step.level().index(), bit))
                        .map(model::mark);
        return Stream.concat(guest, shadow).filter(Ruler::isNow).findFirst().orElse(Tone.PLAIN);
    }

    private static boolean isNow(Tone mark) {
        return mark == Tone.CURRENT || mark == Tone.CHANGED || mark == Tone.FAULT;
    }

    private static boolean inside(Field field, int bit) {
        return bit <= field.high() && bit >= field.low();
    }

    private int rootQuadrant() {
        return model.shadowMode().level(3).index().intOf(model.story().gva().raw());
    }

    /// The lowest bit of the shadow's PDE index, the highest of the guest's PTE index.
    private Field childBit() {
        return Field.bit("bit", model.shadowMode().level(2).index().low());
    }

    private int childQuadrant() {
        return childBit().intOf(model.story().gva().raw());
    }

    private void shadowCut() {
        double top = y + 18 + CUT * 2;
        PagingMode mode = model.shadowMode();
        int bottom =
                model.walk().shadow().steps().stream()
                        .filter(ShadowStep::leaf)
                        .map(step -> step.level().number())
                        .findFirst()
                        .orElse(1);
        for (PagingMode.Level level : mode.levels()) {
            if (level.number() >= bottom) {
                shadowSegment(level, top);
            }
        }
        boolean done = model.walk().shadow().address() != null;
        offset("ruler/shadow/offset", bottom, mode, top, done ? Tone.SHADOW : Tone.PLAIN);
    }

    private void shadowSegment(PagingMode.Level level, double top) {
        ShadowStep step = model.walk().shadow().at(level.number()).orElse(null);
        Tone mark = step == null ? Tone.PLAIN : model.mark(step);
        boolean quiet = mark == Tone.PATH || mark == Tone.PLAIN || mark == Tone.GHOST;
        Tone tone = quiet ? Tone.SHADOW : mark;
        boolean root = model.quartered() && level.number() == 3;
        if (root && tone == Tone.SHADOW) {
            tone = Tone.of(Portion.quarter(2, rootQuadrant()));
        }
        echo(
                step == null ? null : step.thing(),
                level,
                "ruler/shadow/" + Names.entry(level.number()).toLowerCase(Locale.ROOT),
                top,
                tone,
                mark == Tone.PLAIN || mark == Tone.GHOST ? Fill.TINT : Fill.SOLID);
    }

    /// The words begin beside the bits they speak of, which leaves room for a callout below these.
    private void notes() {
        double root = left(model.shadowMode().level(3).index()) + cell;
        double child = left(childBit());
        String words = PICTURES.get("ruler.31-30-choose", rootQuadrant());
        note("root", root, root + cell + 10, words, Tone.of(Portion.quarter(2, rootQuadrant())));
        note(
                "child",
                child + cell / 2,
                child + cell + 10,
                childWords(),
                Tone.of(Portion.quarter(1, childQuadrant())));
    }

    private String childWords() {
        boolean large = model.walk().guest().at(2).map(GuestStep::leaf).orElse(false);
        if (!large) {
            return PICTURES.get("ruler.bit-21-pte", childQuadrant());
        }
        return PICTURES.get(childQuadrant() == 0 ? "ruler.bit-21-even" : "ruler.bit-21-odd");
    }

    /// @param at where the line begins, across
    /// @param beside where the words begin
    private void note(String name, double at, double beside, String words, Tone tone) {
        String id = "ruler/note/" + name;
        double from = y + 18 + CUT * 3 + 2;
        double middle = from + 14;
        sheet.bent(
                id + "/line",
                tone,
                Weight.NORMAL,
                List.of(new Point(at, from), new Point(at, middle), new Point(beside - 5, middle)));
        sheet.textAt(id, beside, middle, words, TextStyle.SMALL_BOLD.in(tone));
    }
}
