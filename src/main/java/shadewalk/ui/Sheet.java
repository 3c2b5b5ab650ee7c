package shadewalk.ui;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import shadewalk.ui.theme.Appearance;

/// A second window to look something up in. Escape closes it.
final class Sheet {

    private static final double WIDTH = 860;
    private static final double HEIGHT = 600;

    private final Window owner;
    private final Appearance appearance;
    private final String title;
    private final Stage stage = new Stage();

    Sheet(Window owner, Appearance appearance, String title) {
        this.owner = owner;
        this.appearance = appearance;
        this.title = title;
    }

    /// Shows something that is told when it is closed.
    void show(Parent content, Runnable closed) {
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> closed.run());
        show(content);
    }

    void show(Parent content) {
        double scale = Math.min(appearance.scale(), 1.6);
        show(new Scene(content, WIDTH * scale, HEIGHT * scale));
    }

    /// Shows something to be filled in, as large as it is.
    void ask(Parent content) {
        show(new Scene(content));
        stage.setResizable(false);
    }

    private void show(Scene scene) {
        stage.initOwner(owner);
        stage.initModality(Modality.NONE);
        stage.setTitle(title);
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
