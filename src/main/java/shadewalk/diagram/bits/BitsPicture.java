package shadewalk.diagram.bits;

import static shadewalk.text.Texts.PICTURES;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Fill;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.diagram.draw.Sheet;
import shadewalk.diagram.draw.TypesetProse;
import shadewalk.read.BitFate;
import shadewalk.read.BitFates;
import shadewalk.read.EntryPair;
import shadewalk.read.GuestStep;
import shadewalk.read.Mask;
import shadewalk.read.Mask.Family;
import shadewalk.read.Seen;
import shadewalk.read.ShadowStep;
import shadewalk.read.Telling;
import shadewalk.read.Thing;
import shadewalk.read.WhatIf;
import shadewalk.read.tell.EntryWords;
import shadewalk.state.Acc;
import shadewalk.state.Memslot;
import shadewalk.state.ShadowPage;
import shadewalk.x86.Gpa;
import shadewalk.x86.PagingMode;

/// A guest entry and its shadow entry, bit by bit.
public final class BitsPicture {

    private static final double INNER = Grid.WIDTH - 2 * Grid.MARGIN;

    private final EntryPair pair;
    private final List<BitFate> fates;
    private final MaskRows above;
    private final MaskRows below;
    private final @Nullable WhatIf whatIf;
    private final Telling telling;
    private final BitsText text;
    private final Sheet sheet = new Sheet();

    private BitsPicture(
            EntryPair pair, @Nullable WhatIf whatIf, Set<Family> overlays, Telling telling) {
        this.pair = pair;
        this.telling = telling;
        this.whatIf = whatIf;
        this.fates = BitFates.of(pair);
        GuestStep guest = pair.guest();
        PagingMode mode = pair.walk().guest().mode();
        boolean large = guest != null && guest.leaf() && guest.level().number() > 1;
        Function<Family, Stream<Mask>> masks =
                family ->
                        overlays.contains(family)
                                ? Mask.of(family, mode, large).stream()
                                : Stream.empty();
        var upper = guest == null ? Stream.<Family>of() : Stream.of(Family.HARDWARE, Family.GUEST);
        var lower = pair.shadow() == null ? Stream.<Family>of() : Stream.of(Family.SHADOW);
        this.above = new MaskRows(upper.flatMap(masks).toList(), Tone.GUEST);
        this.below = new MaskRows(lower.flatMap(masks).toList(), Tone.SHADOW);
        this.text = new BitsText(pair, whatIf, fates, telling);
    }

    /// Draws the two entries of what is selected, or what becomes of them if a bit of the guest's
    /// is the other way.
    public static Diagram of(Seen seen) {
        return seen.tried()
                .map(tried -> of(tried, seen.masks(), seen.telling()))
                .orElseGet(() -> of(seen.pair(), seen.masks(), seen.telling()));
    }

    /// Draws two entries.
    ///
    /// @param overlays the families of masks to lay over them
    public static Diagram of(EntryPair pair, Set<Family> overlays, Telling telling) {
        return new BitsPicture(pair, null, overlays, telling).draw();
    }

    /// Draws what becomes of the two entries if a bit of the guest's is the other way.
    public static Diagram of(WhatIf whatIf, Set<Family> overlays, Telling telling) {
        return new BitsPicture(whatIf.now(), whatIf, overlays, telling).draw();
    }

    private Diagram draw() {
        title();
        double guestTop = 92 + above.height();
        guest(guestTop);
        double shadowTop = guestTop + WordRow.HEIGHT + FateLines.HEIGHT;
        FateLines lines = new FateLines(sheet, guestTop + WordRow.HEIGHT);
        lines.draw(fates);
        frame(lines);
        pair.apartWords(telling).ifPresent(words -> instead(words, guestTop + WordRow.HEIGHT));
        shadow(shadowTop);
        double bottom = shadowTop + WordRow.HEIGHT + 34 + below.height();
        double end = reasons(outcome(bottom + 8));
        return new Diagram(
                Grid.WIDTH,
                end + Grid.MARGIN,
                text.title(),
                text.spoken(),
                "",
                text.lines(),
                sheet.shapes());
    }

    private void title() {
        sheet.text(
                "title",
                Grid.MARGIN,
                40,
                whatIf == null ? PICTURES.get("bits-picture.title") : whatIf.question(),
                TextStyle.TITLE.plain());
        double x = Grid.WIDTH - Grid.MARGIN;
        x = key(x, "moved", Tone.MOVED);
        x = key(x, "added", Tone.ADDED);
        x = withheld(x);
        x = key(x, "dropped", Tone.DROPPED);
        key(x, "kept", Tone.KEPT);
    }

    /// A bit that both words have and KVM holds back has a cross for a line.
    private double withheld(double right) {
        String word = PICTURES.get("bits-picture.key.withheld");
        double left = right - TextStyle.SMALL.width(word);
        sheet.textAt("key/withheld", left, 34, word, TextStyle.SMALL.in(Tone.FAULT));
        FateLines.cross(sheet, "key/withheld", left - 15, 34);
        return left - 43;
    }

    /// A sample of a line with its meaning, ending at `right`; returns where it begins.
    private double key(double right, String fate, Tone tone) {
        String word = PICTURES.get("bits-picture.key." + fate);
        double left = right - TextStyle.SMALL.width(word);
        sheet.textAt("key/" + fate, left, 34, word, TextStyle.SMALL.in(tone));
        sheet.line("key/" + fate + "/line", tone, Weight.STRONG, left - 38, 34, left - 8, 34);
        return left - 58;
    }

    private void guest(double top) {
        GuestStep step = pair.guest();
        if (step == null) {
            none("guest/none", noEntry(), top);
            return;
        }
        String name = text.guestName();
        int digits = step.layout().width() / 4;
        heading("guest", name, Hex.padded(step.entry(), digits), 74, Tone.GUEST);
        above.above(sheet, "guest/masks", top);
        String frame = EntryWords.guestTarget(step);
        new WordRow(
                        step.thing().id(),
                        name,
                        step.layout(),
                        step.entry(),
                        frame,
                        Tone.GUEST,
                        "reserved",
                        guestBefore(step.entry()),
                        of(BitFate::guest))
                .draw(sheet, top);
    }

    private String noEntry() {
        return pair.walk().guest().mode().depth() == 0
                ? PICTURES.get("bits-picture.guest-paging-off")
                : PICTURES.get("bits-picture.guest-walk-does", pair.level());
    }

    private long guestBefore(long now) {
        GuestStep was = whatIf == null ? null : whatIf.was().guest();
        return was == null ? now : was.entry();
    }

    private long shadowBefore(long now) {
        ShadowStep was = whatIf == null ? null : whatIf.was().shadow();
        return was == null ? now : was.spte();
    }

    /// What came of the branch, in a line.
    private double outcome(double top) {
        if (whatIf == null) {
            return top;
        }
        said("outcome", whatIf.outcome(), top, 34, Tone.CHANGED, Fill.TINT);
        return top + 44;
    }

    /// A sentence across the picture.
    private void said(String id, String words, double y, double height, Tone tone, Fill fill) {
        sheet.box(id, Grid.MARGIN, y, INNER, height, 8, tone, fill);
        TypesetProse.of(words, INNER - 28)
                .draw(sheet, id + "/words", Grid.MARGIN + 14, y + height / 2, 20, Tone.PLAIN);
    }

    /// The fates that concern one of the two words.
    private List<BitFate> of(Function<BitFate, @Nullable Field> side) {
        return fates.stream().filter(fate -> side.apply(fate) != null).toList();
    }

    private void shadow(double top) {
        ShadowStep step = pair.shadow();
        if (step == null) {
            none("shadow/none", PICTURES.get("bits-picture.no-shadow-entry"), top);
            return;
        }
        ShadowPage page = pair.state().shadow().page(step.page());
        String name =
                PICTURES.get(
                        "bits-picture.spte-in-sp",
                        step.index(),
                        twin(page, step),
                        page.id(),
                        standsFor(page));
        new WordRow(
                        step.at().toString(),
                        name,
                        step.layout(),
                        step.spte(),
                        step.spte() == 0 ? PICTURES.get("bits-picture.empty") : shadowFrame(step),
                        step.mmio() ? Tone.MMIO : Tone.HOST,
                        PICTURES.get("bits-picture.unused"),
                        shadowBefore(step.spte()),
                        of(BitFate::shadow))
                .draw(sheet, top);
        heading(
                "shadow",
                name,
                Hex.padded(step.spte(), 16),
                top + WordRow.HEIGHT + below.height() + 24,
                Tone.SHADOW);
        below.below(sheet, "shadow/masks", top + WordRow.HEIGHT);
    }

    /// A 32-bit guest's PDE has two shadow entries side by side.
    private String twin(ShadowPage page, ShadowStep step) {
        boolean two = page.role().has4ByteGpte() && page.level() == 2;
        return two ? PICTURES.get("bits-picture.twin", step.index() ^ 1) : "";
    }

    private String shadowFrame(ShadowStep step) {
        return pair.namesTable()
                ? PICTURES.get(
                        "bits-picture.pfn", Hex.of(step.layout().field("PFN").of(step.spte())))
                : EntryWords.shadowTarget(step);
    }

    private static String standsFor(ShadowPage page) {
        if (page.role().direct()) {
            return PICTURES.get("bits-picture.direct");
        }
        return PICTURES.get(
                "bits-picture.for-gfn",
                page.gfn(),
                page.role().has4ByteGpte() ? " q" + page.role().quadrant() : "");
    }

    private void none(String id, String words, double top) {
        sheet.box(id, Grid.MARGIN, top, INNER, WordRow.HEIGHT, 6, Tone.GHOST, Fill.NONE);
        sheet.textAt(
                id + "/words",
                Grid.WIDTH / 2,
                top + WordRow.HEIGHT / 2,
                words,
                TextStyle.BODY.in(Tone.GHOST).middle());
    }

    private void heading(String id, String name, String value, double y, Tone tone) {
        sheet.text(id + "/name", Grid.MARGIN, y, name, TextStyle.HEADING.in(tone));
        sheet.text(
                id + "/value",
                Grid.WIDTH - Grid.MARGIN,
                y,
                value,
                TextStyle.NUMBER_BOLD.plain().end());
    }

    private void frame(FateLines lines) {
        GuestStep guest = pair.guest();
        ShadowStep shadow = pair.shadow();
        boolean moved = fates.stream().anyMatch(BitFate::isFrame);
        if (!moved || guest == null || shadow == null) {
            return;
        }
        Field from = guest.base();
        Field to = shadow.layout().field(shadow.mmio() ? "GFN" : "PFN");
        double left = Grid.left(new Field("frame", 51, 12)) - 14;
        double right = Grid.left(new Field("flags", 11, 0)) - 4;
        lines.frame(Grid.middle(from), Grid.middle(to), left, right, frameWords());
    }

    /// In the place of the fates: the lower word does not come from the upper one.
    private void instead(String words, double top) {
        double y = top + (FateLines.HEIGHT - 44) / 2;
        if (pair.former().isPresent()) {
            said("former", words, y, 44, Tone.UNSYNC, Fill.TINT);
        } else {
            said("empty", words, y, 44, Tone.PLAIN, Fill.PANEL);
        }
    }

    private List<String> frameWords() {
        ShadowPage child = BitFates.child(pair).orElse(null);
        if (child != null) {
            return List.of(
                    new Thing.ShadowTable(child.id()).id() + standsFor(child),
                    "role.access " + Acc.name(child.role().access()));
        }
        Gpa gpa = pair.walk().guest().gpa();
        Memslot slot = gpa == null ? null : pair.state().slots().of(gpa.gfn());
        return slot == null
                ? List.of(PICTURES.get("bits-picture.no-memslot"))
                : List.of(
                        PICTURES.get("bits-picture.memslot", slot.id()),
                        PICTURES.get("bits-picture.guest-host-frame"));
    }

    /// What needs explaining, a line each.
    private double reasons(double top) {
        List<BitFate> told = fates.stream().filter(fate -> !fate.why().isEmpty()).toList();
        if (told.isEmpty()) {
            return top;
        }
        double line = 21;
        double left =
                told.stream()
                        .mapToDouble(fate -> 36 + TextStyle.BODY_BOLD.width(named(fate)))
                        .reduce(Grid.MARGIN + 230, Math::max);
        List<TypesetProse> whys =
                told.stream()
                        .map(fate ->
                                TypesetProse.of(fate.why(), Grid.WIDTH - Grid.MARGIN - 14 - left))
                        .toList();
        double height = whys.stream().mapToInt(TypesetProse::size).sum() * line + 18;
        sheet.box("why/panel", Grid.MARGIN, top, INNER, height, 8, Tone.PLAIN, Fill.PANEL);
        double middle = top + 9 + line / 2;
        for (int i = 0; i < told.size(); i++) {
            BitFate fate = told.get(i);
            sheet.textAt(
                    "why/" + i + "/field",
                    Grid.MARGIN + 14,
                    middle,
                    named(fate),
                    TextStyle.BODY_BOLD.in(FateLines.tone(fate)));
            whys.get(i).draw(sheet, "why/" + i, left, middle, line, Tone.PLAIN);
            middle += whys.get(i).size() * line;
        }
        return top + height;
    }

    private static String named(BitFate fate) {
        return BitsText.name(fate) + ": " + fate.word();
    }
}
