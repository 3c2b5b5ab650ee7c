package shadewalk.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import shadewalk.lesson.author.Skeleton;
import shadewalk.lesson.homework.Result;
import shadewalk.lesson.homework.ResultFile;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.ui.action.Actions;
import shadewalk.ui.action.Keys;
import shadewalk.ui.author.AuthorPane;
import shadewalk.ui.author.NewLessonView;
import shadewalk.ui.author.NewLessonView.Beginning;
import shadewalk.ui.events.EventListView;
import shadewalk.ui.export.Copier;
import shadewalk.ui.export.ExportSource;
import shadewalk.ui.export.ExportView;
import shadewalk.ui.export.Exporter;
import shadewalk.ui.export.FileChoice;
import shadewalk.ui.export.Saver;
import shadewalk.ui.free.DifferenceView;
import shadewalk.ui.free.FreePlayPane;
import shadewalk.ui.glossary.TermPopup;
import shadewalk.ui.inspector.InspectorView;
import shadewalk.ui.layout.Beside;
import shadewalk.ui.layout.Column;
import shadewalk.ui.lesson.LessonModel.Stand;
import shadewalk.ui.lesson.LessonView;
import shadewalk.ui.lesson.ResultView;
import shadewalk.ui.lesson.WalkByHand;
import shadewalk.ui.notice.NoticePane;
import shadewalk.ui.now.NowLine;
import shadewalk.ui.open.FileDrop;
import shadewalk.ui.open.JobPane;
import shadewalk.ui.picture.AddressField;
import shadewalk.ui.picture.PicturePane;
import shadewalk.ui.picture.PictureView;
import shadewalk.ui.text.Texts;
import shadewalk.ui.timeline.TimelineBar;

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

    private static final double LESSON_SHARE = 0.26;
    private static final double EVENTS_FROM = 0.78;

    private final Stage stage;
    private final Workspace workspace;
    private final Texts texts;
    private final PicturePane picture;
    private final AddressField address;
    private final EventListView events;
    private final InspectorView inspector;
    private final Beside side;
    private final NowLine now;
    private final LessonView lesson;
    private final FreePlayPane freePlay;
    private final SplitPane columns = new SplitPane();
    private final SplitPane rows = new SplitPane();
    private final ScrollPane main = new ScrollPane(rows);
    private final Map<String, Double> splits = new TreeMap<>();
    private final Saver saver;
    private final Exporter exporter;
    private final FileChoice files;
    private final TermPopup terms;
    private final Actions actions;
    private String learner = "";

    MainWindow(Stage stage, Workspace workspace, FileChoice files) {
        this.stage = stage;
        this.workspace = workspace;
        this.files = files;
        this.texts = workspace.texts();
        var session = workspace.session();
        var appearance = workspace.appearance();
        getStyleClass().add("main-window");
        terms = new TermPopup(this, workspace.glossary(), texts);
        picture = new PicturePane(session, workspace.player(), workspace.picture(), appearance);
        address = new AddressField(workspace.picture(), workspace.notices(), texts);
        events =
                new EventListView(
                        workspace.events(),
                        session,
                        appearance,
                        workspace.glossary(),
                        texts,
                        terms::explain);
        now = new NowLine(session, workspace.glossary(), appearance, texts, terms::explain);
        inspector =
                new InspectorView(
                        session,
                        workspace.player().breakpoints(),
                        workspace.glossary(),
                        texts,
                        workspace.freePlay(),
                        terms::explain,
                        () -> workspace.inspectorProperty().set(false));
        saver =
                new Saver(
                        files,
                        workspace.notices(),
                        texts,
                        workspace.background(),
                        workspace.window());
        exporter =
                new Exporter(
                        saver,
                        workspace.jobs(),
                        workspace.notices(),
                        texts,
                        workspace.home().resolve("export.properties"));
        actions = new WindowActions(stage, workspace, this).all();
        lesson =
                new LessonView(
                        workspace.lesson(),
                        workspace.player(),
                        picture.view().touchedProperty(),
                        actions,
                        texts,
                        terms::explain);
        freePlay =
                new FreePlayPane(
                        workspace.freePlay(), workspace::operations, actions, texts, this::compare);
        side = picture.addSide(inspector);
        picture.addTools(
                actions,
                address,
                Stream.of("show-inspector", "show-events").map(actions::get).toList(),
                texts);
        picture.setOnSign(sign -> terms.explain(sign.term()));
        picture.view().setOnPicked(() -> workspace.inspectorProperty().set(true));
        setTop(TopBar.of(actions, workspace));
        setCenter(middle());
        FileDrop.install(this, workspace::open);
        workspace.inspectorProperty().subscribe(side::open);
        workspace.eventListProperty().subscribe(_ -> placeEvents());
        workspace.lessonPaneProperty().subscribe(_ -> placeLesson());
        workspace.lesson().standProperty().subscribe(_ -> placeLesson());
        workspace.lesson().standProperty().subscribe(this::lock);
        // A lesson begins with all of its picture, however the last one was looked at.
        workspace.lesson().lessonProperty().subscribe(_ -> picture.view().fit());
        workspace.freePlay().playProperty().subscribe(_ -> placeLesson());
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

    /// Opens the sheet in which pictures and data are exported; it follows what the window shows.
    void export() {
        if (source().isEmpty()) {
            workspace.notices().problem(texts.get("export.nothing"));
            return;
        }
        ExportSource[] last = {source().get()};
        ExportView view =
                new ExportView(
                        () -> last[0] = source().orElse(last[0]),
                        exporter,
                        copier(),
                        workspace.notices(),
                        texts,
                        workspace.background(),
                        workspace.window());
        var following = workspace.picture().diagramProperty().subscribe(view::refresh);
        new Sheet(stage, workspace.appearance(), texts.get("action.export"))
                .show(view, following::unsubscribe);
    }

    /// What the window shows just now, if it shows anything.
    Optional<ExportSource> source() {
        return Sight.of(workspace, picture.view().visiblePart());
    }

    Exporter exporter() {
        return exporter;
    }

    Copier copier() {
        return new Copier(exporter, workspace.notices(), texts);
    }

    Saver saver() {
        return saver;
    }

    void open() {
        files.toOpen().ifPresent(workspace::open);
    }

    /// Lets the learner do the walk of the address that is shown.
    void walkByHand() {
        new Sheet(stage, workspace.appearance(), texts.get("action.by-hand"))
                .show(
                        new WalkByHand(
                                workspace.session().state(), workspace.picture().address(), texts));
    }

    /// Asks for a lesson file to write on.
    void writeLesson() {
        files.toOpen().ifPresent(workspace.author()::open);
    }

    /// Asks what a new lesson begins with, writes it, and opens it to be written on.
    void newLesson() {
        newLesson(Beginning.SMALL_GUEST);
    }

    /// The same, beginning with what was done in free play.
    void savePlayAsLesson() {
        newLesson(Beginning.FREE_PLAY);
    }

    private void newLesson(Beginning usual) {
        boolean playing = workspace.freePlay().playProperty().get().isPresent();
        var sheet = new Sheet(stage, workspace.appearance(), texts.get("action.new-lesson"));
        sheet.ask(
                new NewLessonView(
                        usual,
                        playing,
                        texts,
                        (title, beginning) -> {
                            sheet.close();
                            write(title, beginning);
                        }));
    }

    private void write(String title, Beginning beginning) {
        String text =
                switch (beginning) {
                    case SMALL_GUEST -> Skeleton.of(title);
                    case FREE_PLAY -> workspace.playAsLesson(title).orElseThrow();
                };
        saver.saveJson(text, Skeleton.id(title), workspace.author()::open);
    }

    void focusStep() {
        workspace.lessonPaneProperty().set(true);
        freePlay.focusStep();
    }

    void focusAddress() {
        address.requestFocus();
        address.selectAll();
    }

    void searchEvents() {
        workspace.eventListProperty().set(true);
        events.focusSearch();
    }

    /// Shows what was answered in the lesson, to be saved and handed in.
    void showResult() {
        workspace.lesson().stand().ifPresent(now -> showResult(now.lesson()));
    }

    private void showResult(LessonPlayer player) {
        var sheet = new Sheet(stage, workspace.appearance(), texts.get("action.result"));
        sheet.ask(
                new ResultView(
                        player,
                        learner,
                        texts,
                        name -> {
                            learner = name;
                            String file = texts.get("result.file", player.lesson().id());
                            saver.saveJson(ResultFile.write(Result.of(player, name)), file);
                            sheet.close();
                        }));
    }

    /// What the inspector says, as text.
    Optional<String> inspectorText() {
        return inspector.text();
    }

    void explainEvent() {
        now.explain();
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

    /// Where the parts are divided, by name.
    Map<String, Double> splits() {
        rememberSplits();
        return splits;
    }

    void setSplits(Map<String, Double> remembered) {
        splits.putAll(remembered);
        applySplits();
    }

    private Node middle() {
        NoticePane notices = new NoticePane(workspace.notices());
        JobPane jobs = new JobPane(workspace.jobs(), texts);
        StackPane.setAlignment(notices, Pos.TOP_CENTER);
        StackPane.setAlignment(jobs, Pos.BOTTOM_CENTER);
        picture.stage().getChildren().addAll(notices, jobs);
        var session = workspace.session();
        var appearance = workspace.appearance();
        Column upper =
                new Column(
                        picture,
                        new TimelineBar(
                                session, appearance, texts, workspace.lesson().askingProperty()),
                        now);
        AuthorPane author = new AuthorPane(workspace.author(), texts);
        workspace
                .author()
                .draftProperty()
                .subscribe(draft -> {
                    upper.getChildren().remove(author);
                    if (draft.isPresent()) {
                        upper.getChildren().add(author);
                    }
                });
        VBox.setVgrow(picture, Priority.ALWAYS);
        rows.setOrientation(Orientation.VERTICAL);
        rows.getItems().add(upper);
        SplitPane.setResizableWithParent(events, false);
        SplitPane.setResizableWithParent(lesson, false);
        SplitPane.setResizableWithParent(freePlay, false);
        // Where even the least that the parts need is too much, the window scrolls.
        main.getStyleClass().add("main");
        main.setFitToWidth(true);
        main.setFitToHeight(true);
        main.setFocusTraversable(false);
        columns.getItems().add(main);
        return columns;
    }

    private void placeEvents() {
        Node upper = rows.getItems().getFirst();
        place(rows, workspace.eventListProperty().get() ? List.of(upper, events) : List.of(upper));
    }

    /// The lesson or free play on the left, or nothing.
    private void placeLesson() {
        boolean open = workspace.lessonPaneProperty().get();
        if (open && workspace.lesson().isActive()) {
            place(columns, List.of(lesson, main));
        } else if (open && workspace.freePlay().playProperty().get().isPresent()) {
            place(columns, List.of(freePlay, main));
        } else {
            place(columns, List.of(main));
        }
    }

    private void place(SplitPane pane, List<Node> items) {
        if (!pane.getItems().equals(items)) {
            rememberSplits();
            pane.getItems().setAll(items);
            // At its first layout the pane gives parts that do not grow with it their least width.
            Platform.runLater(this::applySplits);
        }
    }

    /// The walk of another address could answer an open question.
    private void lock(Optional<Stand> stand) {
        address.setDisable(stand.filter(Stand::isAsking).isPresent());
    }

    /// Shows what differs between the ends of two branches.
    private void compare(int left, int right) {
        var model = workspace.freePlay();
        new Sheet(stage, workspace.appearance(), texts.get("free.compare"))
                .show(
                        new DifferenceView(
                                model.compare(left, right),
                                model.name(left),
                                model.name(right),
                                texts));
    }

    private void rememberSplits() {
        if (columns.getDividers().size() == 1) {
            splits.put("lesson", columns.getDividerPositions()[0]);
        }
        if (rows.getDividers().size() == 1) {
            splits.put("events", rows.getDividerPositions()[0]);
        }
    }

    private void applySplits() {
        if (columns.getDividers().size() == 1) {
            columns.setDividerPositions(splits.getOrDefault("lesson", LESSON_SHARE));
        }
        if (rows.getDividers().size() == 1) {
            rows.setDividerPositions(splits.getOrDefault("events", EVENTS_FROM));
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
