package shadewalk.diagram.walk;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import shadewalk.diagram.Point;
import shadewalk.diagram.draw.Card;
import shadewalk.diagram.draw.Gutter;
import shadewalk.diagram.walk.ShadowCards.Placed;
import shadewalk.diagram.walk.ShadowCards.Stack;
import shadewalk.read.ShadowStep;
import shadewalk.state.Roots;
import shadewalk.state.ShadowPage;
import shadewalk.state.SpteAt;

/// The arrows between the shadow tables: from the register to the root, from entries to the pages
/// they name, and to memory.
record ShadowWires(WalkModel model, WalkTrack track, ShadowCards cards) {

    void draw() {
        Roots.Root root = model.state().cpu().roots().current();
        if (root.isPae()) {
            wire("pae_root", track.register(), track.left(3, WalkTrack.MIDDLE));
            rootWires();
        } else if (root.hasPage()) {
            wire("root", track.register(), track.left(model.depth(), WalkTrack.MIDDLE));
        }
        for (Stack stack : cards.stacks().subList(0, Math.max(0, cards.stacks().size() - 1))) {
            wires(stack);
        }
        pageWire();
    }

    private void rootWires() {
        Gutter gutter = new Gutter();
        List<Double> rows = rootRows();
        for (int i = 0; i < rows.size(); i++) {
            OptionalInt child = ShadowStep.ofPaeRoot(model.state(), i).child();
            Point from = track.right(3, rows.get(i));
            wire(gutter, "pae_root" + i, from, child, placed -> cards.onTheWay(placed));
        }
        gutter.draw(track.sheet());
    }

    private void wires(Stack stack) {
        Gutter gutter = new Gutter();
        for (Placed parent : stack.cards()) {
            ShadowPage page = parent.slot().page();
            if (page == null) {
                continue;
            }
            int used = model.step(page).map(ShadowStep::index).orElse(-1);
            for (Card.Line line : parent.card().lines()) {
                if (line instanceof Card.Row row) {
                    SpteAt at = new SpteAt(page.id(), row.index());
                    OptionalInt child = ShadowStep.of(model.state(), at).child();
                    Point from = track.right(page.level(), parent.middle(row.id()));
                    wire(gutter, row.id(), from, child, _ -> row.index() == used);
                }
            }
        }
        gutter.draw(track.sheet());
    }

    /// An arrow to the card of a shadow page, if it has one.
    private void wire(
            Gutter gutter, String id, Point from, OptionalInt page, Predicate<Placed> onTheWay) {
        if (page.isPresent()) {
            cards.place(page.getAsInt())
                    .ifPresent(to ->
                            gutter.add(
                                    "shadow/arrow/" + id,
                                    from,
                                    track.left(to.level(), to.middle("")),
                                    onTheWay.test(to) && model.walked()));
        }
    }

    private void pageWire() {
        model.walk()
                .shadow()
                .last()
                .filter(ShadowStep::leaf)
                .filter(_ -> model.hostPage().isPresent())
                .ifPresent(last ->
                        cards.place(last.page())
                                .map(placed -> placed.middle(last.thing().id()))
                                .map(middle -> track.right(last.level().number(), middle))
                                .ifPresent(from -> wire("page", from, track.page())));
    }

    private void wire(String to, Point from, Point at) {
        track.arrow(to, from, at, model.walked());
    }

    /// How far below the top of the cards each row of `pae_root` is: beside the page it names where
    /// the column beside it holds all four.
    List<Double> rootRows() {
        List<Placed> beside =
                cards.stacks().isEmpty() ? List.of() : cards.stacks().getFirst().cards();
        boolean fits = model.quartered() && beside.size() == 4;
        return IntStream.range(0, 4)
                .mapToObj(i -> WalkTrack.MIDDLE + (fits ? beside.get(i).drop() : i * 30.0))
                .toList();
    }
}
