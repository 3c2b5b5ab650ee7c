package shadewalk.ui.command;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import shadewalk.text.Texts;

/// A line of the palette: what it is, its name, where it belongs, its key, and below, for what
/// cannot be done now, why not.
final class CommandCell extends ListCell<Command> {

    private static final PseudoClass GREY = PseudoClass.getPseudoClass("grey");

    private final Texts texts;
    private final FontIcon icon = new FontIcon();
    private final Label words = new Label();
    private final Label place = new Label();
    private final Label key = new Label();
    private final Label whyNot = new Label();
    private final VBox lines;

    CommandCell(Texts texts) {
        this.texts = texts;
        getStyleClass().add("command");
        words.setMinWidth(0);
        words.getStyleClass().add("words");
        place.setMinWidth(0);
        place.getStyleClass().add("quiet");
        key.getStyleClass().add("key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        whyNot.setWrapText(true);
        whyNot.getStyleClass().add("why-not");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox line = new HBox(icon, words, between, place, key);
        line.getStyleClass().add("line");
        lines = new VBox(line, whyNot);
        lines.getStyleClass().add("lines");
        // A line is as wide as the list: longer names end in dots.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Command command, boolean empty) {
        super.updateItem(command, empty);
        if (empty || command == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        icon.setIconCode(
                switch (command.kind()) {
                    case ACTION -> Feather.CHEVRON_RIGHT;
                    case LESSON -> Feather.BOOK_OPEN;
                    case STEP -> Feather.BOOKMARK;
                    case TERM -> Feather.HELP_CIRCLE;
                    case THING -> Feather.CROSSHAIR;
                });
        words.setText(command.words());
        place.setText(command.place());
        show(key, command.key());
        show(whyNot, command.whyNot().orElse(""));
        pseudoClassStateChanged(GREY, command.whyNot().isPresent());
        setGraphic(lines);
        setAccessibleText(spoken(command, texts));
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    /// A line as one sentence for a screen reader.
    static String spoken(Command command, Texts texts) {
        return texts.get(
                command.whyNot().isPresent() ? "palette.spoken-grey" : "palette.spoken",
                command.words(),
                command.place(),
                command.key(),
                command.whyNot().orElse(""));
    }
}
