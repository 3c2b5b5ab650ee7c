package shadewalk.ui.action;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import shadewalk.ui.text.Texts;

/// All keys on one sheet, made from the actions themselves.
public final class ShortcutSheet extends ScrollPane {

    private final Texts texts;

    public ShortcutSheet(Actions actions, Texts texts) {
        this.texts = texts;
        getStyleClass().add("shortcut-sheet");
        setFitToWidth(true);
        FlowPane columns = new FlowPane();
        columns.getStyleClass().add("columns");
        for (ActionGroup group : actions.groups()) {
            columns.getChildren().add(block(group));
        }
        setContent(columns);
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
        GridPane.setValignment(key, VPos.CENTER);
        rows.addRow(row, key, new Label(words));
    }
}
