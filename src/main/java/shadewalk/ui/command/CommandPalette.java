package shadewalk.ui.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import shadewalk.text.Texts;
import shadewalk.ui.layout.FieldWithButton;

/// A field and, below it, what its words can mean. Arrows choose, Enter does it, Escape puts the
/// palette away, and so does a click elsewhere.
public final class CommandPalette extends VBox {

    /// From the edges of the window, in pixels.
    private static final double AWAY = 16;

    private final StackPane over;
    private final Texts texts;
    private final Function<String, Optional<Command>> address;
    private final TextField field;
    private final ListView<Command> list = new ListView<>();
    private List<Command> all = List.of();
    private Optional<Node> before = Optional.empty();
    private Subscription following = Subscription.EMPTY;

    /// @param over what the palette lies over while it is open
    /// @param address what a typed address or thing leads to, if the text is one
    public CommandPalette(
            StackPane over, Texts texts, Function<String, Optional<Command>> address) {
        this.over = over;
        this.texts = texts;
        this.address = address;
        setId("palette");
        getStyleClass().add("palette");
        StackPane.setAlignment(this, Pos.TOP_CENTER);
        StackPane.setMargin(this, new Insets(AWAY));
        field = FieldWithButton.search(texts.get("search.clear"));
        field.setId("palette-field");
        field.setPromptText(texts.get("palette.prompt"));
        field.setAccessibleText(texts.get("action.palette"));
        field.textProperty().subscribe(_ -> narrow());
        list.setId("palette-list");
        list.setAccessibleText(texts.get("palette.list"));
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label(texts.get("palette.none")));
        list.setCellFactory(_ -> cell());
        list.getSelectionModel().selectedItemProperty().subscribe(this::speak);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(field, list);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private CommandCell cell() {
        CommandCell cell = new CommandCell(texts);
        cell.setOnMouseClicked(_ -> {
            if (!cell.isEmpty()) {
                run(cell.getItem());
            }
        });
        return cell;
    }

    /// Opens it with nothing typed.
    ///
    /// @param commands what there is now, in the order of the empty field
    public void open(List<Command> commands) {
        close();
        all = commands;
        before = Optional.ofNullable(over.getScene().getFocusOwner());
        over.getChildren().add(this);
        field.clear();
        narrow();
        field.requestFocus();
        following = over.getScene().focusOwnerProperty().subscribe(this::focusMoved);
    }

    /// Puts it away, with the focus where it was. Returns whether it was open.
    public boolean close() {
        boolean open = leave();
        if (open) {
            before.ifPresent(Node::requestFocus);
        }
        return open;
    }

    private boolean leave() {
        following.unsubscribe();
        return over.getChildren().remove(this);
    }

    private void focusMoved(@Nullable Node now) {
        for (Node at = now; at != null; at = at.getParent()) {
            if (at.equals(this)) {
                return;
            }
        }
        leave();
    }

    private void narrow() {
        List<Command> fitting = new ArrayList<>(Ranking.of(field.getText(), all));
        address.apply(field.getText())
                .ifPresent(found -> {
                    fitting.removeIf(other -> other.words().equals(found.words()));
                    fitting.addFirst(found);
                });
        list.getItems().setAll(fitting);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    /// The focus stays in the field: what is chosen is told there.
    private void speak(@Nullable Command chosen) {
        field.setAccessibleHelp(chosen == null ? "" : CommandCell.spoken(chosen, texts));
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case KeyCode.DOWN -> choose(1);
            case KeyCode.UP -> choose(-1);
            case KeyCode.PAGE_DOWN -> choose(10);
            case KeyCode.PAGE_UP -> choose(-10);
            case KeyCode.ENTER -> run(list.getSelectionModel().getSelectedItem());
            case KeyCode.TAB -> {}
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int by) {
        int last = list.getItems().size() - 1;
        if (last >= 0) {
            int row = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, last);
            list.getSelectionModel().select(row);
            list.scrollTo(Math.max(0, row - 3));
        }
    }

    private void run(@Nullable Command command) {
        if (command != null && command.whyNot().isEmpty()) {
            close();
            command.work().run();
        }
    }
}
