package shadewalk.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import shadewalk.glossary.Glossary;
import shadewalk.glossary.Term;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Scene;
import shadewalk.ui.action.Actions;
import shadewalk.ui.action.Buttons;
import shadewalk.ui.notice.Notices;
import shadewalk.ui.session.Session;
import shadewalk.ui.text.Texts;

/// The lesson on the left: its outline, what is told at this scene, and its question.
public final class LessonPane extends VBox {

    private final LessonModel model;
    private final Texts texts;
    private final Glossary glossary;
    private final Notices notices;
    private final Label title = new Label();
    private final VBox outline = new VBox();
    private final Label sceneTitle = new Label();
    private final Label whatIf = new Label();
    private final ProseView narration = new ProseView(this::explain);
    private final QuestionPane question;
    private final ScrollPane scroll = new ScrollPane();
    private final Label place = new Label();
    private final List<ToggleButton> rows = new ArrayList<>();

    public LessonPane(
            LessonModel model,
            Session session,
            Glossary glossary,
            Notices notices,
            Actions actions,
            Texts texts) {
        this.model = model;
        this.texts = texts;
        this.glossary = glossary;
        this.notices = notices;
        getStyleClass().add("lesson");
        title.getStyleClass().add("lesson-title");
        title.setWrapText(true);
        sceneTitle.getStyleClass().add("scene-title");
        sceneTitle.setWrapText(true);
        whatIf.getStyleClass().add("what-if");
        whatIf.setText(texts.get("lesson.what-if"));
        outline.getStyleClass().add("outline");
        question =
                new QuestionPane(
                        model,
                        session,
                        texts,
                        new ProseView(this::explain),
                        new ProseView(this::explain));
        VBox told = new VBox(sceneTitle, whatIf, narration, question);
        told.getStyleClass().add("told");
        scroll.setContent(told);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, outline, scroll, moving(actions));
        model.lessonProperty().subscribe(this::open);
        model.sceneProperty().subscribe(_ -> show());
        model.verdictProperty().subscribe(_ -> mark());
    }

    private Node moving(Actions actions) {
        Buttons buttons = new Buttons(texts);
        Button back = buttons.words(actions.get("scene-back"));
        Button next = buttons.words(actions.get("scene-next"));
        next.getStyleClass().add("accent");
        Region gap = new Region();
        Region otherGap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox.setHgrow(otherGap, Priority.ALWAYS);
        HBox row = new HBox(back, gap, place, otherGap, next);
        row.setAlignment(Pos.CENTER);
        row.getStyleClass().add("moving");
        return row;
    }

    private void open(Optional<LessonPlayer> opened) {
        rows.clear();
        outline.getChildren().clear();
        opened.ifPresent(lesson -> {
            title.setText(lesson.lesson().title());
            title.setAccessibleText(lesson.lesson().title() + ". " + lesson.lesson().goal());
            for (Scene scene : lesson.performance().scenes()) {
                rows.add(row(scene));
            }
            outline.getChildren().setAll(rows);
            show();
        });
    }

    private ToggleButton row(Scene scene) {
        ToggleButton row = new ToggleButton(scene.number() + 1 + "  " + scene.stop().title());
        row.setId("scene-" + scene.number());
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setOnAction(_ -> {
            model.go(scene.number());
            mark();
        });
        return row;
    }

    private void show() {
        model.lessonProperty()
                .get()
                .ifPresent(lesson -> {
                    Scene scene = lesson.scene();
                    sceneTitle.setText(scene.stop().title());
                    whatIf.setVisible(scene.stop().whatIf());
                    whatIf.setManaged(scene.stop().whatIf());
                    narration.show(scene.narration());
                    question.show(lesson);
                    scroll.setVvalue(0);
                    mark();
                });
    }

    private void mark() {
        model.lessonProperty()
                .get()
                .ifPresent(lesson -> {
                    for (int i = 0; i < rows.size(); i++) {
                        rows.get(i).setSelected(i == lesson.index());
                        rows.get(i).setDisable(i > lesson.limit());
                    }
                    place.setText(texts.get("lesson.place", lesson.index() + 1, lesson.size()));
                });
    }

    /// Says what a word means.
    private void explain(String id) {
        Optional<Term> term = glossary.find(id);
        notices.done(
                term.map(it -> it.word() + ": " + it.meaning())
                        .orElse(texts.get("lesson.no-term", id)));
    }
}
