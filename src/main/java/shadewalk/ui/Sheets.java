package shadewalk.ui;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import shadewalk.export.format.ExportSource;
import shadewalk.glossary.Edition;
import shadewalk.lesson.author.Skeleton;
import shadewalk.lesson.homework.Result;
import shadewalk.lesson.homework.ResultFile;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.scenario.FreePlay;
import shadewalk.text.Texts;
import shadewalk.ui.action.Actions;
import shadewalk.ui.action.ShortcutSheet;
import shadewalk.ui.author.NewLessonView;
import shadewalk.ui.author.NewLessonView.Beginning;
import shadewalk.ui.compare.Compared;
import shadewalk.ui.compare.Comparer;
import shadewalk.ui.compare.ComparisonView;
import shadewalk.ui.export.Copier;
import shadewalk.ui.export.ExportView;
import shadewalk.ui.export.Exporter;
import shadewalk.ui.export.FileChoice;
import shadewalk.ui.export.Saver;
import shadewalk.ui.free.DifferenceView;
import shadewalk.ui.free.MachineEditor;
import shadewalk.ui.glossary.GlossaryView;
import shadewalk.ui.glossary.OmissionsView;
import shadewalk.ui.glossary.ReadingView;
import shadewalk.ui.lesson.ResultView;
import shadewalk.ui.lesson.WalkByHand;
import shadewalk.ui.picture.PictureView;
import shadewalk.ui.touch.TouchView;

/// What the window opens beside itself: sheets to look something up, to fill in, and to take
/// something away.
final class Sheets {

    private final Stage stage;
    private final Workspace workspace;
    private final FileChoice files;
    private final PictureView picture;
    private final Texts texts;
    private final Saver saver;
    private final Exporter exporter;
    private String learner = "";

    Sheets(Stage stage, Workspace workspace, FileChoice files, PictureView picture) {
        this.stage = stage;
        this.workspace = workspace;
        this.files = files;
        this.picture = picture;
        this.texts = workspace.texts();
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
        var following =
                workspace
                        .picture()
                        .diagramProperty()
                        .subscribe(view::refresh)
                        .and(workspace.freePlay().playProperty().subscribe(view::refresh));
        sheet("action.export").show(view, following::unsubscribe);
    }

    /// What the window shows just now, if it shows anything.
    Optional<ExportSource> source() {
        return Sight.of(workspace, picture.visiblePart());
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

    /// Asks which shadow entries a guest write touches.
    void touched() {
        var telling = workspace.picture().tellingProperty();
        sheet("action.touched").show(new TouchView(workspace.session(), telling, texts));
    }

    /// Lets the learner do the walk of the address that is shown.
    void walkByHand() {
        sheet("action.by-hand")
                .show(
                        new WalkByHand(
                                workspace.session().state(), workspace.picture().address(), texts));
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
        var sheet = sheet("action.new-lesson");
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

    /// Shows what was answered in the lesson, to be saved and handed in.
    void showResult() {
        workspace.lesson().stand().ifPresent(now -> showResult(now.lesson()));
    }

    private void showResult(LessonPlayer player) {
        var sheet = sheet("action.result");
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

    /// Shows what differs between the ends of two branches.
    void compare(int left, int right) {
        sheet("free.compare").show(new DifferenceView(workspace.freePlay(), left, right, texts));
    }

    /// Asks for a recording and shows how far the branch that is shown agrees with it.
    void compareWithRecording() {
        var model = workspace.freePlay();
        Optional<FreePlay> play = model.playProperty().get();
        if (play.isEmpty()) {
            workspace.notices().problem(texts.get("compare.nothing"));
            return;
        }
        int branch = model.branchProperty().get();
        files.toCompare()
                .ifPresent(file ->
                        new Comparer(workspace.jobs(), texts)
                                .compare(play.get(), branch, file, this::show));
    }

    private void show(Compared compared) {
        switch (compared) {
            case Compared.Nothing(var sentence) -> workspace.notices().problem(sentence);
            case Compared.Run run ->
                    sheet("action.compare-recording")
                            .show(new ComparisonView(run, texts, this::goTo));
        }
    }

    private void goTo(int position) {
        workspace.player().pause();
        workspace.session().jump(position);
    }

    /// Puts a machine together; the sheet goes when the machine has started.
    void newMachine() {
        var sheet = sheet("action.new-machine");
        sheet.show(
                new MachineEditor(
                        texts, (plan, refused) -> workspace.playWith(plan, sheet::close, refused)));
    }

    void keys(Actions actions) {
        sheet("action.shortcuts").show(new ShortcutSheet(actions, texts));
    }

    void glossary() {
        sheet("action.glossary").show(new GlossaryView(workspace.glossary(), texts));
    }

    void omissions() {
        sheet("action.omissions").show(new OmissionsView(workspace.glossary(), texts));
    }

    /// Shows which functions of the kernel can be read now.
    void reading() {
        sheet("action.reading").show(new ReadingView(workspace.glossary(), texts));
    }

    void about() {
        Label title = new Label(texts.get("about.title", Edition.version()));
        title.getStyleClass().add("scene-title");
        Label words =
                new Label(
                        texts.get(
                                "about.words",
                                workspace.glossary().kernel(),
                                System.getProperty("java.version"),
                                System.getProperty("javafx.version")));
        words.setWrapText(true);
        VBox all = new VBox(title, words);
        all.getStyleClass().add("about");
        ScrollPane scroll = new ScrollPane(all);
        scroll.setId("about-text");
        scroll.setFitToWidth(true);
        sheet("action.about").show(scroll);
    }

    private LookupWindow sheet(String title) {
        return new LookupWindow(stage, workspace.appearance(), texts, title);
    }
}
