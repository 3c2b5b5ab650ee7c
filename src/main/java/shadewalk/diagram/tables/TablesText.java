package shadewalk.diagram.tables;

import java.util.ArrayList;
import java.util.List;
import shadewalk.diagram.draw.Wrap;
import shadewalk.diagram.tell.Sign;
import shadewalk.read.Family;
import shadewalk.read.Portion;
import shadewalk.read.tell.Names;
import shadewalk.state.ShadowPage;

/// The tables in plain text, a line for each guest table and each shadow page.
final class TablesText {

    /// The most families of a level that are told one by one.
    private static final int MOST = 40;

    private final TablesModel model;

    TablesText(TablesModel model) {
        this.model = model;
    }

    List<String> lines(String title) {
        List<String> lines = new ArrayList<>();
        lines.add(title);
        model.levels()
                .forEach((level, families) -> {
                    lines.add("");
                    lines.add("level " + level + ": " + Names.table(level));
                    List<Family> told = model.cards(level, MOST);
                    for (Family family : told) {
                        lines.add("  " + head(family));
                        for (ShadowPage page : family.pages()) {
                            lines.addAll(
                                    Wrap.columns(page(page), 66).stream()
                                            .map(l -> "      " + l)
                                            .toList());
                        }
                    }
                    if (told.size() < families.size()) {
                        lines.add("  ... " + (families.size() - told.size()) + " more");
                    }
                });
        return lines;
    }

    private String head(Family family) {
        if (family.key().direct()) {
            return "direct, from gfn " + family.key().gfn();
        }
        String guard = Sign.of(model.guard(family)).map(sign -> ", " + sign.text()).orElse("");
        String place = family.reachable() ? "" : ", " + Sign.OFF_THE_TREE.text();
        return "gfn " + family.key().gfn() + place + guard;
    }

    private String page(ShadowPage page) {
        StringBuilder line = new StringBuilder("sp" + page.id());
        if (page.role().has4ByteGpte()) {
            line.append(" q").append(page.role().quadrant());
            line.append(" ").append(Names.part(Portion.of(page)));
        }
        for (var at : page.parents().all()) {
            line.append(" <- sp").append(at.page()).append('[').append(at.index()).append(']');
        }
        if (page.unsync()) {
            line.append(" unsync");
        }
        if (model.state().shadow().obsolete(page)) {
            line.append(" obsolete");
        }
        return line.toString();
    }

    String spoken(String title) {
        StringBuilder told = new StringBuilder(title).append(". ");
        model.levels()
                .forEach((level, families) -> {
                    int pages = families.stream().mapToInt(family -> family.pages().size()).sum();
                    told.append("At level ")
                            .append(level)
                            .append(", ")
                            .append(families.size())
                            .append(families.size() == 1 ? " table with " : " tables with ")
                            .append(pages)
                            .append(pages == 1 ? " shadow page. " : " shadow pages. ");
                });
        return told.toString().strip();
    }
}
