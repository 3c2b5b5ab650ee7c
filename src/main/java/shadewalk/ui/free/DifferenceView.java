package shadewalk.ui.free;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shadewalk.trace.StateDifference.Item;
import shadewalk.ui.text.Texts;

/// What differs between the ends of two branches, as a table.
public final class DifferenceView extends VBox {

    /// @param left the name of the first branch
    /// @param right the name of the second
    public DifferenceView(List<Item> items, String left, String right, Texts texts) {
        getStyleClass().add("difference");
        Label count = new Label(texts.get("difference.count", items.size(), left, right));
        count.setWrapText(true);
        TableView<Item> table = new TableView<>();
        table.setId("difference-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .addAll(
                        List.of(
                                column(texts.get("difference.what"), Column.WHAT),
                                column(left, Column.LEFT),
                                column(right, Column.RIGHT)));
        table.getItems().setAll(items);
        table.getStyleClass().add("number");
        VBox.setVgrow(table, Priority.ALWAYS);
        Button copy = new Button(texts.get("touch.copy"));
        copy.setId("difference-copy");
        copy.setOnAction(_ -> copy(count.getText(), items));
        getChildren().addAll(count, table, copy);
    }

    private static void copy(String head, List<Item> items) {
        StringBuilder text = new StringBuilder(head + "\n");
        for (Item item : items) {
            text.append("%s: %s | %s%n".formatted(item.what(), item.left(), item.right()));
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(text.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private enum Column {
        WHAT,
        LEFT,
        RIGHT;

        String of(Item item) {
            return switch (this) {
                case WHAT -> item.what();
                case LEFT -> item.left();
                case RIGHT -> item.right();
            };
        }
    }

    private static TableColumn<Item, String> column(String title, Column which) {
        TableColumn<Item, String> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(which.of(cell.getValue())));
        return column;
    }
}
