package shadewalk.ui.lesson;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import shadewalk.text.Texts;
import shadewalk.ui.action.WhyNot;

/// Items that a learner puts in order: each is dragged to its place, or moved up by a button.
final class Ordering extends VBox {

    private final Texts texts;
    private Optional<Held> held = Optional.empty();

    /// A row in a hand.
    ///
    /// @param grip how far below the row's top it was taken
    private record Held(Row row, double grip) {}

    /// @param items in the right order
    Ordering(List<String> items, Texts texts) {
        this.texts = texts;
        List<Integer> order = new ArrayList<>(IntStream.range(0, items.size()).boxed().toList());
        // Begin in an order that gives nothing away: the same every time, and never the right one.
        Collections.shuffle(order, new Random(items.hashCode()));
        if (IntStream.range(0, order.size()).allMatch(i -> order.get(i) == i)) {
            Collections.rotate(order, 1);
        }
        setId("ordering");
        getStyleClass().add("order");
        order.forEach(item -> getChildren().add(new Row(item, items.get(item))));
        number();
        // Here and not at the rows, which change places while they are dragged.
        setOnMousePressed(this::take);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(_ -> drop());
    }

    /// The items' numbers, as they stand now.
    List<Integer> order() {
        return rows().stream().map(row -> row.item).toList();
    }

    /// Moves the item at a place, from 0, to the place before.
    void moveUp(int at) {
        if (at > 0 && at < getChildren().size()) {
            move(rows().get(at), at - 1);
        }
    }

    /// Puts all items in the right order.
    void settle() {
        drop();
        getChildren()
                .setAll(rows().stream().sorted(Comparator.comparingInt(row -> row.item)).toList());
        number();
    }

    private List<Row> rows() {
        return getChildren().stream().map(Row.class::cast).toList();
    }

    private void move(Row row, int to) {
        getChildren().remove(row);
        getChildren().add(to, row);
        number();
    }

    private void number() {
        List<Row> rows = rows();
        IntStream.range(0, rows.size()).forEach(at -> rows.get(at).stand(at));
    }

    private void take(MouseEvent event) {
        Node touched = event.getPickResult().getIntersectedNode();
        held =
                rows().stream()
                        .filter(row -> row.holds(touched))
                        .findFirst()
                        .map(row -> new Held(row, event.getY() - row.getLayoutY()));
        held.ifPresent(taken -> taken.row.getStyleClass().add("held"));
    }

    /// The row stays in the hand, and the others make room as its edge passes their middle.
    private void drag(MouseEvent event) {
        held.ifPresent(taken -> {
            Row row = taken.row;
            double top = Math.clamp(event.getY() - taken.grip, 0, getHeight() - row.getHeight());
            int at = getChildren().indexOf(row);
            int to = place(row, at, top);
            if (to != at) {
                move(row, to);
                layout();
            }
            row.setTranslateY(top - row.getLayoutY());
            row.setViewOrder(-1);
        });
    }

    /// Where a row belongs that stands at a place and is held with its top at a height.
    private int place(Row row, int at, double top) {
        List<Row> rows = rows();
        return (int)
                IntStream.range(0, rows.size())
                        .filter(i -> i != at)
                        .filter(i -> rows.get(i).middle() < (i < at ? top : top + row.getHeight()))
                        .count();
    }

    private void drop() {
        held.ifPresent(taken -> {
            taken.row.getStyleClass().remove("held");
            taken.row.setTranslateY(0);
            taken.row.setViewOrder(0);
        });
        held = Optional.empty();
    }

    /// An item, all of its words, and where it stands.
    private final class Row extends HBox {

        private final int item;
        private final Label place = new Label();
        private final Label words = new Label();
        private final Button up = new Button(null, new FontIcon(Feather.CHEVRON_UP));

        Row(int item, String text) {
            this.item = item;
            place.setMinWidth(USE_PREF_SIZE);
            place.getStyleClass().add("quiet");
            words.setText(text);
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
            words.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(words, Priority.ALWAYS);
            up.setAccessibleText(texts.get("question.up", text));
            up.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
            up.setTooltip(new Tooltip(texts.get("question.up", text)));
            up.setMinWidth(USE_PREF_SIZE);
            WhyNot.say(up, texts.get("why.up"));
            up.setOnAction(_ -> {
                moveUp(Ordering.this.getChildren().indexOf(this));
                // It can be moved on by the same key.
                Ordering.this
                        .lookup("#up-" + Math.max(order().indexOf(item) + 1, 2))
                        .requestFocus();
            });
            FontIcon grip = new FontIcon(Feather.MORE_VERTICAL);
            grip.getStyleClass().add("grip");
            getChildren().addAll(grip, place, words, up);
            getStyleClass().add("order-row");
            setMinHeight(USE_PREF_SIZE);
        }

        private void stand(int at) {
            place.setText(at + 1 + ".");
            words.setId("item-" + (at + 1));
            up.setId("up-" + (at + 1));
            up.setDisable(at == 0);
        }

        private double middle() {
            return getLayoutY() + getHeight() / 2;
        }

        /// Whether it can be taken by a part: anywhere except at its button.
        private boolean holds(Node part) {
            Node outer = part;
            while (outer != null && !equals(outer)) {
                if (outer.equals(up)) {
                    return false;
                }
                outer = outer.getParent();
            }
            return outer != null;
        }
    }
}
