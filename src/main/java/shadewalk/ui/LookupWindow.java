package shadewalk.ui;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import shadewalk.text.Texts;
import shadewalk.ui.action.Buttons;
import shadewalk.ui.action.WhyNot;
import shadewalk.ui.theme.Appearance;

/// A second window to look something up in. Escape closes it.
final class LookupWindow {

    private static final double WIDTH = 980;
    private static final double HEIGHT = 600;

    /// As much of the screen as a sheet takes at most.
    private static final double PART = 0.92;

    private final Window owner;
    private final Appearance appearance;
    private final Texts texts;
    private final String title;
    private final Stage stage = new Stage();

    /// @param title the key of the words above it
    LookupWindow(Window owner, Appearance appearance, Texts texts, String title) {
        this.owner = owner;
        this.appearance = appearance;
        this.texts = texts;
        this.title = title;
    }

    /// Shows something that is told when it is closed.
    void show(Parent content, Runnable closed) {
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> closed.run());
        show(content);
    }

    void show(Parent content) {
        double scale = Math.min(appearance.scale(), 1.6);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        show(
                new Scene(
                        framed(content),
                        Math.min(WIDTH * scale, screen.getWidth() * PART),
                        Math.min(HEIGHT * scale, screen.getHeight() * PART)));
    }

    /// Shows something to be filled in, as large as it is.
    void ask(Parent content) {
        show(new Scene(framed(content)));
        stage.setResizable(false);
    }

    /// A frame and a way out, for systems that give a window neither.
    private Parent framed(Parent content) {
        Button close = Buttons.push("sheet-close", texts.get("sheet.close"), stage::close);
        HBox way = new HBox(close);
        way.getStyleClass().add("sheet-way");
        BorderPane frame = new BorderPane(content, null, null, way, null);
        frame.getStyleClass().add("sheet");
        return frame;
    }

    private void show(Scene scene) {
        stage.initOwner(owner);
        stage.initModality(Modality.NONE);
        stage.setTitle(texts.get(title));
        appearance.dress(scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::closeOnEscape);
        // A field to type in keeps Escape for itself, and has no use for it.
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getTarget() instanceof TextInputControl) {
                        closeOnEscape(event);
                    }
                });
        WhyNot.install(scene);
        stage.setOnHidden(_ -> owner.requestFocus());
        stage.setScene(scene);
        stage.show();
    }

    private void closeOnEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            stage.close();
        }
    }

    void close() {
        stage.close();
    }
}
