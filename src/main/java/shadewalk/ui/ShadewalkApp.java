package shadewalk.ui;

import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import shadewalk.ui.theme.Fonts;

/// Opens the one window.
public final class ShadewalkApp extends Application {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    @Override
    public void start(Stage stage) {
        Fonts.load();
        var texts = new Texts();
        var model = new WindowModel();
        var scene = new Scene(new MainWindow(model, texts), WIDTH, HEIGHT);
        scene.getAccelerators().put(MainWindow.THEME_KEY, model::toggleTheme);
        model.themeProperty().subscribe(theme -> theme.dress(scene));
        stage.setTitle(texts.get("window.title"));
        stage.getIcons().add(icon());
        stage.setScene(scene);
        stage.show();
    }

    private static Image icon() {
        var url = ShadewalkApp.class.getResource("/icons/shadewalk.png");
        return new Image(Objects.requireNonNull(url).toExternalForm());
    }
}
