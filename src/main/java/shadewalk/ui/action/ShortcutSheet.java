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
                Label key = new Label(action.key().get().getDisplayText());
                key.getStyleClass().add("key");
                Label words = new Label(texts.get("action." + action.id()));
                GridPane.setValignment(key, VPos.CENTER);
                rows.addRow(row++, key, words);
            }
        }
        return new VBox(title, rows);
    }
}
