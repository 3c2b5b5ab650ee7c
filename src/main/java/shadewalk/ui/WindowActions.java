package shadewalk.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import shadewalk.diagram.Palette;
import shadewalk.export.PictureFormat;
import shadewalk.export.RunPicture.View;
import shadewalk.lesson.BundledLessons;
import shadewalk.ui.action.Action;
import shadewalk.ui.action.ActionGroup;
import shadewalk.ui.action.Actions;
import shadewalk.ui.picture.PicturePane;
import shadewalk.ui.picture.PictureView;
import shadewalk.ui.theme.Theme;
import shadewalk.ui.transport.TransportActions;

/// All actions of the window, menu by menu.
final class WindowActions {

    private final Workspace workspace;
    private final MainWindow window;

    WindowActions(Workspace workspace, MainWindow window) {
        this.workspace = workspace;
        this.window = window;
    }

    Actions all() {
        return new Actions(
                List.of(
                        file(),
                        new TransportActions(workspace.session(), workspace.player()).group(),
                        view(),
                        export(),
                        help()));
    }

    private ActionGroup file() {
        return new ActionGroup(
                "file",
                List.of(
                        List.of(Action.of("open", "Shortcut+O", window::open)),
                        lessons(),
                        List.of(
                                Action.of("scene-next", "Enter", workspace.lessons()::next),
                                Action.of("scene-back", "Backspace", workspace.lessons()::previous),
                                Action.of("free-play", "Shortcut+P", workspace::playFreely),
                                Action.of("type-step", "Shortcut+D", window::focusStep),
                                Action.of("save-session", "", window::saveSession)),
                        List.of(Action.of("quit", "Shortcut+Q", window::quit))));
    }

    /// The lessons that come with the program, by the titles in their file names.
    private List<Action> lessons() {
        return BundledLessons.names().stream()
                .map(name ->
                        Action.of(
                                "lesson-" + name.replace(".json", ""),
                                "",
                                () -> workspace.openBundled(name)))
                .toList();
    }

    private ActionGroup view() {
        PictureView picture = window.picture();
        List<Action> views = new ArrayList<>();
        int key = 1;
        for (View each : View.values()) {
            views.add(
                    Action.toggle(
                            "view-" + each.word(),
                            "Shortcut+Digit" + key++,
                            PicturePane.chosen(workspace.picture(), each)));
        }
        return new ActionGroup(
                "view",
                List.of(
                        views,
                        List.of(
                                Action.of("go-address", "Shortcut+G", window::focusAddress),
                                Action.of("thing-next", "Shortcut+Down", () -> neighbour(1)),
                                Action.of("thing-previous", "Shortcut+Up", () -> neighbour(-1)),
                                Action.of("last-change", "Shortcut+Left", this::lastChange),
                                Action.of("escape", "Escape", window::escape)),
                        List.of(
                                Action.of("zoom-in", "I", picture::zoomIn),
                                Action.of("zoom-out", "O", picture::zoomOut),
                                Action.of("fit", "F", picture::fit)),
                        List.of(
                                Action.toggle("show-lesson", "F3", workspace.lessonProperty()),
                                Action.toggle(
                                        "show-inspector", "F4", workspace.inspectorProperty()),
                                Action.toggle("show-events", "F6", workspace.eventListProperty()),
                                Action.of("search-events", "Shortcut+F", window::searchEvents)),
                        appearance()));
    }

    private List<Action> appearance() {
        var appearance = workspace.appearance();
        return List.of(
                Action.of("theme", "Shortcut+T", appearance::toggleTheme),
                Action.of("larger", "Shortcut+Equals", appearance::larger),
                Action.of("smaller", "Shortcut+Minus", appearance::smaller),
                Action.of("normal-size", "Shortcut+Digit0", appearance::normalSize),
                Action.toggle("reduce-motion", "", appearance.reduceMotionProperty()),
                Action.of("full-screen", "F11", window::fullScreen));
    }

    private ActionGroup export() {
        return new ActionGroup(
                "export",
                List.of(
                        List.of(
                                Action.of("save-svg", "Shortcut+S", () -> save(PictureFormat.SVG)),
                                Action.of(
                                        "save-png",
                                        "Shortcut+Shift+S",
                                        () -> save(PictureFormat.PNG))),
                        List.of(Action.of("copy-text", "Shortcut+Shift+C", this::copyText))));
    }

    private ActionGroup help() {
        return new ActionGroup(
                "help",
                List.of(
                        List.of(
                                Action.of("shortcuts", "F1", window::shortcuts),
                                Action.of("omissions", "", window::omissions))));
    }

    private void neighbour(int by) {
        window.picture()
                .neighbour(by)
                .ifPresent(thing -> {
                    workspace.session().select(thing);
                    window.picture().reveal(thing);
                });
    }

    private void lastChange() {
        var session = workspace.session();
        session.selectionProperty().get().ifPresent(session::toLastChange);
    }

    private void save(PictureFormat format) {
        Palette palette =
                workspace.appearance().theme() == Theme.DARK ? Palette.DARK : Palette.LIGHT;
        String name =
                workspace.picture().viewProperty().get().word()
                        + "-"
                        + workspace.session().position();
        window.saver().save(workspace.picture().diagram(), palette, name, format);
    }

    private void copyText() {
        var diagram = workspace.picture().diagram();
        ClipboardContent content = new ClipboardContent();
        content.putString(String.join("\n", diagram.plain()) + "\n");
        Clipboard.getSystemClipboard().setContent(content);
        workspace.notices().done(workspace.texts().get("export.copied"));
    }
}
