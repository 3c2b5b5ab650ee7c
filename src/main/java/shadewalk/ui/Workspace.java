package shadewalk.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.author.MachinePlan;
import shadewalk.lesson.author.Skeleton;
import shadewalk.lesson.play.Attempt;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.progress.Progress;
import shadewalk.lesson.session.PlayFile;
import shadewalk.lesson.session.SavedSession;
import shadewalk.read.Operations;
import shadewalk.read.ThingIds;
import shadewalk.scenario.EventLog;
import shadewalk.scenario.FreePlay;
import shadewalk.scenario.Machine;
import shadewalk.text.Texts;
import shadewalk.ui.author.AuthorModel;
import shadewalk.ui.events.EventListModel;
import shadewalk.ui.free.FreePlayModel;
import shadewalk.ui.lesson.LessonModel;
import shadewalk.ui.lesson.Shelf;
import shadewalk.ui.lesson.Stand;
import shadewalk.ui.notice.Notices;
import shadewalk.ui.open.Jobs;
import shadewalk.ui.open.Opened;
import shadewalk.ui.open.Opener;
import shadewalk.ui.picture.PictureModel;
import shadewalk.ui.session.Course;
import shadewalk.ui.session.FreeCourse;
import shadewalk.ui.session.Player;
import shadewalk.ui.session.Session;
import shadewalk.ui.theme.Appearance;

/// Everything the window shows, without the window.
public final class Workspace {

    private final Texts texts = Texts.WINDOW;
    private final Glossary glossary = Glossary.load();
    private final Appearance appearance = new Appearance();
    private final Notices notices = new Notices();
    private final Shelf shelf = new Shelf();
    private final Session session = new Session(EventLog.ofNothing());
    private final Player player = new Player(session);
    private final Course free = new FreeCourse(session, player);
    private final PictureModel picture = new PictureModel(session);
    private final LessonModel lesson = new LessonModel(session, player, picture);
    private final AuthorModel author;
    private final FreePlayModel freePlay;
    private final EventListModel events;
    private final LearnerFile learner;
    private final Jobs jobs;
    private final Opener opener;
    private final Path home;
    private final Executor background;
    private final Executor window;
    private final BooleanProperty homeView = new SimpleBooleanProperty(false);
    private final BooleanProperty inspector = new SimpleBooleanProperty(false);
    private final BooleanProperty eventList = new SimpleBooleanProperty(true);
    private final BooleanProperty lessonPane = new SimpleBooleanProperty(true);
    private String lessonName = "";

    /// @param home the folder in which things are remembered
    /// @param background where long work is done
    /// @param window where the window's parts may be changed
    public Workspace(Path home, Executor background, Executor window) {
        this.home = home;
        this.background = background;
        this.window = window;
        events = new EventListModel(session, background, window);
        jobs = new Jobs(background, window);
        opener = new Opener(jobs, texts);
        learner = new LearnerFile(home, notices, texts, background, window);
        freePlay =
                new FreePlayModel(
                        session, player, new PlayFile(home), notices, texts, background, window);
        picture.setMachine(this::machine);
        author = new AuthorModel(lesson, glossary, notices, texts, this::play, background, window);
        lesson.standProperty().subscribe(stand -> stand.ifPresent(s -> keep(s.lesson())));
    }

    /// A lesson's author goes through it to see it, and learns nothing.
    private void keep(LessonPlayer player) {
        if (!author.isActive()) {
            learner.keep(player);
        }
    }

    /// The machine whose run is shown.
    private Optional<Machine> machine() {
        return lesson.stand()
                .map(stand -> stand.lesson().performance().stage().machine())
                .or(() -> freePlay.playProperty().get().map(FreePlay::machine));
    }

    /// Opens a file: a lesson, a scenario or a session. What is shown stays until it is read, and
    /// for good if it cannot be.
    public void open(Path file) {
        open(file, () -> {});
    }

    /// The same, and something else if it cannot be read.
    public void open(Path file, Runnable otherwise) {
        opener.open(
                file,
                opened -> {
                    show(opened);
                    if (opened instanceof Opened.Nothing) {
                        otherwise.run();
                    }
                });
    }

    /// Opens a lesson that comes with the program.
    public void openLesson(String name) {
        opener.openBundled(name, this::show);
    }

    /// The same, at one of its steps, or as near to it as its questions allow.
    public void openLesson(String name, int step) {
        opener.openBundled(
                name,
                opened -> {
                    show(opened);
                    lesson.go(step);
                });
    }

    private void show(Opened opened) {
        switch (opened) {
            case Opened.Nothing(var sentence) -> notices.problem(sentence);
            case Opened.OfLesson(var name, var lessonPlayer) -> {
                homeView.set(false);
                author.close();
                learner.resume(lessonPlayer);
                play(name, lessonPlayer);
            }
            case Opened.OfPlay(var kept, var left) -> {
                homeView.set(false);
                author.close();
                lesson.close();
                lessonName = "";
                freePlay.open(kept);
                showAs(kept);
                if (left > 0) {
                    notices.problem(texts.get("open.cut", left));
                }
            }
        }
    }

    private void play(Path file, LessonPlayer written) {
        play(file.toString(), written);
    }

    private void play(String name, LessonPlayer played) {
        lessonName = name;
        freePlay.close();
        lesson.open(played, played.index());
    }

    private void showAs(SavedSession kept) {
        kept.view()
                .ifPresent(view -> {
                    picture.viewProperty().set(view.picture());
                    ThingIds.around(view.selected()).ifPresent(session::select);
                    if (kept.framing().isPresent()) {
                        picture.show(view);
                    }
                });
    }

    /// Leaves the lesson where it stands, to try things out. What an open question hides stays
    /// hidden until it is answered.
    public void playFreely() {
        lesson.stand()
                .ifPresent(now -> {
                    if (!now.isOpen()) {
                        notices.problem(texts.get("free.locked"));
                        return;
                    }
                    homeView.set(false);
                    lesson.close();
                    freePlay.goOnFrom(now.lesson().performance(), now.scene());
                });
    }

    /// Whether a lesson was left for free play, so that one can go back to it.
    public boolean canGoBackToLesson() {
        return !lesson.isActive() && !lessonName.isEmpty();
    }

    /// Takes the lesson up again that was left for free play, where it was left.
    public void backToLesson() {
        if (shelf.has(lessonName)) {
            openLesson(lessonName);
        } else if (!lessonName.isEmpty()) {
            open(Path.of(lessonName));
        }
    }

    /// Begins the lesson again with nothing answered, and offers to take that back.
    public void beginAgain() {
        lesson.stand().map(Stand::lesson).ifPresent(this::beginAgain);
    }

    private void beginAgain(LessonPlayer player) {
        String stop = player.scene().stop().id();
        Map<String, Attempt> answers = player.answers();
        learner.forget(player.lesson().id());
        player.beginAgain();
        lesson.open(player, 0);
        notices.offer(
                texts.get("lesson.begun-again"),
                texts.get("lesson.take-back"),
                () -> {
                    player.resume(answers, stop);
                    learner.keep(player);
                    if (lesson.stand().filter(now -> now.lesson().equals(player)).isPresent()) {
                        lesson.open(player, player.index());
                    }
                });
    }

    /// Makes a machine and leaves the lesson to play with it.
    ///
    /// @param begun is called when it has begun
    /// @param refused is told why it cannot
    public void playWith(MachinePlan plan, Runnable begun, Consumer<List<String>> refused) {
        jobs.run(
                texts.get("machine.job"),
                _ -> plan.make(texts.get("machine.name")),
                result -> {
                    switch (result) {
                        case MachinePlan.Result.Wrong(var sentences) -> refused.accept(sentences);
                        case MachinePlan.Result.Made(var play) -> {
                            homeView.set(false);
                            lesson.close();
                            lessonName = "";
                            freePlay.begin(play);
                            begun.run();
                        }
                    }
                });
    }

    /// What can be done to the machine now, filled in.
    public List<Operations.Operation> operations() {
        return Operations.of(session.state(), picture.address(), session.selectionProperty().get());
    }

    /// The free play as a session file.
    public Optional<String> sessionText() {
        return freePlay.text(Optional.of(picture.view()));
    }

    /// A lesson that does what was done in free play.
    public Optional<String> playAsLesson(String title) {
        return freePlay.playProperty()
                .get()
                .map(open -> {
                    int branch = freePlay.branchProperty().get();
                    if (open.leavesInTheMiddle(branch)) {
                        notices.problem(texts.get("author.middle"));
                    }
                    return Skeleton.of(title, open.machine(), open.stepsTo(branch));
                });
    }

    /// The lesson that is being written.
    public AuthorModel author() {
        return author;
    }

    public FreePlayModel freePlay() {
        return freePlay;
    }

    /// The bundled lesson behind the one that is open.
    public Optional<String> nextLesson() {
        return shelf.after(lessonName);
    }

    /// Whether the lesson that is open is the last that comes with the program.
    public boolean isLastOfAll() {
        return shelf.has(lessonName) && nextLesson().isEmpty();
    }

    /// How far the learner is in a lesson, by its id; nothing if it was not begun.
    public Optional<Progress.OfLesson> progress(String lesson) {
        return learner.of(lesson);
    }

    /// The lesson that is open, or was left for free play: a bundled lesson's file name, or a path;
    /// empty for none.
    public String lessonName() {
        return lessonName;
    }

    /// The way through what is open.
    public Course course() {
        return lesson.isActive() ? lesson : free;
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

    public Shelf shelf() {
        return shelf;
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

    public LessonModel lesson() {
        return lesson;
    }

    public EventListModel events() {
        return events;
    }

    /// The folder in which things are remembered.
    public Path home() {
        return home;
    }

    public Jobs jobs() {
        return jobs;
    }

    public Executor background() {
        return background;
    }

    public Executor window() {
        return window;
    }

    /// Whether the map of lessons lies over what is open.
    public BooleanProperty homeViewProperty() {
        return homeView;
    }

    /// Whether the inspector is open.
    public BooleanProperty inspectorProperty() {
        return inspector;
    }

    /// Whether the list of events is open.
    public BooleanProperty eventListProperty() {
        return eventList;
    }

    /// Whether the lesson's pane is open.
    public BooleanProperty lessonPaneProperty() {
        return lessonPane;
    }
}
