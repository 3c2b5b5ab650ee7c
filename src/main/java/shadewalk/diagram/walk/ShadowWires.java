package shadewalk.diagram.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import shadewalk.diagram.Point;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.diagram.draw.Card;
import shadewalk.diagram.draw.Gutter;
import shadewalk.diagram.draw.Sheet;
import shadewalk.diagram.walk.ShadowCards.Placed;
import shadewalk.diagram.walk.ShadowCards.Stack;
import shadewalk.read.ShadowStep;
import shadewalk.state.Roots;
import shadewalk.state.ShadowPage;
import shadewalk.state.SpteAt;

/// The arrows between the shadow tables: from the register to the root, from entries to the pages
/// they name, and to memory.
record ShadowWires(WalkModel model, WalkColumns columns, ShadowCards cards) {

    /// Draws all arrows; `top` is where the cards begin.
    void draw(Sheet sheet, double top) {
        double y = top + 15;
        Roots.Root root = model.state().cpu().roots().current();
        List<Stack> stacks = cards.stacks();
        double registers = columns.registerX() + columns.registerWidth();
        if (root.isPae()) {
            wire(sheet, "pae_root", registers, y, columns.levelX(3), y, true);
            rootWires(sheet, top);
        } else if (root.hasPage()) {
            wire(sheet, "root", registers, y, columns.levelX(model.depth()), y, true);
        }
        for (int i = 0; i + 1 < stacks.size(); i++) {
            wires(sheet, stacks.get(i), stacks.get(i + 1), top);
        }
        pageWire(sheet, top);
    }

    private void rootWires(Sheet sheet, double top) {
        Gutter gutter = new Gutter();
        List<Double> rows = rootRows(top);
        for (int i = 0; i < 4; i++) {
            OptionalInt child = ShadowStep.ofPaeRoot(model.state(), i).child();
            if (child.isPresent()) {
                int index = i;
                cards.place(2, child.getAsInt())
                        .ifPresent(placed ->
                                gutter.add(
                                        "shadow/arrow/pae_root" + index,
                                        new Point(columns.levelRight(3) - 5, rows.get(index)),
                                        new Point(columns.levelX(2), top + placed.drop() + 15),
                                        tone(cards.onTheWay(placed)),
                                        weight(cards.onTheWay(placed))));
            }
        }
        gutter.draw(sheet);
    }

    private void wires(Sheet sheet, Stack from, Stack to, double top) {
        Gutter gutter = new Gutter();
        for (Placed parent : from.cards()) {
            ShadowPage page = parent.slot().page();
            if (page == null) {
                continue;
            }
            for (Card.Line line : parent.card().lines()) {
                if (line instanceof Card.Row row) {
                    wire(gutter, parent, page, row, to, top);
                }
            }
        }
        gutter.draw(sheet);
    }

    private void wire(
            Gutter gutter, Placed parent, ShadowPage page, Card.Row row, Stack to, double top) {
        SpteAt at = new SpteAt(page.id(), row.index());
        OptionalInt named = ShadowStep.of(model.state(), at).child();
        Optional<Placed> child =
                named.isPresent() ? cards.place(to.level(), named.getAsInt()) : Optional.empty();
        if (child.isEmpty()) {
            return;
        }
        boolean strong =
                cards.onTheWay(parent)
                        && cards.step(page).filter(s -> s.index() == row.index()).isPresent();
        double middle = parent.card().middle(row.id()).orElse(15.0);
        gutter.add(
                "shadow/arrow/" + row.id(),
                new Point(columns.levelRight(page.level()) - 5, top + parent.drop() + middle),
                new Point(columns.levelX(to.level()), top + child.get().drop() + 15),
                tone(strong),
                weight(strong));
    }

    private void pageWire(Sheet sheet, double top) {
        Optional<ShadowStep> last = model.walk().shadow().last().filter(ShadowStep::leaf);
        if (last.isEmpty()) {
            return;
        }
        int level = last.get().level().number();
        cards.place(level, last.get().page())
                .ifPresent(placed -> {
                    double middle = placed.card().middle(last.get().at().toString()).orElse(15.0);
                    wire(
                            sheet,
                            "page",
                            columns.levelRight(level) - 5,
                            top + placed.drop() + middle,
                            columns.pageX(),
                            top + 15,
                            true);
                });
    }

    private void wire(
            Sheet sheet, String id, double x, double y, double toX, double toY, boolean strong) {
        Gutter gutter = new Gutter();
        gutter.add(
                "shadow/arrow/" + id,
                new Point(x, y),
                new Point(toX, toY),
                tone(strong),
                weight(strong));
        gutter.draw(sheet);
    }

    private Tone tone(boolean strong) {
        return strong && model.walked() ? Tone.PATH : Tone.MUTED;
    }

    private Weight weight(boolean strong) {
        return strong && model.walked() ? Weight.STRONG : Weight.NORMAL;
    }

    /// The height of each row of `pae_root`: beside the page it names where the column beside it
    /// holds all four.
    List<Double> rootRows(double y) {
        List<Double> rows = new ArrayList<>();
        List<Placed> beside =
                cards.stacks().isEmpty() ? List.of() : cards.stacks().getFirst().cards();
        for (int i = 0; i < 4; i++) {
            boolean fits = model.quartered() && beside.size() == 4;
            rows.add(y + 15 + (fits ? beside.get(i).drop() : i * 30.0));
        }
        return rows;
    }
}
