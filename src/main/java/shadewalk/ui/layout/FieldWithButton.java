package shadewalk.ui.layout;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A text field that can have a button at its end.
public class FieldWithButton extends CustomTextField {

    /// A field for words to search for, with a button that empties it while there are any.
    ///
    /// @param clear what the button says
    public static FieldWithButton search(String clear) {
        FieldWithButton field = new FieldWithButton();
        Button button = button(Feather.X, clear, field::clear);
        field.textProperty().subscribe(words -> field.setRight(words.isEmpty() ? null : button));
        return field;
    }

    /// A button for the end of a field. It cannot be reached by Tab: whoever types has keys for
    /// what it does.
    ///
    /// @param words what it says where its icon is not seen
    protected static Button button(Ikon icon, String words, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().add("field-button");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setFocusTraversable(false);
        // The field itself would take the event for the Enter key.
        button.setOnAction(event -> {
            event.consume();
            action.run();
        });
        return button;
    }

    /// The library dresses its field for another theme than the window's.
    @Override
    public @Nullable String getUserAgentStylesheet() {
        return null;
    }
}
