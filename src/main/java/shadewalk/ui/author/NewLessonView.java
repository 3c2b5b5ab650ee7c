package shadewalk.ui.author;

import atlantafx.base.theme.Styles;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import shadewalk.text.Texts;
import shadewalk.ui.action.WhyNot;

/// Asks what a new lesson is called and what it begins with.
public final class NewLessonView extends VBox {

    private static final int MAX_TITLE = 60;

    /// What a lesson can begin with.
    public enum Beginning {
        /// A 32-bit guest with one page.
        SMALL_GUEST,
        /// The machine of the free play, and what was done to it.
        FREE_PLAY
    }

    /// @param usual which beginning is chosen first
    /// @param playing whether there is a free play to begin with
    /// @param write makes the lesson of a title and a beginning
    public NewLessonView(
            Beginning usual, boolean playing, Texts texts, BiConsumer<String, Beginning> write) {
        getStyleClass().add("form");
        TextField title = new TextField();
        title.setId("new-title");
        title.setPromptText(texts.get("new.example"));
        title.setAccessibleText(texts.get("new.title"));
        title.setTextFormatter(
                new TextFormatter<>(change ->
                        change.getControlNewText().length() <= MAX_TITLE ? change : null));
        getChildren()
                .addAll(
                        label(texts.get("new.what"), "quiet"),
                        label(texts.get("new.title"), "section"),
                        title);
        ToggleGroup group = new ToggleGroup();
        for (Beginning each : Beginning.values()) {
            RadioButton button = new RadioButton(texts.get("new." + each));
            button.setId("new-" + each);
            button.setUserData(each);
            button.setToggleGroup(group);
            button.setSelected(each == usual);
            button.setDisable(each == Beginning.FREE_PLAY && !playing);
            WhyNot.say(button, texts.get("why.new-free-play"));
            getChildren().add(button);
        }
        Button save = new Button(texts.get("new.save"));
        save.setId("new-save");
        save.setDefaultButton(true);
        save.getStyleClass().add(Styles.ACCENT);
        save.disableProperty().bind(title.textProperty().map(String::isBlank));
        WhyNot.say(save, texts.get("why.new-save"));
        save.setOnAction(_ ->
                write.accept(
                        title.getText().strip(),
                        (Beginning) group.getSelectedToggle().getUserData()));
        getChildren().addAll(save, label(texts.get("new.how"), "quiet"));
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
