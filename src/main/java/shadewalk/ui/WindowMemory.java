package shadewalk.ui;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import shadewalk.export.RunPicture.View;
import shadewalk.ui.settings.Settings;
import shadewalk.ui.settings.SettingsFile;
import shadewalk.ui.settings.WindowPlace;

/// Puts a window where and as it was when it was closed last, and remembers it again.
final class WindowMemory {

    /// A window lower than this has no room for the list of events.
    private static final double ROOM_FOR_EVENTS = 900;

    private final SettingsFile file;
    private final Workspace workspace;
    private final Stage stage;
    private final MainWindow window;
    private WindowPlace place = WindowPlace.FIRST;

    WindowMemory(SettingsFile file, Workspace workspace, Stage stage, MainWindow window) {
        this.file = file;
        this.workspace = workspace;
        this.stage = stage;
        this.window = window;
    }

    /// Takes over what was remembered. Call it before the window is shown.
    void recall(Settings settings, boolean first) {
        var appearance = workspace.appearance();
        appearance.themeProperty().set(settings.theme());
        appearance.scaleProperty().set(settings.scale());
        appearance.reduceMotionProperty().set(settings.reduceMotion());
        workspace.player().speedProperty().set(settings.speed());
        Arrays.stream(View.values())
                .filter(view -> view.word().equals(settings.view()))
                .findFirst()
                .ifPresent(workspace.picture().viewProperty()::set);
        recallPlace(settings.window());
        List<String> hidden = settings.hidden();
        workspace
                .eventListProperty()
                .set(first ? place.height() >= ROOM_FOR_EVENTS : !hidden.contains("events"));
        workspace.lessonPaneProperty().set(!hidden.contains("lesson"));
        window.setSplits(settings.splits());
    }

    private void recallPlace(WindowPlace wanted) {
        place = fitting(wanted);
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        if (!Double.isNaN(place.x())) {
            stage.setX(place.x());
            stage.setY(place.y());
        }
        stage.setMaximized(place.maximized());
    }

    /// A window whose screen is gone goes where the system likes, no larger than the screen.
    private static WindowPlace fitting(WindowPlace wanted) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        boolean seen =
                !Double.isNaN(wanted.x())
                        && !Screen.getScreensForRectangle(wanted.x() + 40, wanted.y(), 40, 40)
                                .isEmpty();
        return new WindowPlace(
                seen ? wanted.x() : Double.NaN,
                seen ? wanted.y() : Double.NaN,
                seen ? wanted.width() : Math.min(wanted.width(), screen.getWidth()),
                seen ? wanted.height() : Math.min(wanted.height(), screen.getHeight()),
                wanted.maximized());
    }

    /// Writes everything down.
    void save() throws IOException {
        List<String> hidden = new ArrayList<>();
        if (!workspace.eventListProperty().get()) {
            hidden.add("events");
        }
        if (!workspace.lessonPaneProperty().get()) {
            hidden.add("lesson");
        }
        var appearance = workspace.appearance();
        file.save(
                new Settings(
                        appearance.theme(),
                        appearance.scale(),
                        appearance.reduceMotionProperty().get(),
                        workspace.player().speedProperty().get(),
                        placeNow(),
                        window.splits(),
                        hidden,
                        workspace.lessonName(),
                        workspace.picture().viewProperty().get().word()));
    }

    /// A maximized window remembers the size it has when it is not.
    private WindowPlace placeNow() {
        boolean large = stage.isMaximized() || stage.isFullScreen();
        return large
                ? new WindowPlace(place.x(), place.y(), place.width(), place.height(), true)
                : new WindowPlace(
                        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
    }
}
