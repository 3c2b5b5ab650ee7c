package shadewalk.diagram.tables;

import static shadewalk.text.Texts.PICTURES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Lettering;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.draw.Card;
import shadewalk.diagram.draw.QuadrantLabel;
import shadewalk.diagram.draw.Sheet;
import shadewalk.read.Family;
import shadewalk.read.Portion;
import shadewalk.read.Quadrant;
import shadewalk.read.Reach;
import shadewalk.read.Thing;
import shadewalk.read.tell.Names;
import shadewalk.read.tell.Sign;
import shadewalk.state.ShadowPage;

/// A guest table on top, and in its frame the shadow pages that stand for it: what belongs together
/// stands together.
record FamilyCard(Family family, TablesModel model) {

    static final double HEAD = 30;
    private static final double ROW = Card.ROW;
    private static final double FOOT = 5;

    /// Where a row says which part of the guest table the page stands for, behind the label of its
    /// quadrant, and at least how far right which entry names it.
    private static final double PART = 112;

    /// Where the page's number stands behind a label.
    private static final double NUMBER = 55;

    private static final double PARENTS = 198;
    private static final double PARENTS_ALONE = 72;

    String id() {
        String gfn = family.key().gfn().toString();
        return family.key().direct()
                ? "direct" + gfn + "@" + family.level()
                : model.first(family)
                        ? new Thing.GuestTable(family.key().gfn()).id()
                        : new Thing.GuestTable(family.key().gfn()).id() + "@" + family.level();
    }

    double height() {
        return HEAD + (family.pages().isEmpty() ? 0 : family.pages().size() * ROW + FOOT);
    }

    /// How wide the card must be for its words, whatever badge it gets.
    double needs() {
        double badge =
                Stream.of(Sign.values()).mapToDouble(FamilyCard::widthOf).max().orElseThrow();
        double head =
                TextStyle.HEADING.width(name())
                        + TextStyle.NUMBER.width(
                                PICTURES.get("family-card.gfn", family.key().gfn()))
                        + badge;
        double rows =
                family.pages().stream()
                        .mapToDouble(page ->
                                parentsX(page)
                                        + TextStyle.SMALL_NUMBER.width(parents(page))
                                        + apartWidth(page)
                                        + widthOf(
                                                model.signs(page).stream()
                                                        .findFirst()
                                                        .orElse(Sign.UNSYNC)))
                        .max()
                        .orElse(0);
        return Math.max(head + 38, rows + 28);
    }

    private static double widthOf(Sign sign) {
        return new Card.Badge("", sign, "").width();
    }

    /// Draws the card; `x` and `y` are its upper left corner.
    void draw(Sheet sheet, double x, double y, double width) {
        try (var _ = sheet.group(id(), spoken())) {
            Tone tone = model.tone(family);
            boolean mine = tone == Tone.GUEST || tone == Tone.SHADOW;
            sheet.box(id() + "/card", x, y, width, height(), 6, tone, mine ? Fill.CARD : Fill.TINT);
            head(sheet, x, y, width);
            double at = y + HEAD;
            for (ShadowPage page : family.pages()) {
                row(sheet, page, x + 5, at, width - 10);
                at += ROW;
            }
        }
    }

    private String spoken() {
        String what = PICTURES.get("family-card.frame", name(), family.key().gfn());
        return PICTURES.get("family-card.shadow-pages", what, family.pages().size());
    }

    private String name() {
        return family.key().direct()
                ? PICTURES.get("family-card.direct", Names.shortTable(family.level()))
                : PICTURES.get("family-card.guest", Names.shortTable(family.level()));
    }

    private void head(Sheet sheet, double x, double y, double width) {
        double middle = y + HEAD / 2;
        Tone tone = family.key().direct() ? Tone.SHADOW : Tone.GUEST;
        sheet.textAt(id() + "/name", x + 10, middle, name(), TextStyle.HEADING.in(tone));
        double left = x + 10 + TextStyle.HEADING.width(name()) + 10;
        sheet.textAt(
                id() + "/number",
                left,
                middle,
                PICTURES.get("family-card.gfn", family.key().gfn()),
                TextStyle.NUMBER.plain());
        guard().ifPresent(badge -> Card.badge(sheet, badge, x + width - 8 - badge.width(), middle));
    }

    private Optional<Card.Badge> guard() {
        return model.signs(family).stream()
                .findFirst()
                .map(sign -> Card.Badge.of(id() + "/guard", sign, model.telling()));
    }

    /// What the badges of the card say.
    List<Sign> signs() {
        return Stream.concat(
                        model.signs(family).stream().limit(1),
                        family.pages().stream().flatMap(p -> model.signs(p).stream().limit(1)))
                .toList();
    }

    private void row(Sheet sheet, ShadowPage page, double x, double y, double width) {
        String id = new Thing.ShadowTable(page.id()).id();
        Tone mark = model.mark(page);
        double middle = y + ROW / 2;
        String spoken =
                PICTURES.get("family-card.shadow-page", page.id(), used(page), parents(page));
        try (var _ = sheet.group(id, spoken)) {
            Shape.Box box = Card.ground(sheet, id + "/card", x, y, width, mark);
            boolean quartered = page.role().has4ByteGpte();
            if (quartered) {
                QuadrantLabel.of(Portion.of(page), model.telling())
                        .draw(sheet, id + "/q", x + 5, middle, false);
                String part = Names.part(Portion.of(page));
                sheet.textAt(id + "/part", x + PART, middle, part, TextStyle.SMALL.plain());
            }
            sheet.textAt(
                    id + "/number",
                    x + (quartered ? NUMBER : 6),
                    middle,
                    id,
                    TextStyle.NUMBER.plain());
            Lettering quiet = TextStyle.SMALL_NUMBER.quiet();
            sheet.textAt(id + "/parents", x + parentsX(page), middle, parents(page), quiet);
            sheet.textAt(
                    id + "/apart",
                    box.right() - 16 - widthOf(Sign.UNSYNC),
                    middle,
                    model.apart(page),
                    TextStyle.SMALL_NUMBER.plain().end());
            Optional<Card.Badge> state = state(page);
            if (state.isPresent()) {
                double left = box.right() - 4 - state.get().width();
                Card.badge(sheet, state.get(), left, middle);
            } else {
                sheet.textAt(id + "/used", box.right() - 8, middle, used(page), quiet.end());
            }
        }
    }

    private double apartWidth(ShadowPage page) {
        String words = model.apart(page);
        return words.isEmpty() ? 0 : TextStyle.SMALL_NUMBER.width(words) + 16;
    }

    private static double parentsX(ShadowPage page) {
        if (!page.role().has4ByteGpte()) {
            return PARENTS_ALONE;
        }
        double widest =
                IntStream.range(0, Quadrant.count(page.role().level()))
                        .mapToObj(quadrant -> Portion.quarter(page.role().level(), quadrant))
                        .mapToDouble(part -> TextStyle.SMALL.width(Names.part(part)))
                        .max()
                        .orElse(0);
        return Math.max(PARENTS, PART + widest + 8);
    }

    private static String used(ShadowPage page) {
        return PICTURES.get("family-card.used", page.spt().used());
    }

    /// Which entries name the page.
    private String parents(ShadowPage page) {
        List<String> names = new ArrayList<>();
        Reach.parents(model.state(), page).forEach(parent -> names.add(parent.written()));
        if (Reach.isRoot(model.state(), page)) {
            names.addFirst("CR3");
        }
        if (names.isEmpty()) {
            return PICTURES.get("family-card.no-parent");
        }
        String more = names.size() > 1 ? ", +" + (names.size() - 1) : "";
        return "\u2190 " + names.getFirst() + more;
    }

    private Optional<Card.Badge> state(ShadowPage page) {
        String id = new Thing.ShadowTable(page.id()).id();
        return model.signs(page).stream()
                .findFirst()
                .map(sign -> Card.Badge.of(id + "/" + sign.id(), sign, model.telling()));
    }
}
