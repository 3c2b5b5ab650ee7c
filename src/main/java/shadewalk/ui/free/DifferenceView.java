package shadewalk.ui.free;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import shadewalk.read.Thing;
import shadewalk.read.differ.Difference;
import shadewalk.read.differ.Item;
import shadewalk.scenario.FreePlay;
import shadewalk.text.Texts;
import shadewalk.ui.action.Buttons;
import shadewalk.ui.layout.Bar;

/// What differs between the ends of two branches, as a table. A press on a row selects the thing in
/// the window.
public final class DifferenceView extends VBox {

    /// All columns are of the same width.
    private static final double WIDE = 300;

    /// Between the fields of a value.
    private static final String SEPARATOR = ", |\n";

    private final FreePlayModel model;
    private final Texts texts;
    private final ComboBox<String> left = new ComboBox<>();
    private final ComboBox<String> right = new ComboBox<>();
    private final Label count = new Label();
    private final TableView<Item> table = new TableView<>();

    /// @param first the number of one branch
    /// @param second the number of the other
    public DifferenceView(FreePlayModel model, int first, int second, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("difference");
        count.setId("difference-count");
        count.setWrapText(true);
        table.setId("difference-table");
        table.getStyleClass().add("number");
        table.setPlaceholder(new Label(texts.get("difference.none")));
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> pick());
        table.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        pick();
                    }
                });
        VBox.setVgrow(table, Priority.ALWAYS);
        Label hint = new Label(texts.get("difference.hint"));
        hint.getStyleClass().add("quiet");
        hint.setWrapText(true);
        Button copy = Buttons.push("difference-copy", texts.get("touch.copy"), this::copy);
        fill(left, "difference-left", "difference.first", first);
        fill(right, "difference-right", "difference.second", second);
        Label with = new Label(texts.get("difference.with"));
        getChildren().addAll(new Bar(left, with, right, copy), count, table, hint);
        left.valueProperty().subscribe(_ -> show());
        right.valueProperty().subscribe(_ -> show());
    }

    private void fill(ComboBox<String> box, String id, String words, int chosen) {
        box.setId(id);
        box.setAccessibleText(texts.get(words));
        model.playProperty()
                .get()
                .map(FreePlay::branches)
                .orElse(List.of())
                .forEach(branch -> box.getItems().add(branch.name()));
        box.getSelectionModel().select(chosen);
    }

    private int left() {
        return left.getSelectionModel().getSelectedIndex();
    }

    private int right() {
        return right.getSelectionModel().getSelectedIndex();
    }

    private void show() {
        model.compare(left(), right()).ifPresent(this::show);
    }

    private void show(Difference difference) {
        count.setText(summary(difference));
        table.getColumns()
                .setAll(
                        List.of(
                                column(texts.get("difference.what"), Column.WHAT),
                                column(left.getValue(), Column.LEFT),
                                column(right.getValue(), Column.RIGHT)));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getItems().setAll(difference.items());
    }

    /// `9 differences between the end of a and the end of b: 2 guest entries, 7 SPTEs.`
    private String summary(Difference difference) {
        if (difference.items().isEmpty()) {
            return texts.get("difference.none");
        }
        Map<Item.Kind, Integer> kinds = new EnumMap<>(Item.Kind.class);
        difference.items().forEach(item -> kinds.merge(item.kind(), 1, Integer::sum));
        String parts =
                kinds.entrySet().stream()
                        .map(kind ->
                                texts.get(
                                        "difference.kind." + word(kind.getKey()), kind.getValue()))
                        .collect(Collectors.joining(", "));
        String all =
                texts.get(
                        "difference.count",
                        difference.items().size() + difference.more(),
                        left.getValue(),
                        right.getValue(),
                        parts);
        return difference.more() == 0
                ? all
                : all + " " + texts.get("difference.more", difference.items().size());
    }

    private static String word(Item.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Selects the thing where it is to be seen: in the branch that is shown, else in the other.
    private void pick() {
        Item item = table.getSelectionModel().getSelectedItem();
        if (item == null) {
            return;
        }
        boolean mine = model.branchProperty().get() == left() && item.inLeft().isPresent();
        Optional<Thing> thing = mine ? item.inLeft() : item.inRight();
        thing.ifPresentOrElse(
                there -> model.showAtEnd(mine ? left() : right(), there),
                () -> item.inLeft().ifPresent(there -> model.showAtEnd(left(), there)));
    }

    private void copy() {
        StringBuilder text = new StringBuilder(count.getText() + "\n");
        for (Item item : table.getItems()) {
            text.append("\n").append(item.what().replace("\n", ", ")).append("\n");
            text.append("  ").append(side(left.getValue(), item.left()));
            text.append("  ").append(side(right.getValue(), item.right()));
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(text.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static String side(String branch, String words) {
        return branch + ": " + words.replace("\n", ", ") + "\n";
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

        /// What stands on the other side.
        String other(Item item) {
            return switch (this) {
                case WHAT -> item.what();
                case LEFT -> item.right();
                case RIGHT -> item.left();
            };
        }
    }

    /// Words that go on in another line where the column is too narrow. What the other side does
    /// not say, such as the one bit that differs, stands out.
    private static final class Words extends TableCell<Item, String> {

        private static final double SIDES = 20;

        private final Column which;
        private final TextFlow words = new TextFlow();

        Words(Column which) {
            this.which = which;
            words.prefWidthProperty().bind(widthProperty().subtract(SIDES));
            words.maxWidthProperty().bind(words.prefWidthProperty());
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            Item item = getTableRow() == null ? null : getTableRow().getItem();
            words.getChildren().clear();
            if (text != null && item != null) {
                Set<String> said = new HashSet<>(List.of(which.other(item).split(SEPARATOR)));
                for (String part : text.splitWithDelimiters(SEPARATOR, 0)) {
                    Text shown = new Text(part);
                    shown.getStyleClass().add("cell-words");
                    if (which != Column.WHAT && !part.matches(SEPARATOR) && !said.contains(part)) {
                        shown.getStyleClass().add("differs");
                    }
                    words.getChildren().add(shown);
                }
            }
            setText(text);
            setGraphic(empty ? null : words);
        }
    }

    private static TableColumn<Item, String> column(String title, Column which) {
        TableColumn<Item, String> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(WIDE);
        column.setCellFactory(_ -> new Words(which));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(which.of(cell.getValue())));
        return column;
    }
}
