package shadewalk.ui.action;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import shadewalk.text.Texts;

/// All keys on one sheet, made from the actions themselves.
public final class ShortcutSheet extends ScrollPane {

    private final Texts texts;

    public ShortcutSheet(Actions actions, Texts texts) {
        this.texts = texts;
        getStyleClass().add("shortcut-sheet");
        setFitToWidth(true);
        Label title = new Label(texts.get("action.shortcuts"));
        title.getStyleClass().add("scene-title");
        VBox all = new VBox(title, columns(actions));
        all.getStyleClass().add("all-keys");
        setContent(all);
    }

    /// Two columns of the same width, menu after menu; the second begins when the first has half of
    /// all.
    private GridPane columns(Actions actions) {
        GridPane columns = new GridPane();
        columns.getStyleClass().add("columns");
        VBox first = new VBox();
        VBox second = new VBox();
        first.getStyleClass().add("column");
        second.getStyleClass().add("column");
        long all = actions.groups().stream().mapToLong(ShortcutSheet::rows).sum();
        long stand = 0;
        for (ActionGroup group : actions.groups()) {
            boolean fits = stand + rows(group) / 2 < all / 2;
            (fits ? first : second).getChildren().add(block(group));
            stand += rows(group);
        }
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        columns.getColumnConstraints().setAll(half, half);
        columns.addRow(0, first, second);
        return columns;
    }

    private static long rows(ActionGroup group) {
        return group.actions().stream().filter(action -> action.key().isPresent()).count();
    }

    private VBox block(ActionGroup group) {
        Label title = new Label(texts.get("menu." + group.id()));
        title.getStyleClass().add("section");
        GridPane rows = new GridPane();
        rows.getStyleClass().add("rows");
        int row = 0;
        for (Action action : group.actions()) {
            if (action.key().isPresent()) {
                String key = action.key().get().getDisplayText();
                row(rows, row++, key, texts.get("action." + action.id()));
            }
        }
        // Keys that belong to what is shown just now, and to no action.
        if (texts.has("keys." + group.id())) {
            row(
                    rows,
                    row,
                    texts.get("keys." + group.id()),
                    texts.get("keys." + group.id() + ".do"));
        }
        return new VBox(title, rows);
    }

    private static void row(GridPane rows, int row, String keys, String words) {
        Label key = new Label(keys);
        key.getStyleClass().add("key");
        Label meaning = new Label(words);
        meaning.setWrapText(true);
        GridPane.setValignment(meaning, VPos.CENTER);
        HBox place = new HBox(key);
        place.getStyleClass().add("key-place");
        rows.addRow(row, place, meaning);
    }
}
