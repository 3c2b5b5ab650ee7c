package shadewalk.ui.compare;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shadewalk.text.Texts;
import shadewalk.trace.Comparison;
import shadewalk.ui.action.Buttons;

/// Says whether a recording agrees with the run, and shows the first difference between its
/// neighbours. A press on them goes there in the window.
public final class ComparisonView extends VBox {

    /// @param show goes to a position of the run
    public ComparisonView(Compared.Run compared, Texts texts, IntConsumer show) {
        getStyleClass().add("difference");
        Comparison.Result result = compared.result();
        Label summary = new Label(summary(compared, texts));
        summary.setId("comparison-summary");
        summary.setWrapText(true);
        summary.getStyleClass().add("section");
        getChildren().add(summary);
        HBox buttons = new HBox();
        buttons.getStyleClass().add("buttons");
        if (!result.agrees()) {
            TextArea report = new TextArea(report(result));
            report.setId("comparison-report");
            report.setEditable(false);
            report.setAccessibleText(texts.get("compare.report"));
            report.getStyleClass().add("number");
            report.setOnMouseClicked(_ -> show.accept(compared.position()));
            VBox.setVgrow(report, Priority.ALWAYS);
            Button there =
                    Buttons.push(
                            "comparison-show",
                            texts.get("compare.show"),
                            () -> show.accept(compared.position()));
            there.setDefaultButton(true);
            getChildren().add(report);
            buttons.getChildren().add(there);
        }
        buttons.getChildren()
                .add(
                        Buttons.push(
                                "comparison-copy",
                                texts.get("touch.copy"),
                                () -> copy(summary.getText(), result)));
        getChildren().add(buttons);
    }

    /// Without its last line, which sums up.
    private static String report(Comparison.Result result) {
        List<String> lines = result.report();
        return String.join("\n", lines.subList(0, lines.size() - 1));
    }

    private static String summary(Compared.Run compared, Texts texts) {
        Comparison.Result result = compared.result();
        Comparison.Difference difference = result.difference();
        return difference == null
                ? texts.get(
                        "compare.agrees",
                        compared.recording(),
                        result.allSteps(),
                        result.allLines())
                : texts.get(
                        "compare.differs",
                        compared.recording(),
                        difference.step(),
                        result.steps(),
                        result.allSteps(),
                        result.lines(),
                        result.allLines());
    }

    private static void copy(String summary, Comparison.Result result) {
        ClipboardContent content = new ClipboardContent();
        content.putString((summary + "\n" + report(result)).strip() + "\n");
        Clipboard.getSystemClipboard().setContent(content);
    }
}
