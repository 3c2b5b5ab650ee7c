package shadewalk.diagram.tables;

import static shadewalk.text.Texts.PICTURES;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import shadewalk.bits.Hex;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.diagram.draw.Card;
import shadewalk.diagram.draw.Sheet;
import shadewalk.diagram.draw.TypesetProse;
import shadewalk.read.Family;
import shadewalk.read.OnStage;
import shadewalk.read.Seen;
import shadewalk.read.tell.Names;
import shadewalk.read.tell.Sign;
import shadewalk.state.Registers;

/// All guest tables and all shadow pages: which stands for which, and which names which.
public final class TablesPicture {

    /// The most cards a column has; of more tables, [#SOME] have one and the rest is drawn small.
    private static final int MOST = 8;

    private static final int SOME = 5;

    private static final double MARGIN = 20;
    private static final double TOP = 64;
    private static final double HEADING = 30;

    /// At least how wide the register is.
    private static final double REGISTER = 132;

    private static final double GAP = 100;
    private static final double BETWEEN = 10;
    private static final double ABOVE = 76;

    /// Where the arrow from the register goes down, and the words beside it begin twice as far.
    private static final double ROOT = 20;

    /// Cards of many levels are as wide as their words need, in steps, so that a longer number
    /// seldom moves them; those of two levels are at least as wide as makes two columns fill a
    /// window.
    private static final double STEP = 30;

    private static final double CARD_OF_TWO = 384;

    /// At least how much room the badges take that are explained, and a line of the explanation.
    private static final double BADGES = 132;

    private static final double LINE = 18;

    private final TablesModel model;
    private final double card;
    private final List<Integer> levels;
    private final Map<Family.Key, Shape.Box> placed = new HashMap<>();
    private final Set<Sign> signs = new TreeSet<>();
    private final Sheet sheet = new Sheet();

    private TablesPicture(TablesModel model) {
        this.model = model;
        this.levels = List.copyOf(model.levels().keySet());
        this.card = !deep() && needed() <= CARD_OF_TWO ? CARD_OF_TWO : inSteps(needed());
    }

    /// Draws the tables. Of many, the one that is selected is among those drawn in full.
    public static Diagram of(Seen seen) {
        return new TablesPicture(TablesModel.of(seen)).draw();
    }

    private Diagram draw() {
        double width = Math.max(columnX(levels.size()) - gap() + MARGIN, 900);
        title(width);
        double bottom = cardsTop() + FamilyCard.HEAD;
        List<Runnable> cards = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            bottom = Math.max(bottom, column(i, cards));
        }
        register();
        rootArrow();
        TableArrows arrows = new TableArrows(model, placed);
        arrows.draw(sheet);
        cards.forEach(Runnable::run);
        Rest rest = new Rest(model, new HashSet<>(placed.keySet()), width - 2 * MARGIN);
        rest.draw(sheet, MARGIN, bottom + 10);
        double end = bottom + 10 + rest.height();
        double foot = meanings(width, legend(arrows, width, end + 14) + 20);
        String title = PICTURES.get("tables-picture.tables", model.count());
        return new Diagram(
                width,
                foot,
                title,
                new TablesText(model).spoken(title),
                "",
                new TablesText(model).lines(title),
                sheet.shapes());
    }

    private double columnX(int column) {
        return MARGIN + (deep() ? 0 : registerWidth() + gap()) + column * (card() + gap());
    }

    /// Many levels leave no room for a column of the register; it stands above the root.
    private boolean deep() {
        return levels.size() > 2;
    }

    private double cardsTop() {
        return TOP + HEADING + (deep() ? ABOVE : 0);
    }

    private double card() {
        return card;
    }

    private double needed() {
        return levels.stream()
                .flatMap(level -> cards(level).stream())
                .mapToDouble(family -> new FamilyCard(family, model).needs())
                .max()
                .orElse(0);
    }

    private static double inSteps(double width) {
        return Math.ceil(width / STEP) * STEP;
    }

    private double gap() {
        return deep() ? GAP * 0.62 : GAP;
    }

    private void title(double width) {
        sheet.text(
                "title", MARGIN, 40, PICTURES.get("tables-picture.title"), TextStyle.TITLE.plain());
        sheet.text("title/count", width - MARGIN, 40, model.count(), TextStyle.BODY.quiet().end());
    }

    /// Explains the signs that are in the picture; returns where its last line is.
    private double legend(TableArrows arrows, double width, double middle) {
        if (!model.stage().contains(OnStage.LEGEND)) {
            return middle - LINE;
        }
        List<String> signs = new ArrayList<>();
        if (!arrows.isEmpty()) {
            boolean guest = model.walk().guest().mode().depth() > 0;
            signs.add(
                    PICTURES.get(
                            guest
                                    ? "tables-picture.number-guest"
                                    : "tables-picture.number-shadow"));
        }
        if (arrows.anyWithMore()) {
            signs.add(PICTURES.get("tables-picture.2-so-many"));
        }
        if (arrows.anyWithoutShadow()) {
            signs.add(PICTURES.get("tables-picture.dotted-no-shadow"));
        }
        if (model.levels().values().stream()
                .flatMap(List::stream)
                .anyMatch(family -> !family.pages().isEmpty())) {
            signs.add(PICTURES.get("tables-picture.shadow-entry-names"));
        }
        List<String> lines = TextStyle.SMALL.lines(String.join("; ", signs), width - 2 * MARGIN);
        for (int i = 0; i < lines.size(); i++) {
            sheet.textAt(
                    i == 0 ? "legend" : "legend/" + i,
                    width - MARGIN,
                    middle + i * LINE,
                    lines.get(i),
                    TextStyle.SMALL.quiet().end());
        }
        return middle + (lines.size() - 1) * LINE;
    }

    /// Says what the badges in the picture mean, as far as it may be told; returns where the
    /// picture ends.
    private double meanings(double width, double top) {
        double y = top;
        double badges =
                signs.stream()
                        .mapToDouble(sign -> Card.Badge.of("", sign, model.telling()).width() + 10)
                        .reduce(BADGES, Math::max);
        boolean explains = model.telling().all() && model.stage().contains(OnStage.LEGEND);
        for (Sign sign : explains ? signs : Set.<Sign>of()) {
            double left = MARGIN + badges;
            Card.Badge badge = Card.Badge.of("meaning/" + sign, sign, model.telling());
            TypesetProse words = TypesetProse.small(badge.meaning(), width - MARGIN - left);
            Card.badge(sheet, badge, left - 10 - badge.width(), y + LINE / 2);
            words.draw(sheet, "meaning/" + sign + "/words", left, y + LINE / 2, LINE, Tone.PLAIN);
            y += words.size() * LINE + 6;
        }
        return y + 4;
    }

    /// Places a column's cards and returns where they end.
    private double column(int column, List<Runnable> cards) {
        int level = levels.get(column);
        double x = columnX(column);
        sheet.text(
                "column/" + level,
                deep() && column == 0 ? x + 2 * ROOT : x,
                cardsTop() - 12,
                PICTURES.get("tables-picture.level", level, Names.table(level)),
                TextStyle.SMALL.quiet());
        double y = cardsTop();
        for (Family family : cards(level)) {
            FamilyCard card = new FamilyCard(family, model);
            double top = y;
            placed.put(
                    family.key(),
                    new Shape.Box(
                            card.id(), x, top, card(), card.height(), 0, Tone.PLAIN, Fill.NONE));
            cards.add(() -> card.draw(sheet, x, top, card()));
            signs.addAll(card.signs());
            y += card.height() + BETWEEN;
        }
        return y;
    }

    private List<Family> cards(int level) {
        int all = model.levels().getOrDefault(level, List.of()).size();
        return model.cards(level, all > MOST ? SOME : MOST);
    }

    private void register() {
        double y = deep() ? TOP : cardsTop();
        try (var _ = sheet.group("cr3", PICTURES.get("tables-picture.cr3-guest"))) {
            sheet.box("cr3/card", MARGIN, y, registerWidth(), 50, 6, Tone.GUEST, Fill.TINT);
            sheet.textAt("cr3/name", MARGIN + 10, y + 15, "CR3", TextStyle.HEADING.in(Tone.GUEST));
            sheet.textAt("cr3/value", MARGIN + 10, y + 36, cr3(), TextStyle.NUMBER.plain());
        }
    }

    private double registerWidth() {
        return Math.max(REGISTER, TextStyle.NUMBER.width(cr3()) + 20);
    }

    private String cr3() {
        Registers registers = model.state().cpu().registers();
        return registers.mode().depth() == 0
                ? PICTURES.get("tables-picture.paging-off")
                : Hex.prefixed(registers.cr3());
    }

    /// From the register to the root.
    private void rootArrow() {
        if (!levels.isEmpty()) {
            model.levels().getOrDefault(levels.getFirst(), List.of()).stream()
                    .filter(Family::reachable)
                    .findFirst()
                    .map(family -> placed.get(family.key()))
                    .ifPresent(this::rootArrow);
        }
    }

    private void rootArrow(Shape.Box to) {
        double y = to.y() + FamilyCard.HEAD / 2;
        double down = MARGIN + ROOT;
        List<Point> way =
                deep()
                        ? List.of(new Point(down, TOP + 50), new Point(down, to.y()))
                        : List.of(new Point(MARGIN + registerWidth(), y), new Point(to.x(), y));
        sheet.arrow("arrow/cr3", Tone.PATH, Weight.NORMAL, way);
    }
}
