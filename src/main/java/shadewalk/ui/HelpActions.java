package shadewalk.ui;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import shadewalk.glossary.Edition;
import shadewalk.ui.action.Action;
import shadewalk.ui.action.ActionGroup;
import shadewalk.ui.action.ShortcutSheet;
import shadewalk.ui.glossary.GlossaryView;
import shadewalk.ui.glossary.OmissionsView;

/// What can be looked up.
final class HelpActions {

    private final Stage stage;
    private final Workspace workspace;
    private final MainWindow window;

    HelpActions(Stage stage, Workspace workspace, MainWindow window) {
        this.stage = stage;
        this.workspace = workspace;
        this.window = window;
    }

    ActionGroup group() {
        return new ActionGroup(
                "help",
                List.of(
                        List.of(
                                Action.of("shortcuts", "F1", this::shortcuts),
                                Action.of("glossary", "F2", this::glossary),
                                Action.of("explain-event", "Shortcut+I", window::explainEvent),
                                Action.of("omissions", "Shift+F2", this::omissions),
                                Action.of("about", "Shift+F1", this::about))));
    }

    private void shortcuts() {
        sheet("shortcuts", new ShortcutSheet(window.actions(), workspace.texts()));
    }

    private void glossary() {
        sheet("glossary", new GlossaryView(workspace.glossary(), workspace.texts()));
    }

    private void omissions() {
        sheet("omissions", new OmissionsView(workspace.glossary(), workspace.texts()));
    }

    private void about() {
        Label title = new Label(workspace.texts().get("about.title", Edition.version()));
        title.getStyleClass().add("scene-title");
        Label words =
                new Label(
                        workspace
                                .texts()
                                .get(
                                        "about.words",
                                        workspace.glossary().kernel(),
                                        System.getProperty("java.version"),
                                        System.getProperty("javafx.version")));
        words.setWrapText(true);
        VBox all = new VBox(title, words);
        all.getStyleClass().add("about");
        ScrollPane scroll = new ScrollPane(all);
        scroll.setId("about-text");
        scroll.setFitToWidth(true);
        sheet("about", scroll);
    }

    private void sheet(String action, Parent content) {
        new Sheet(stage, workspace.appearance(), workspace.texts(), "action." + action)
                .show(content);
    }
}
