package shadewalk.diagram.tables;

import static shadewalk.text.Texts.PICTURES;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import shadewalk.diagram.Fill;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.draw.Sheet;
import shadewalk.read.Family;
import shadewalk.read.Portion;
import shadewalk.read.Thing;
import shadewalk.read.tell.Names;
import shadewalk.state.ShadowPage;

/// The families without a card: a cell for each shadow page, the pages of one guest table side by
/// side. Thousands fit.
final class Rest {

    private static final double CELL = 15;
    private static final double APART = 5;
    private static final double ROW = 20;
    private static final double HEADING = 30;

    private final TablesModel model;
    private final double width;
    private final Map<Integer, List<List<Family>>> rows = new TreeMap<>((a, b) -> b - a);

    /// @param shown the families that have a card
    Rest(TablesModel model, Set<Family.Key> shown, double width) {
        this.model = model;
        this.width = width;
        model.levels()
                .forEach((level, families) -> {
                    List<Family> left =
                            families.stream()
                                    .filter(family -> !shown.contains(family.key()))
                                    .toList();
                    if (!left.isEmpty()) {
                        rows.put(level, wrapped(left));
                    }
                });
    }

    private List<List<Family>> wrapped(List<Family> families) {
        List<List<Family>> wrapped = new ArrayList<>();
        List<Family> row = new ArrayList<>();
        double x = 0;
        for (Family family : families) {
            double more = width(family);
            if (!row.isEmpty() && x + more > width) {
                wrapped.add(row);
                row = new ArrayList<>();
                x = 0;
            }
            row.add(family);
            x += more;
        }
        wrapped.add(row);
        return wrapped;
    }

    private static double width(Family family) {
        return Math.max(1, family.pages().size()) * CELL + APART;
    }

    double height() {
        return rows.values().stream().mapToDouble(r -> HEADING + r.size() * ROW).sum();
    }

    void draw(Sheet sheet, double x, double y) {
        double at = y;
        for (Map.Entry<Integer, List<List<Family>>> level : rows.entrySet()) {
            heading(sheet, level.getKey(), level.getValue(), x, at);
            at += HEADING;
            for (List<Family> row : level.getValue()) {
                double left = x;
                for (Family family : row) {
                    family(sheet, family, left, at);
                    left += width(family);
                }
                at += ROW;
            }
        }
    }

    private static void heading(
            Sheet sheet, int level, List<List<Family>> rows, double x, double y) {
        int tables = rows.stream().mapToInt(List::size).sum();
        int pages = rows.stream().flatMap(List::stream).mapToInt(f -> f.pages().size()).sum();
        sheet.text(
                "rest/" + level,
                x,
                y + 20,
                PICTURES.get("rest.more-at-level", Names.count(tables), level, Names.count(pages)),
                TextStyle.SMALL_BOLD.plain());
    }

    private void family(Sheet sheet, Family family, double x, double y) {
        FamilyCard card = new FamilyCard(family, model);
        try (var _ =
                sheet.group(
                        card.id(),
                        PICTURES.get(
                                "rest.guest-frame-shadow",
                                family.key().gfn(),
                                family.pages().size()))) {
            if (family.pages().isEmpty()) {
                sheet.box(card.id() + "/cell", x, y, CELL - 1, CELL, 2, Tone.GHOST, Fill.NONE);
            }
            double left = x;
            for (ShadowPage page : family.pages()) {
                cell(sheet, page, left, y);
                left += CELL;
            }
        }
    }

    private void cell(Sheet sheet, ShadowPage page, double x, double y) {
        String id = new Thing.ShadowTable(page.id()).id() + "/card";
        if (model.state().shadow().obsolete(page)) {
            sheet.box(id, x, y, CELL - 1, CELL, 2, Tone.OBSOLETE, Fill.TINT);
        } else if (page.unsync()) {
            sheet.box(id, x, y, CELL - 1, CELL, 2, Tone.UNSYNC, Fill.TINT);
        } else {
            sheet.box(id, x, y, CELL - 1, CELL, 2, Tone.of(Portion.of(page)), Fill.SWATCH);
        }
    }
}
