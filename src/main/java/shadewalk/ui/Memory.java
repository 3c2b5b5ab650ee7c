package shadewalk.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.stage.Stage;
import shadewalk.export.RunPicture.View;
import shadewalk.lesson.BundledLessons;
import shadewalk.ui.settings.Home;
import shadewalk.ui.settings.Settings;
import shadewalk.ui.settings.SettingsFile;
import shadewalk.ui.settings.WindowPlace;

/// What the window remembers from one start to the next, and the play that a sudden end
/// interrupted.
final class Memory {

    private static final String INSPECTOR = "inspector";
    private static final String EVENTS = "events";

    private final Workspace workspace;
    private final SettingsFile file;
    private final Path play;
    private final Settings settings;
    private WindowPlace place;

    private Memory(Workspace workspace, Path folder) {
        this.workspace = workspace;
        file = new SettingsFile(folder.resolve("settings"));
        play = folder.resolve("free-play.json");
        SettingsFile.Loaded loaded = file.load();
        settings = loaded.settings();
        place = settings.window();
        loaded.problem().ifPresent(workspace.notices()::problem);
    }

    /// Makes the window what it was when it was closed.
    static Memory of(Stage stage, Workspace workspace) {
        Memory memory = new Memory(workspace, Home.folder());
        memory.recall(stage);
        return memory;
    }

    private void recall(Stage stage) {
        var appearance = workspace.appearance();
        appearance.themeProperty().set(settings.theme());
        appearance.scaleProperty().set(settings.scale());
        appearance.reduceMotionProperty().set(settings.reduceMotion());
        workspace.player().speedProperty().set(settings.speed());
        workspace.eventListProperty().set(!settings.hidden().contains(EVENTS));
        workspace.inspectorProperty().set(false);
        for (View view : View.values()) {
            if (view.word().equals(settings.view())) {
                workspace.picture().viewProperty().set(view);
            }
        }
        if (!Double.isNaN(place.x()) && !Double.isNaN(place.y())) {
            stage.setX(place.x());
            stage.setY(place.y());
        }
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximized());
        workspace.freePlay().keepIn(play);
        if (Files.exists(play)) {
            workspace.notices().done(workspace.texts().get("free.recovered", play));
        }
    }

    /// The lesson to open: the one that was open last, or the first.
    String lesson() {
        List<String> names = BundledLessons.names();
        return names.contains(settings.lesson()) ? settings.lesson() : names.getFirst();
    }

    /// Keeps in mind where the window stands.
    void watch(Stage stage) {
        Runnable look =
                () ->
                        place =
                                stage.isMaximized()
                                        ? new WindowPlace(
                                                place.x(),
                                                place.y(),
                                                place.width(),
                                                place.height(),
                                                true)
                                        : new WindowPlace(
                                                stage.getX(),
                                                stage.getY(),
                                                stage.getWidth(),
                                                stage.getHeight(),
                                                false);
        List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
                .forEach(property -> property.subscribe(look));
        stage.maximizedProperty().subscribe(look);
    }

    /// Writes everything down.
    ///
    /// @throws UncheckedIOException if it cannot be written
    void save() {
        List<String> hidden = new ArrayList<>();
        if (!workspace.eventListProperty().get()) {
            hidden.add(EVENTS);
        }
        if (!workspace.inspectorProperty().get()) {
            hidden.add(INSPECTOR);
        }
        Settings now =
                new Settings(
                        workspace.appearance().theme(),
                        workspace.appearance().scale(),
                        workspace.appearance().reduceMotionProperty().get(),
                        workspace.player().speedProperty().get(),
                        place,
                        Map.of(),
                        hidden,
                        workspace.lessonName(),
                        workspace.picture().viewProperty().get().word());
        try {
            Files.createDirectories(Home.folder());
            file.save(now);
        } catch (IOException e) {
            throw new UncheckedIOException("the settings cannot be saved", e);
        }
    }
}
