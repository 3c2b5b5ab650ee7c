package shadewalk.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;
import shadewalk.read.Mask;
import shadewalk.read.OnStage;
import shadewalk.read.Picture;
import shadewalk.ui.action.Action;
import shadewalk.ui.action.ActionGroup;
import shadewalk.ui.action.Actions;
import shadewalk.ui.export.Exporter;
import shadewalk.ui.lesson.Stand;
import shadewalk.ui.picture.Dealing;
import shadewalk.ui.picture.PictureModel;
import shadewalk.ui.picture.PicturePane;
import shadewalk.ui.picture.PictureView;
import shadewalk.ui.transport.StopActions;
import shadewalk.ui.transport.TransportActions;

/// All actions of the window, menu by menu.
final class WindowActions {

    /// What a shadow page table and a shadow page directory map, in bytes.
    private static final long PIECE = 2L << 20;

    private static final long QUARTER = 1L << 30;

    private final Stage stage;
    private final Workspace workspace;
    private final Sheets sheets;
    private final PictureView view;
    private final Front front;
    private final Actions all;

    /// What actions ask of parts of the window: where the cursor goes, and what only a view knows.
    interface Front {

        /// Asks for a file to open.
        void open();

        /// Asks for a lesson file to write on.
        void writeLesson();

        /// On in the lesson.
        void goOn();

        void focusStep();

        void focusAddress();

        void searchEvents();

        /// What the inspector says, as text.
        Optional<String> inspectorText();

        void explainEvent();

        /// Opens the palette that leads to everything by its name.
        void openPalette();

        /// Puts away the topmost of what can be put away.
        void escape();
    }

    WindowActions(Stage stage, Workspace workspace, Sheets sheets, PictureView view, Front front) {
        this.stage = stage;
        this.workspace = workspace;
        this.sheets = sheets;
        this.view = view;
        this.front = front;
        all = new Actions(List.of(file(), run(), stops(), view(), picture(), export(), help()));
    }

    Actions all() {
        return all;
    }

    private ActionGroup run() {
        return new TransportActions(
                        workspace::course,
                        workspace.player(),
                        workspace.session().momentProperty(),
                        workspace.session().limitProperty(),
                        workspace.lesson().standProperty())
                .group();
    }

    private ActionGroup stops() {
        var breakpoints = workspace.player().breakpoints();
        return new StopActions(
                        workspace.session(),
                        breakpoints,
                        thing ->
                                workspace
                                        .notices()
                                        .done(
                                                workspace
                                                        .texts()
                                                        .get(
                                                                breakpoints.things().contains(thing)
                                                                        ? "stop.set"
                                                                        : "stop.gone",
                                                                thing.id())))
                .group();
    }

    private ActionGroup file() {
        var inLesson =
                Bindings.createBooleanBinding(
                        workspace.lesson()::isActive, workspace.lesson().standProperty());
        var inPlay =
                Bindings.createBooleanBinding(
                        () -> workspace.freePlay().playProperty().get().isPresent(),
                        workspace.freePlay().playProperty());
        var hasNext =
                Bindings.createBooleanBinding(
                        () -> workspace.nextLesson().isPresent(),
                        workspace.lesson().standProperty());
        var isOpen =
                Bindings.createBooleanBinding(
                        () -> workspace.lesson().stand().map(Stand::isOpen).orElse(true),
                        workspace.lesson().standProperty());
        var wasInLesson =
                Bindings.createBooleanBinding(
                        workspace::canGoBackToLesson,
                        workspace.lesson().standProperty(),
                        workspace.freePlay().playProperty());
        return new ActionGroup(
                "file",
                List.of(
                        List.of(
                                Action.toggle(
                                        "home", "Shortcut+Home", workspace.homeViewProperty()),
                                Action.of("open", "Shortcut+O", front::open),
                                Action.of("new-lesson", "Shortcut+Shift+N", sheets::newLesson),
                                Action.of("write-lesson", "Shortcut+Shift+O", front::writeLesson)),
                        List.of(
                                Action.of("lesson-forward", "Enter", front::goOn).when(inLesson),
                                Action.of("lesson-back", "Backspace", workspace.lesson()::back)
                                        .when(inLesson),
                                Action.of("next-lesson", "Shortcut+N", this::nextLesson)
                                        .when(hasNext),
                                Action.of(
                                                "begin-again",
                                                "Shortcut+Shift+Backspace",
                                                workspace::beginAgain)
                                        .when(inLesson),
                                Action.of("result", "Shortcut+R", sheets::showResult)
                                        .when(inLesson)),
                        List.of(
                                Action.of("by-hand", "Shortcut+Y", sheets::walkByHand).when(isOpen),
                                Action.of("free-play", "Shortcut+P", workspace::playFreely)
                                        .when(inLesson),
                                Action.of("back-to-lesson", "Shortcut+B", workspace::backToLesson)
                                        .when(wasInLesson),
                                Action.of("new-machine", "Shortcut+Shift+M", sheets::newMachine),
                                Action.of("fork", "Shortcut+K", workspace.freePlay()::fork)
                                        .when(inPlay),
                                Action.of("type-step", "Shortcut+D", front::focusStep).when(inPlay),
                                Action.of(
                                        "compare-recording",
                                        "Shortcut+Shift+K",
                                        sheets::compareWithRecording),
                                Action.of("save-session", "Shortcut+E", this::saveSession)
                                        .when(inPlay),
                                Action.of(
                                                "save-as-lesson",
                                                "Shortcut+Shift+E",
                                                sheets::savePlayAsLesson)
                                        .when(inPlay)),
                        List.of(Action.of("quit", "Shortcut+Q", stage::close))));
    }

    private ActionGroup view() {
        List<Action> views = new ArrayList<>();
        int key = 1;
        for (Picture each : Picture.values()) {
            Action shown =
                    Action.toggle(
                            "view-" + each.word(),
                            "Shortcut+" + key++,
                            PicturePane.chosen(workspace.picture(), each));
            Set<OnStage> needed = OnStage.neededBy(each);
            views.add(needed.isEmpty() ? shown : shown.when(workspace.picture().shows(needed)));
        }
        return new ActionGroup(
                "view",
                List.of(
                        views,
                        List.of(
                                Action.of("zoom-in", "I", view::zoomIn),
                                Action.of("zoom-out", "O", view::zoomOut),
                                Action.of("fit", "F", view::fit),
                                Action.toggle(
                                        "as-text", "X", workspace.picture().asTextProperty())),
                        List.of(
                                Action.toggle("show-lesson", "F3", workspace.lessonPaneProperty()),
                                Action.toggle(
                                        "show-inspector", "F4", workspace.inspectorProperty()),
                                Action.toggle("show-events", "F6", workspace.eventListProperty())
                                        .when(workspace.picture().shows(Set.of(OnStage.EVENTS))),
                                Action.of("search-events", "Shortcut+F", front::searchEvents)),
                        appearance()));
    }

    /// What is looked for and picked in the picture.
    private ActionGroup picture() {
        return new ActionGroup(
                "picture",
                List.of(
                        List.of(
                                Action.of("go-address", "Shortcut+G", front::focusAddress),
                                Action.of("thing-next", "Shortcut+Down", () -> view.pickNext(1)),
                                Action.of("thing-previous", "Shortcut+Up", () -> view.pickNext(-1)),
                                Action.of(
                                        "bit-next",
                                        "Shortcut+Shift+Down",
                                        () -> view.pickNextBit(1)),
                                Action.of(
                                        "bit-previous",
                                        "Shortcut+Shift+Up",
                                        () -> view.pickNextBit(-1)),
                                Action.of("last-change", "Shortcut+Left", this::lastChange),
                                Action.of("touched", "Shortcut+W", sheets::touched),
                                Action.of("escape", "Esc", front::escape)),
                        inTheView()));
    }

    /// What only makes sense in one of the views.
    private List<Action> inTheView() {
        PictureModel model = workspace.picture();
        var inBits = model.viewProperty().isEqualTo(Picture.BITS);
        var inQuadrants = model.viewProperty().isEqualTo(Picture.QUADRANTS);
        List<Action> actions = new ArrayList<>();
        int key = 1;
        for (Mask.Family family : Mask.Family.values()) {
            actions.add(
                    Action.toggle(
                                    PicturePane.maskAction(family),
                                    "Alt+" + key++,
                                    model.masks(family))
                            .when(inBits));
        }
        actions.add(Action.of("flip-next", "B", () -> model.flipNext(1)).when(inBits));
        actions.add(Action.of("flip-previous", "Shift+B", () -> model.flipNext(-1)).when(inBits));
        Dealing dealing = model.dealing();
        actions.add(Action.toggle("deal", "D", dealing.playingProperty()).when(model.canDeal()));
        actions.add(Action.of("deal-whole", "Shift+D", dealing::end).when(dealing.onProperty()));
        actions.add(Action.of("up-2m", "Page Up", () -> model.move(PIECE)).when(inQuadrants));
        actions.add(Action.of("down-2m", "Page Down", () -> model.move(-PIECE)).when(inQuadrants));
        actions.add(
                Action.of("up-1g", "Shift+Page Up", () -> model.move(QUARTER)).when(inQuadrants));
        actions.add(
                Action.of("down-1g", "Shift+Page Down", () -> model.move(-QUARTER))
                        .when(inQuadrants));
        var inReach = model.viewProperty().isEqualTo(Picture.REACH);
        actions.add(Action.toggle("reach-entry", "Alt+4", model.shortEntries()).when(inReach));
        actions.add(Action.toggle("reach-table", "Alt+8", model.largeTables()).when(inReach));
        return actions;
    }

    private List<Action> appearance() {
        var appearance = workspace.appearance();
        return List.of(
                Action.of("theme", "Shortcut+T", appearance::toggleTheme),
                Action.of("larger", "Shortcut+Equals", appearance::larger),
                Action.of("smaller", "Shortcut+Minus", appearance::smaller),
                Action.of("normal-size", "Shortcut+0", appearance::normalSize),
                Action.toggle("reduce-motion", "Shortcut+M", appearance.reduceMotionProperty()),
                Action.of("full-screen", "F11", this::fullScreen));
    }

    private ActionGroup export() {
        return new ActionGroup(
                "export",
                List.of(
                        List.of(
                                Action.of("export", "Shortcut+S", sheets::export),
                                Action.of("export-again", "Shortcut+Shift+S", this::exportAgain)),
                        List.of(
                                Action.of("copy-picture", "Shortcut+Shift+D", this::copyPicture),
                                Action.of("copy-text", "Shortcut+Shift+C", this::copyText),
                                Action.of("copy-event", "Shortcut+C", this::copyEvent),
                                Action.of("copy-events", "Shortcut+Shift+L", this::copyEvents),
                                Action.of(
                                        "copy-inspector",
                                        "Shortcut+Shift+I",
                                        this::copyInspector))));
    }

    private ActionGroup help() {
        return new ActionGroup(
                "help",
                List.of(
                        List.of(
                                Action.of("palette", "Shortcut+Shift+P", front::openPalette),
                                Action.of("shortcuts", "F1", this::keys),
                                Action.of("glossary", "F2", sheets::glossary),
                                Action.of("explain-event", "Shortcut+I", front::explainEvent),
                                Action.of("omissions", "Shift+F2", sheets::omissions),
                                Action.of("reading", "Shortcut+F2", sheets::reading),
                                Action.of("about", "Shift+F1", sheets::about))));
    }

    private void keys() {
        sheets.keys(all);
    }

    private void fullScreen() {
        stage.setFullScreen(!stage.isFullScreen());
    }

    private void nextLesson() {
        workspace.nextLesson().ifPresent(workspace::openLesson);
    }

    private void lastChange() {
        var session = workspace.session();
        session.selectionProperty().get().ifPresent(session::toLastChange);
    }

    /// Exports what is shown in the way that was chosen last.
    private void exportAgain() {
        Exporter exporter = sheets.exporter();
        sheets.source().ifPresent(source -> exporter.save(source, exporter.choices()));
    }

    private void saveSession() {
        workspace
                .sessionText()
                .ifPresent(
                        text -> sheets.saver().saveJson(text, workspace.texts().get("free.file")));
    }

    private void copyPicture() {
        sheets.source().ifPresent(sheets.copier()::picture);
    }

    private void copyText() {
        sheets.source().ifPresent(sheets.copier()::text);
    }

    private void copyEvents() {
        copy(workspace.events().text(), "export.copied.events");
    }

    private void copyEvent() {
        copy(workspace.events().currentText(), "export.copied.event");
    }

    private void copyInspector() {
        front.inspectorText().ifPresent(text -> copy(text, "export.copied.inspector"));
    }

    private void copy(String text, String said) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        workspace.notices().done(workspace.texts().get(said));
    }
}
