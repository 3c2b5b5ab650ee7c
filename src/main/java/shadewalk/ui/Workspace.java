package shadewalk.ui;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import shadewalk.export.RunPicture.View;
import shadewalk.glossary.Glossary;
import shadewalk.scenario.Timeline;
import shadewalk.ui.events.EventListModel;
import shadewalk.ui.free.FreePlayModel;
import shadewalk.ui.lesson.LessonModel;
import shadewalk.ui.notice.Notices;
import shadewalk.ui.open.Opened;
import shadewalk.ui.picture.PictureModel;
import shadewalk.ui.session.Player;
import shadewalk.ui.session.Session;
import shadewalk.ui.text.Texts;
import shadewalk.ui.theme.Appearance;

/// Everything the window shows, without the window.
public final class Workspace {

    private final Texts texts = new Texts();
    private final Glossary glossary = Glossary.load();
    private final Appearance appearance = new Appearance();
    private final Notices notices = new Notices();
    private final Session session;
    private final Player player;
    private final PictureModel picture;
    private final EventListModel events;
    private final LessonModel lessons;
    private final FreePlayModel freePlay;
    private String bundled = "";
    private final Executor background;
    private final Executor window;
    private final BooleanProperty inspector = new SimpleBooleanProperty(false);
    private final BooleanProperty eventList = new SimpleBooleanProperty(true);
    private final BooleanProperty lesson = new SimpleBooleanProperty(true);

    /// @param background where long work is done
    /// @param window where the window's parts may be changed
    public Workspace(Executor background, Executor window) {
        this.background = background;
        this.window = window;
        session = new Session(Timeline.empty());
        player = new Player(session);
        picture = new PictureModel(session);
        events = new EventListModel(session, background, window);
        lessons = new LessonModel(session, player);
        freePlay = new FreePlayModel(session, notices, texts);
        lessons.lessonProperty().subscribe(_ -> showScene());
        lessons.sceneProperty().subscribe(_ -> showScene());
        lessons.verdictProperty().subscribe(_ -> picture.setAsking(lessons.isAsking()));
    }

    /// Opens a lesson that comes with the program.
    public void openBundled(String name) {
        bundled = name;
        open(() -> Opened.bundled(name));
    }

    /// The bundled lesson that was opened last, empty if none was.
    public String lessonName() {
        return bundled;
    }

    /// Opens a lesson, a scenario or a session. If it cannot be opened, everything stays as it is.
    public void open(Path file) {
        open(() -> Opened.file(file));
    }

    private void open(Supplier<Opened> source) {
        background.execute(() -> {
            Opened opened = source.get();
            window.execute(() -> show(opened));
        });
    }

    private void show(Opened opened) {
        switch (opened) {
            case Opened.ALesson(var lessonPlayer) -> {
                freePlay.close();
                lessons.open(lessonPlayer);
                lesson.set(true);
            }
            case Opened.Play(var play) -> {
                lessons.close();
                lesson.set(false);
                freePlay.open(play);
            }
            case Opened.Nothing(var sentence) -> notices.problem(sentence);
        }
    }

    /// Shows the picture and the address that the lesson's scene is about.
    private void showScene() {
        picture.setAsking(lessons.isAsking());
        lessons.address().ifPresent(picture::setUsual);
        lessons.view()
                .flatMap(wanted ->
                        Arrays.stream(View.values())
                                .filter(view -> view.name().equals(wanted.name()))
                                .findFirst())
                .ifPresent(picture.viewProperty()::set);
    }

    /// Leaves the lesson where it stands, to try things out.
    public void playFreely() {
        lessons.lessonProperty()
                .get()
                .ifPresent(open -> {
                    if (!open.isFree()) {
                        notices.problem(texts.get("free.locked"));
                        return;
                    }
                    freePlay.goOnFrom(open.scene(), open.performance().stage().machine());
                    lessons.close();
                });
    }

    public LessonModel lessons() {
        return lessons;
    }

    public FreePlayModel freePlay() {
        return freePlay;
    }

    public Texts texts() {
        return texts;
    }

    public Glossary glossary() {
        return glossary;
    }

    public Appearance appearance() {
        return appearance;
    }

    public Notices notices() {
        return notices;
    }

    public Session session() {
        return session;
    }

    public Player player() {
        return player;
    }

    public PictureModel picture() {
        return picture;
    }

    public EventListModel events() {
        return events;
    }

    public Executor background() {
        return background;
    }

    public Executor window() {
        return window;
    }

    /// Whether the inspector is open.
    public BooleanProperty inspectorProperty() {
        return inspector;
    }

    /// Whether the list of events is open.
    public BooleanProperty eventListProperty() {
        return eventList;
    }

    /// Whether the lesson is open.
    public BooleanProperty lessonProperty() {
        return lesson;
    }
}
