package shadewalk.ui;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import shadewalk.lesson.settings.Settings;
import shadewalk.lesson.settings.SettingsFile;
import shadewalk.lesson.settings.WindowPlace;
import shadewalk.read.Picture;
import shadewalk.ui.theme.Theme;

/// Puts a window where and as it was when it was closed last, and remembers it again.
final class WindowMemory {

    /// A window lower than this has no room for the list of events.
    private static final double ROOM_FOR_EVENTS = 900;

    /// The first window is as large as this, or as the screen.
    private static final double WIDE = 1680;

    private static final double TALL = 1000;

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

    /// Takes over what was remembered, except for what {@link #openPanes} does. Call it before the
    /// window is shown.
    void recall(Settings settings) {
        var appearance = workspace.appearance();
        appearance.languageProperty().set(settings.language());
        appearance.themeProperty().set(Theme.of(settings.theme()));
        appearance.scaleProperty().set(settings.scale());
        appearance.reduceMotionProperty().set(settings.reduceMotion());
        workspace.player().speedProperty().set(settings.speed());
        Picture.of(settings.view()).ifPresent(workspace.picture().viewProperty()::set);
        recallPlace(settings.window());
        workspace.eventListProperty().set(false);
        window.panes().setSizes(settings.sizes());
    }

    /// Opens the panes that were open. Call it when the window stands: it comes sooner without
    /// them.
    void openPanes(Settings settings) {
        boolean first = settings.equals(Settings.FIRST);
        List<String> shown = settings.shown();
        boolean events = shown.contains("events");
        window.panes().wantEvents(events && (!first || place.height() >= ROOM_FOR_EVENTS));
        workspace.lessonPaneProperty().set(shown.contains("lesson"));
        workspace.inspectorProperty().set(shown.contains("inspector"));
        window.panes().setSizes(settings.sizes());
    }

    private void recallPlace(WindowPlace wanted) {
        place = fitting(wanted);
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        Double x = place.x();
        Double y = place.y();
        if (x != null && y != null) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(place.maximized());
    }

    /// A window whose screen is gone goes where the system likes, no larger than the screen.
    private static WindowPlace fitting(WindowPlace wanted) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Double x = wanted.x();
        Double y = wanted.y();
        boolean seen =
                x != null
                        && y != null
                        && !Screen.getScreensForRectangle(x + 40, y, 40, 40).isEmpty();
        boolean first = wanted.equals(WindowPlace.FIRST);
        return new WindowPlace(
                seen ? x : null,
                seen ? y : null,
                seen ? wanted.width() : Math.min(first ? WIDE : wanted.width(), screen.getWidth()),
                seen
                        ? wanted.height()
                        : Math.min(first ? TALL : wanted.height(), screen.getHeight()),
                wanted.maximized());
    }

    /// Writes everything down.
    void save() throws IOException {
        List<String> shown =
                panes().entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        var appearance = workspace.appearance();
        file.save(
                new Settings(
                        appearance.languageProperty().get(),
                        appearance.theme().word(),
                        appearance.scale(),
                        appearance.reduceMotionProperty().get(),
                        workspace.player().speedProperty().get(),
                        placeNow(),
                        window.panes().sizes(),
                        shown,
                        workspace.lessonName(),
                        workspace.picture().viewProperty().get().word()));
    }

    private Map<String, Boolean> panes() {
        return Map.of(
                "events", window.panes().areEventsWanted(),
                "inspector", workspace.inspectorProperty().get(),
                "lesson", window.panes().isLessonWanted());
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
