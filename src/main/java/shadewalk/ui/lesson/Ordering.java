package shadewalk.ui.lesson;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import shadewalk.text.Texts;
import shadewalk.ui.action.WhyNot;

/// Items that a learner puts in order, each by moving it up.
final class Ordering extends VBox {

    private final List<String> items;
    private final Texts texts;
    private final List<Integer> order;

    /// @param items in the right order
    Ordering(List<String> items, Texts texts) {
        this.items = items;
        this.texts = texts;
        order = new ArrayList<>(IntStream.range(0, items.size()).boxed().toList());
        // Begin in an order that gives nothing away: the same every time, and never the right one.
        Collections.shuffle(order, new Random(items.hashCode()));
        if (IntStream.range(0, order.size()).allMatch(i -> order.get(i) == i)) {
            Collections.rotate(order, 1);
        }
        setId("ordering");
        getStyleClass().add("order");
        fill();
    }

    /// The items' numbers, as they stand now.
    List<Integer> order() {
        return List.copyOf(order);
    }

    /// Moves the item at a place, from 0, to the place before.
    void moveUp(int at) {
        if (at > 0 && at < order.size()) {
            Collections.swap(order, at, at - 1);
            fill();
        }
    }

    private void fill() {
        getChildren().clear();
        for (int i = 0; i < order.size(); i++) {
            getChildren().add(row(i, items.get(order.get(i))));
        }
    }

    private HBox row(int at, String item) {
        Label place = new Label(at + 1 + ".");
        place.setMinWidth(USE_PREF_SIZE);
        place.getStyleClass().add("quiet");
        Label words = new Label(item);
        words.setId("item-" + (at + 1));
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button up = new Button(null, new FontIcon(Feather.CHEVRON_UP));
        up.setId("up-" + (at + 1));
        up.setAccessibleText(texts.get("question.up", item));
        up.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        up.setTooltip(new Tooltip(texts.get("question.up", item)));
        up.setDisable(at == 0);
        WhyNot.say(up, texts.get("why.up"));
        up.setOnAction(_ -> {
            moveUp(at);
            // It can be moved on by the same key.
            lookup("#up-" + Math.max(at, 2)).requestFocus();
        });
        HBox row = new HBox(place, words, up);
        row.getStyleClass().add("order-row");
        return row;
    }
}
