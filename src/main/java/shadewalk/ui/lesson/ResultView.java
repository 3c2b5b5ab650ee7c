package shadewalk.ui.lesson;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.progress.Tally;
import shadewalk.text.Texts;
import shadewalk.ui.action.WhyNot;

/// What has been answered in a lesson, to be handed in under a name.
public final class ResultView extends VBox {

    /// @param name what the learner was called last, may be empty
    /// @param save writes the result down under a name
    public ResultView(LessonPlayer player, String name, Texts texts, Consumer<String> save) {
        getStyleClass().add("form");
        TextField field = new TextField(name);
        field.setId("result-name");
        field.setAccessibleText(texts.get("result.name"));
        Button button = new Button(texts.get("result.save"));
        button.setId("result-save");
        button.setDefaultButton(true);
        button.getStyleClass().add(Styles.ACCENT);
        button.disableProperty().bind(field.textProperty().map(String::isBlank));
        WhyNot.say(button, texts.get("why.result-save"));
        button.setOnAction(_ -> save.accept(field.getText().strip()));
        getChildren()
                .addAll(
                        label(player.lesson().title(), "section"),
                        label(sums(player, texts), "result-sums"),
                        label(texts.get("result.what"), "quiet"),
                        label(texts.get("result.name"), "section"),
                        field,
                        button);
    }

    static String sums(LessonPlayer player, Texts texts) {
        Tally tally = Tally.of(player.questions(), player.answers().values());
        return texts.get(
                "result.sums",
                tally.questions(),
                tally.first(),
                tally.later(),
                tally.shown(),
                tally.open());
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
