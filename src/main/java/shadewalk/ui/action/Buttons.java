package shadewalk.ui.action;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import shadewalk.text.Texts;

/// Makes buttons of actions.
public final class Buttons {

    private final Texts texts;

    public Buttons(Texts texts) {
        this.texts = texts;
    }

    /// A button of a pane or a sheet, for what is no action of the window. Its words are not cut.
    public static Button push(String id, String words, Runnable work) {
        Button button = new Button(words);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> work.run());
        return button;
    }

    /// A flat button with an icon; the action's words and key are its tip.
    public Button icon(Action action, Ikon icon) {
        Button button = new Button();
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setGraphic(new FontIcon(icon));
        wire(button, action);
        return button;
    }

    /// A flat button with an icon that stays down while its action is on.
    public ToggleButton iconToggle(Action action, Ikon icon) {
        ToggleButton button = toggle(action);
        button.setText("");
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setGraphic(new FontIcon(icon));
        return button;
    }

    /// A button with the action's words on it.
    public Button words(Action action) {
        Button button = new Button(texts.get("action." + action.id()));
        wire(button, action);
        return button;
    }

    /// A button that stays down while its action is on.
    public ToggleButton toggle(Action action) {
        ToggleButton button = new ToggleButton(texts.get("action." + action.id()));
        // A name such as SPTE_MMU_PRESENT_MASK keeps its underscores.
        button.setMnemonicParsing(false);
        action.chosen().ifPresent(on -> on.subscribe(button::setSelected));
        wire(button, action);
        return button;
    }

    /// The action's words and its key.
    public String tip(Action action) {
        String words = texts.get("action." + action.id());
        return action.key().map(key -> words + " (" + key.getDisplayText() + ")").orElse(words);
    }

    private void wire(ButtonBase button, Action action) {
        String words = texts.get("action." + action.id());
        button.setId(action.id());
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(tip(action)));
        button.setOnAction(_ -> {
            action.run();
            if (button instanceof ToggleButton toggle) {
                action.chosen().ifPresent(on -> toggle.setSelected(on.get()));
            }
        });
        action.enabled().subscribe(on -> button.setDisable(!on));
        if (texts.has("why." + action.id())) {
            WhyNot.say(button, texts.get("why." + action.id()));
        }
    }
}
