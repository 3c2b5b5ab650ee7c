package shadewalk.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import shadewalk.read.OnStage;
import shadewalk.text.Texts;
import shadewalk.ui.action.Actions;
import shadewalk.ui.action.Keys;
import shadewalk.ui.action.WhyNot;
import shadewalk.ui.author.AuthorPane;
import shadewalk.ui.command.CommandPalette;
import shadewalk.ui.events.EventListView;
import shadewalk.ui.export.FileChoice;
import shadewalk.ui.free.FreePlayPane;
import shadewalk.ui.glossary.TermPopup;
import shadewalk.ui.inspector.InspectorView;
import shadewalk.ui.layout.Column;
import shadewalk.ui.lesson.HomeView;
import shadewalk.ui.lesson.LessonView;
import shadewalk.ui.lesson.Stand;
import shadewalk.ui.notice.NoticePane;
import shadewalk.ui.now.NowLine;
import shadewalk.ui.open.FileDrop;
import shadewalk.ui.open.JobPane;
import shadewalk.ui.picture.AddressField;
import shadewalk.ui.picture.PicturePane;
import shadewalk.ui.picture.PictureView;
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
final class MainWindow extends BorderPane implements WindowActions.Front {

    /// The scale from which on a notice is wider than the picture.
    private static final double LARGE_WORDS = 1.75;

    private final Workspace workspace;
    private final Texts texts;
    private final PicturePane picture;
    private final AddressField address;
    private final EventListView events;
    private final InspectorView inspector;
    private final NowLine now;
    private final LessonView lesson;
    private final FreePlayPane freePlay;
    private final Panes panes;
    private final FileChoice files;
    private final TermPopup terms;
    private final Actions actions;
    private final StackPane all;
    private final HomeView home;
    private Optional<CommandPalette> palette = Optional.empty();

    MainWindow(Stage stage, Workspace workspace, FileChoice files) {
        this.workspace = workspace;
        this.files = files;
        this.texts = workspace.texts();
        var session = workspace.session();
        var appearance = workspace.appearance();
        getStyleClass().add("main-window");
        terms = new TermPopup(this, workspace.glossary(), texts);
        picture = new PicturePane(session, workspace.player(), workspace.picture(), appearance);
        address = new AddressField(workspace.picture(), workspace.notices(), texts);
        WhyNot.say(address, texts.get("why.address"));
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
                        workspace.picture(),
                        workspace.player().breakpoints(),
                        workspace.glossary(),
                        texts,
                        workspace.freePlay(),
                        terms::explain,
                        () -> workspace.inspectorProperty().set(false));
        Sheets sheets = new Sheets(stage, workspace, files, picture.view());
        actions = new WindowActions(stage, workspace, sheets, picture.view(), this).all();
        lesson =
                new LessonView(
                        workspace.lesson(),
                        workspace.player(),
                        picture.view().touchedProperty(),
                        actions,
                        texts,
                        terms::explain,
                        workspace::isLastOfAll);
        freePlay =
                new FreePlayPane(
                        workspace.freePlay(),
                        workspace::operations,
                        actions,
                        texts,
                        sheets::compare);
        picture.addTools(
                actions,
                address,
                Stream.of("show-inspector", "show-events").map(actions::get).toList(),
                texts);
        PictureMenu.install(picture.view(), actions, texts);
        picture.setOnSign(sign -> terms.explain(sign.term()));
        picture.view()
                .setOnPicked(() -> {
                    // A click that answers moves nothing, so that the next hits what it means.
                    if (!workspace.lesson().isPicking()) {
                        workspace.inspectorProperty().set(true);
                    }
                });
        setTop(TopBar.of(actions, workspace));
        panes = new Panes(workspace, upper(), events, lesson, freePlay, inspector);
        all = new StackPane(panes.root());
        setCenter(all);
        home =
                new HomeView(
                        workspace.shelf(),
                        workspace::progress,
                        workspace::openLesson,
                        actions,
                        texts);
        workspace.homeViewProperty().subscribe(this::showHome);
        placeNotices();
        FileDrop.install(this, workspace::open);
        workspace.lesson().standProperty().subscribe(this::lock);
        // A lesson begins with all of its picture, however the last one was looked at.
        workspace.lesson().lessonProperty().subscribe(_ -> picture.view().fit());
        startClock();
    }

    /// Wires the keys, once the window stands in its scene.
    void install(Scene scene) {
        Keys.install(scene, actions);
        WhyNot.install(scene);
    }

    Actions actions() {
        return actions;
    }

    Panes panes() {
        return panes;
    }

    PictureView picture() {
        return picture.view();
    }

    @Override
    public void open() {
        files.toOpen().ifPresent(workspace::open);
    }

    @Override
    public void writeLesson() {
        files.toOpen().ifPresent(workspace.author()::open);
    }

    @Override
    public void goOn() {
        lesson.goOn();
    }

    @Override
    public void focusStep() {
        workspace.lessonPaneProperty().set(true);
        freePlay.focusStep();
    }

    @Override
    public void focusAddress() {
        address.setVisible(true);
        address.requestFocus();
        address.selectAll();
    }

    @Override
    public void searchEvents() {
        workspace.eventListProperty().set(true);
        events.focusSearch();
    }

    @Override
    public Optional<String> inspectorText() {
        return inspector.text();
    }

    @Override
    public void explainEvent() {
        now.explain();
    }

    /// It is made when it is asked for first: the window does not wait for it.
    @Override
    public void openPalette() {
        Commands commands = new Commands(workspace, actions, address, terms::explainAlone);
        CommandPalette open =
                palette.orElseGet(() -> new CommandPalette(all, texts, commands::typed));
        palette = Optional.of(open);
        open.open(commands.all());
    }

    /// The map of lessons lies over everything but the bar at the top.
    private void showHome(boolean open) {
        all.getChildren().remove(home);
        if (open) {
            workspace.player().pause();
            home.show();
            all.getChildren().add(1, home);
            home.focusNext();
        }
    }

    @Override
    public void escape() {
        if (palette.filter(CommandPalette::close).isPresent()) {
            return;
        }
        if (workspace.notices().dismissLast()) {
            return;
        }
        if (workspace.homeViewProperty().get()) {
            workspace.homeViewProperty().set(false);
            picture.view().requestFocus();
            return;
        }
        if (workspace.picture().where().elsewhereProperty().get()) {
            picture.back();
        } else if (!picture.view().touchedProperty().get().isEmpty()) {
            picture.view().unpick();
        } else {
            workspace.inspectorProperty().set(false);
        }
        picture.view().requestFocus();
    }

    /// The picture with the timeline and what has just happened below it.
    private Node upper() {
        JobPane jobs = new JobPane(workspace.jobs(), texts);
        StackPane.setAlignment(jobs, Pos.BOTTOM_CENTER);
        picture.stage().getChildren().add(jobs);
        var session = workspace.session();
        var appearance = workspace.appearance();
        TimelineBar timeline =
                new TimelineBar(session, appearance, texts, workspace.lesson().askingProperty());
        BooleanBinding told = workspace.picture().shows(Set.of(OnStage.TIMELINE));
        for (Node each : List.of(timeline, now)) {
            each.visibleProperty().bind(told);
            each.managedProperty().bind(told);
        }
        Column upper = new Column(picture, timeline, now);
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
        return upper;
    }

    /// Notices lie over the picture, or where words are so large that they would not fit there,
    /// over all panes.
    private void placeNotices() {
        NoticePane notices = new NoticePane(workspace.notices());
        StackPane.setAlignment(notices, Pos.TOP_CENTER);
        workspace
                .appearance()
                .scaleProperty()
                .subscribe(scale -> {
                    boolean large = scale.doubleValue() >= LARGE_WORDS;
                    notices.showOnlyNewest(large);
                    StackPane over = large ? all : picture.stage();
                    if (!over.equals(notices.getParent())) {
                        over.getChildren().add(notices);
                    }
                });
    }

    /// The walk of another address could answer an open question.
    private void lock(Optional<Stand> stand) {
        address.setDisable(stand.filter(Stand::isAsking).isPresent());
    }

    private void startClock() {
        new AnimationTimer() {
            private long before;

            @Override
            public void handle(long now) {
                if (before != 0) {
                    var player = workspace.player();
                    double seconds = (now - before) / 1e9;
                    player.advance(seconds);
                    workspace.picture().dealing().advance(seconds, player.speedProperty().get());
                }
                before = now;
            }
        }.start();
    }
}
