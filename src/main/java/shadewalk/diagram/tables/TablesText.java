package shadewalk.diagram.tables;

import static java.util.stream.Collectors.joining;
import static shadewalk.text.Texts.PICTURES;

import java.util.ArrayList;
import java.util.List;
import shadewalk.read.Family;
import shadewalk.read.Portion;
import shadewalk.read.tell.Names;
import shadewalk.state.ShadowPage;
import shadewalk.text.Columns;

/// The tables in plain text, a line for each guest table and each shadow page.
record TablesText(TablesModel model) {

    /// The most families of a level that are told one by one.
    private static final int MOST = 40;

    List<String> lines(String title) {
        List<String> lines = new ArrayList<>(Columns.of(title));
        model.levels()
                .forEach((level, families) -> {
                    lines.add("");
                    lines.add(PICTURES.get("tables-text.level", level, Names.table(level)));
                    List<Family> told = model.cards(level, MOST);
                    for (Family family : told) {
                        lines.add("  " + head(family));
                        for (ShadowPage page : family.pages()) {
                            lines.addAll(
                                    Columns.of(page(page), 66).stream()
                                            .map(l -> "      " + l)
                                            .toList());
                        }
                    }
                    if (told.size() < families.size()) {
                        lines.add(
                                "  "
                                        + PICTURES.get(
                                                "tables-text.more", families.size() - told.size()));
                    }
                });
        return lines;
    }

    private String head(Family family) {
        if (family.key().direct()) {
            return PICTURES.get("tables-text.direct-from-gfn", family.key().gfn());
        }
        String signs =
                model.signs(family).stream().map(sign -> ", " + sign.text()).collect(joining());
        return PICTURES.get("tables-text.gfn", family.key().gfn(), signs);
    }

    private String page(ShadowPage page) {
        StringBuilder line = new StringBuilder("sp" + page.id());
        if (page.role().has4ByteGpte()) {
            line.append(" q").append(page.role().quadrant());
            line.append(" ").append(Names.part(Portion.of(page)));
        }
        String apart = model.apart(page);
        line.append(apart.isEmpty() ? "" : " " + apart);
        for (var at : page.parents().all()) {
            line.append(" <- sp").append(at.page()).append('[').append(at.index()).append(']');
        }
        model.signs(page).forEach(sign -> line.append(' ').append(sign.text()));
        return line.toString();
    }

    String spoken(String title) {
        StringBuilder told = new StringBuilder(title).append(". ");
        model.levels()
                .forEach((level, families) -> {
                    int pages = families.stream().mapToInt(family -> family.pages().size()).sum();
                    told.append(PICTURES.get("tables-text.at-level", level, families.size(), pages))
                            .append(' ');
                });
        return told.toString().strip();
    }
}
