package shadewalk.ui;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.animation.AnimationTimer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import shadewalk.ui.action.Actions;
import shadewalk.ui.action.Buttons;
import shadewalk.ui.action.Keys;
import shadewalk.ui.action.Menus;
import shadewalk.ui.action.ShortcutSheet;
import shadewalk.ui.events.EventListView;
import shadewalk.ui.export.FileChoice;
import shadewalk.ui.export.PictureSaver;
import shadewalk.ui.free.DifferenceView;
import shadewalk.ui.free.FreePlayPane;
import shadewalk.ui.inspector.InspectorView;
import shadewalk.ui.lesson.LessonPane;
import shadewalk.ui.notice.NoticePane;
import shadewalk.ui.now.NowLine;
import shadewalk.ui.picture.AddressField;
import shadewalk.ui.picture.PicturePane;
import shadewalk.ui.picture.PictureView;
import shadewalk.ui.text.Texts;
import shadewalk.ui.theme.Theme;
import shadewalk.ui.timeline.TimelineBar;
import shadewalk.ui.transport.TransportBar;

/// The frame that holds the parts of the window.
///
/// ```
/// +--------------------------------------------------+
/// | menus        |<  <  Play  >  >|  speed     theme |
/// +-----------+--------------------------------------+
/// |           | views                      address   |
/// | lesson    | picture                  | inspector |
/// |           |                          |           |
/// |           |--------------------------------------|
/// |           | timeline                             |
/// |           | what has just happened               |
/// |           | events                               |
/// +-----------+--------------------------------------+
/// ```
final class MainWindow extends BorderPane {

    /// How much of the window's width the lesson takes at first.
    private static final double LESSON_SHARE = 0.27;

    private final Stage stage;
    private final Workspace workspace;
    private final Texts texts;
    private final PicturePane picture;
    private final AddressField address;
    private final EventListView events;
    private final InspectorView inspector;
    private final LessonPane lesson;
    private final FreePlayPane freePlay;
    private final SplitPane columns = new SplitPane();
    private final SplitPane rows = new SplitPane();
    private final PictureSaver saver;
    private final FileChoice files;
    private final Actions actions;

    MainWindow(Stage stage, Workspace workspace, FileChoice files) {
        this.stage = stage;
        this.workspace = workspace;
        this.files = files;
        this.texts = workspace.texts();
        var session = workspace.session();
        var appearance = workspace.appearance();
        getStyleClass().add("main-window");
        picture = new PicturePane(session, workspace.player(), workspace.picture(), appearance);
        address = new AddressField(workspace.picture(), workspace.notices(), texts);
        events = new EventListView(workspace.events(), session, appearance, texts);
        inspector =
                new InspectorView(
                        session,
                        workspace.player().breakpoints(),
                        workspace.glossary(),
                        texts,
                        () -> workspace.inspectorProperty().set(false));
        saver =
                new PictureSaver(
                        files,
                        workspace.notices(),
                        texts,
                        workspace.background(),
                        workspace.window());
        actions = new WindowActions(workspace, this).all();
        lesson =
                new LessonPane(
                        workspace.lessons(),
                        session,
                        workspace.glossary(),
                        workspace.notices(),
                        actions,
                        texts);
        freePlay = new FreePlayPane(workspace.freePlay(), actions, texts, this::compare);
        picture.addTools(actions, address, texts);
        setTop(bar());
        columns.getItems().add(middle());
        setCenter(columns);
        SplitPane.setResizableWithParent(lesson, false);
        SplitPane.setResizableWithParent(freePlay, false);
        workspace.lessonProperty().subscribe(_ -> placeLeft());
        workspace
                .lessons()
                .lessonProperty()
                .subscribe(_ -> {
                    placeLeft();
                    picture.view().requestFocus();
                });
        workspace.freePlay().playProperty().subscribe(_ -> placeLeft());
        acceptDroppedFiles();
        workspace.inspectorProperty().subscribe(this::placeInspector);
        workspace.eventListProperty().subscribe(this::placeEvents);
        session.selectionProperty()
                .subscribe(thing -> {
                    if (thing.isPresent()) {
                        workspace.inspectorProperty().set(true);
                    }
                });
        startClock();
    }

    /// Wires the keys, once the window stands in its scene.
    void install(Scene scene) {
        Keys.install(scene, actions);
    }

    Actions actions() {
        return actions;
    }

    PictureView picture() {
        return picture.view();
    }

    PictureSaver saver() {
        return saver;
    }

    void focusAddress() {
        address.requestFocus();
        address.selectAll();
    }

    void searchEvents() {
        workspace.eventListProperty().set(true);
        events.focusSearch();
    }

    void open() {
        files.toOpen().ifPresent(workspace::open);
    }

    void focusStep() {
        workspace.lessonProperty().set(true);
        freePlay.focusStep();
    }

    void saveSession() {
        workspace
                .freePlay()
                .text(workspace.picture().viewProperty().get().word())
                .ifPresentOrElse(
                        text -> saver.saveText(text, texts.get("free.file")),
                        () -> workspace.notices().problem(texts.get("free.nothing")));
    }

    /// A file that is dropped on the window is opened.
    private void acceptDroppedFiles() {
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
        });
        setOnDragDropped(event -> {
            List<File> dropped = event.getDragboard().getFiles();
            if (!dropped.isEmpty()) {
                workspace.open(dropped.getFirst().toPath());
            }
            event.setDropCompleted(!dropped.isEmpty());
        });
    }

    /// Shows what differs between the ends of two branches.
    private void compare(int[] branches) {
        new Sheet(stage, workspace.appearance(), texts.get("free.compare"))
                .show(
                        new DifferenceView(
                                workspace.freePlay().compare(branches[0], branches[1]),
                                workspace.freePlay().name(branches[0]),
                                workspace.freePlay().name(branches[1]),
                                texts));
    }

    void omissions() {
        new Sheet(stage, workspace.appearance(), texts.get("action.omissions"))
                .show(new OmissionsView(workspace.glossary(), texts));
    }

    void quit() {
        stage.close();
    }

    void fullScreen() {
        stage.setFullScreen(!stage.isFullScreen());
    }

    /// Puts away the topmost of what can be put away.
    void escape() {
        if (workspace.notices().dismissLast()) {
            return;
        }
        if (workspace.session().selectionProperty().get().isPresent()) {
            workspace.session().clearSelection();
        } else {
            workspace.inspectorProperty().set(false);
        }
        picture.view().requestFocus();
    }

    void shortcuts() {
        new Sheet(stage, workspace.appearance(), texts.get("action.shortcuts"))
                .show(new ShortcutSheet(actions, texts));
    }

    private Node bar() {
        Region left = new Region();
        Region right = new Region();
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox bar =
                new HBox(
                        new Menus(texts).bar(actions),
                        left,
                        new TransportBar(actions, workspace.player(), texts),
                        right,
                        themeButton());
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    private Button themeButton() {
        Button button = new Buttons(texts).icon(actions.get("theme"), Feather.MOON);
        workspace
                .appearance()
                .themeProperty()
                .subscribe(theme ->
                        button.setGraphic(
                                new FontIcon(theme == Theme.LIGHT ? Feather.MOON : Feather.SUN)));
        return button;
    }

    private Node middle() {
        NoticePane notices = new NoticePane(workspace.notices());
        StackPane.setAlignment(notices, Pos.TOP_CENTER);
        StackPane.setAlignment(inspector, Pos.TOP_RIGHT);
        picture.stage().getChildren().add(notices);
        var session = workspace.session();
        VBox upper =
                new VBox(
                        picture,
                        new TimelineBar(session, workspace.appearance(), texts),
                        new NowLine(
                                session,
                                workspace.glossary(),
                                workspace.appearance(),
                                texts,
                                _ -> {}));
        VBox.setVgrow(picture, Priority.ALWAYS);
        rows.setOrientation(Orientation.VERTICAL);
        rows.getItems().add(upper);
        SplitPane.setResizableWithParent(events, false);
        return rows;
    }

    private void placeInspector(boolean open) {
        var children = picture.stage().getChildren();
        if (open && !children.contains(inspector)) {
            children.add(1, inspector);
        } else if (!open) {
            children.remove(inspector);
        }
    }

    /// The lesson or free play on the left, or nothing.
    private void placeLeft() {
        Node wanted = null;
        if (workspace.lessonProperty().get()) {
            if (workspace.lessons().lessonProperty().get().isPresent()) {
                wanted = lesson;
            } else if (workspace.freePlay().playProperty().get().isPresent()) {
                wanted = freePlay;
            }
        }
        Node shown = columns.getItems().size() > 1 ? columns.getItems().getFirst() : null;
        if (Objects.equals(shown, wanted)) {
            return;
        }
        if (shown != null) {
            columns.getItems().removeFirst();
        }
        if (wanted != null) {
            columns.getItems().addFirst(wanted);
            columns.setDividerPositions(LESSON_SHARE);
        }
    }

    private void placeEvents(boolean open) {
        List<Node> items = new ArrayList<>(rows.getItems());
        if (open && !items.contains(events)) {
            rows.getItems().add(events);
            rows.setDividerPositions(0.82);
        } else if (!open) {
            rows.getItems().remove(events);
        }
    }

    private void startClock() {
        new AnimationTimer() {
            private long before;

            @Override
            public void handle(long now) {
                if (before != 0) {
                    workspace.player().advance((now - before) / 1e9);
                }
                before = now;
            }
        }.start();
    }
}
