package shadewalk.ui.lesson;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import shadewalk.diagram.parts.Touched;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.Stop;
import shadewalk.lesson.play.Cue;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.prose.Prose;
import shadewalk.text.Texts;
import shadewalk.ui.action.Action;
import shadewalk.ui.action.Actions;
import shadewalk.ui.action.Buttons;
import shadewalk.ui.action.WhyNot;
import shadewalk.ui.session.Player;

/// The pane of the lesson: outline, narration, question, and the way on.
public final class LessonView extends VBox implements QuestionView.Place {

    private final LessonModel model;
    private final ObservableValue<Touched> touched;
    private final Player player;
    private final Actions actions;
    private final Texts texts;
    private final Consumer<String> explain;
    private final BooleanSupplier isLastOfAll;
    private final Label title = new Label();
    private final Label goal = new Label();
    private final LessonOutline outline;
    private final VBox remark = new VBox();
    private final Story story = new Story();
    private final Button back = new Button();
    private final Button forward = new Button();
    private final HBox way = new HBox(back, forward);
    private Optional<Stand> shown = Optional.empty();
    private Optional<QuestionView> question = Optional.empty();
    private List<Cue> cues = List.of();
    private ProseView narration = new ProseView(Prose.EMPTY, _ -> {});
    private boolean asking;

    /// @param touched what was picked in the picture
    /// @param explain shows the glossary term of an id
    /// @param isLastOfAll whether no lesson comes after this one
    public LessonView(
            LessonModel model,
            Player player,
            ObservableValue<Touched> touched,
            Actions actions,
            Texts texts,
            Consumer<String> explain,
            BooleanSupplier isLastOfAll) {
        this.model = model;
        this.isLastOfAll = isLastOfAll;
        this.outline = new LessonOutline(model, texts);
        this.touched = touched;
        this.actions = actions;
        this.player = player;
        this.texts = texts;
        this.explain = explain;
        setId("lesson");
        getStyleClass().add("lesson");
        VBox.setVgrow(story, Priority.ALWAYS);
        getChildren().addAll(head(), story, below(), way());
        model.standProperty().subscribe(this::show);
        story.setOnMoved(() -> model.stand().ifPresent(this::showWay));
        player.playingProperty().subscribe(_ -> model.stand().ifPresent(this::showWay));
        listenForNumbers();
    }

    private Node head() {
        title.setId("lesson-title");
        title.getStyleClass().add("pane-title");
        title.setWrapText(true);
        goal.getStyleClass().add("quiet");
        goal.setWrapText(true);
        outline.fit(heightProperty());
        VBox head = new VBox(title, goal, outline);
        head.getStyleClass().add("lesson-head");
        return head;
    }

    private Node below() {
        remark.setId("remark");
        remark.getStyleClass().add("remark");
        remark.managedProperty().bind(Bindings.isNotEmpty(remark.getChildren()));
        remark.visibleProperty().bind(remark.managedProperty());
        return remark;
    }

    private Node way() {
        back.setId("lesson-back");
        back.setGraphic(new FontIcon(Feather.ARROW_LEFT));
        back.getStyleClass().add(Styles.BUTTON_ICON);
        back.setAccessibleText(texts.get("lesson.back"));
        Buttons buttons = new Buttons(texts);
        back.setTooltip(new Tooltip(buttons.tip(actions.get("lesson-back"))));
        WhyNot.say(back, texts.get("why.lesson-back"));
        back.setOnAction(_ -> model.back());
        forward.setId("lesson-forward");
        forward.getStyleClass().add(Styles.ACCENT);
        forward.setMaxWidth(Double.MAX_VALUE);
        forward.setWrapText(true);
        forward.setMinHeight(Region.USE_PREF_SIZE);
        forward.setTooltip(new Tooltip(buttons.tip(actions.get("lesson-forward"))));
        WhyNot.say(forward, texts.get("why.lesson-forward"));
        forward.setOnAction(_ -> goOn());
        HBox.setHgrow(forward, Priority.ALWAYS);
        way.getStyleClass().add("lesson-way");
        return way;
    }

    private void show(Optional<Stand> stand) {
        Optional<Stand> before = shown;
        shown = stand;
        if (stand.isEmpty()) {
            return;
        }
        Stand now = stand.get();
        boolean sameLesson = before.filter(b -> b.lesson().equals(now.lesson())).isPresent();
        if (!sameLesson) {
            showHead(now.lesson().lesson());
        }
        boolean sameScene = sameLesson && before.filter(b -> b.index() == now.index()).isPresent();
        if (!sameScene) {
            goal.setVisible(now.index() == 0);
            goal.setManaged(now.index() == 0);
            showBody(now);
        }
        boolean sameOutline = sameScene && before.filter(b -> b.limit() == now.limit()).isPresent();
        if (!sameOutline) {
            outline.show(now);
        }
        tell(now);
        showWay(now);
        if (sameScene && asking && !now.isAsking() && focusIsHere()) {
            forward.requestFocus();
        }
        asking = now.isAsking();
    }

    /// The narration keeps step with the run.
    private void tell(Stand now) {
        long come = cues.stream().filter(cue -> cue.position() <= now.position()).count();
        narration.tell((int) come, come > 0 && !now.arrived());
    }

    /// Whether the focus is in this pane, or was in a part of it that has just gone.
    private boolean focusIsHere() {
        Node focus = getScene().getFocusOwner();
        while (focus != null && focus.getParent() != null && !equals(focus)) {
            focus = focus.getParent();
        }
        return !getScene().getRoot().equals(focus);
    }

    private void showHead(Lesson lesson) {
        title.setText(lesson.title());
        goal.setText(lesson.goal());
    }

    private void showBody(Stand now) {
        Stop stop = now.scene().stop();
        Label place = new Label(texts.get("lesson.place", now.index() + 1, now.lesson().size()));
        place.getStyleClass().add("quiet");
        Label name = new Label(stop.title());
        name.setId("scene-title");
        name.setWrapText(true);
        name.getStyleClass().add("scene-title");
        List<Node> parts = new ArrayList<>();
        cues = now.scene().cues();
        narration =
                new ProseView(now.scene().narration(), explain, cue -> model.recall(cues.get(cue)));
        parts.addAll(List.of(place, name, narration));
        remark(List.of());
        question = now.question().map(q -> new QuestionView(q, model, this, actions, texts));
        question.ifPresent(parts::add);
        if (now.isLast()) {
            parts.add(ending(now));
        }
        story.tell(parts);
    }

    @Override
    public ObservableValue<Touched> touched() {
        return touched;
    }

    @Override
    public void explain(String term) {
        explain.accept(term);
    }

    @Override
    public void reveal(Node part) {
        story.reveal(part);
    }

    @Override
    public void remark(List<Node> words) {
        story.rest();
        remark.getChildren().setAll(words);
    }

    /// What can be done when everything was told.
    private Node ending(Stand now) {
        VBox ending = new VBox();
        ending.setId("ending");
        ending.getStyleClass().add("ending");
        Lesson lesson = now.lesson().lesson();
        if (!lesson.explain().isEmpty()) {
            ending.getChildren().add(words(texts.get("lesson.explain"), "section"));
            lesson.explain()
                    .forEach(sentence -> {
                        Label explained = words(sentence, "explained");
                        explained.setGraphic(new FontIcon(Feather.CHECK));
                        ending.getChildren().add(explained);
                    });
        }
        if (now.lesson().questions() > 0) {
            ending.getChildren().add(words(ResultView.sums(now.lesson(), texts), "quiet"));
        }
        now.lesson().performance().challenges().stream()
                .findFirst()
                .ifPresent(challenge -> {
                    ending.getChildren().add(words(texts.get("lesson.challenge"), "section"));
                    ending.getChildren().add(words(challenge.experiment().ask(), "challenge"));
                });
        ending.getChildren().addAll(endingButton("free-play"), endingButton("result"));
        return ending;
    }

    private Button endingButton(String id) {
        Button button = new Buttons(texts).words(actions.get(id));
        button.setId("ending-" + id);
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private static Label words(String text, String style) {
        Label words = new Label(text);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add(style);
        return words;
    }

    /// Digits are for the question, wherever the focus is except where something is typed.
    private void listenForNumbers() {
        EventHandler<KeyEvent> typed =
                event -> {
                    boolean writing =
                            getScene() == null
                                    || getScene().getFocusOwner() instanceof TextInputControl;
                    boolean digit = event.getCharacter().matches("[0-9]");
                    if (digit && !writing) {
                        int number = Integer.parseInt(event.getCharacter());
                        question.ifPresent(asked -> asked.type(number));
                    }
                };
        sceneProperty()
                .subscribe((before, now) -> {
                    if (before != null) {
                        before.removeEventHandler(KeyEvent.KEY_TYPED, typed);
                    }
                    if (now != null) {
                        now.addEventHandler(KeyEvent.KEY_TYPED, typed);
                    }
                });
    }

    private void showWay(Stand now) {
        back.setDisable(now.index() == 0);
        boolean blocked = now.arrived() && !now.isOpen();
        boolean below = now.isAsking() && sight() != Story.Sight.END;
        forward.setDisable(blocked && !below);
        forward.setText(texts.get("lesson." + (below ? wordBelow() : word(now))));
        forward.setGraphic(below ? new FontIcon(Feather.ARROW_DOWN) : null);
        LessonPlayer lesson = now.lesson();
        way.setAccessibleText(texts.get("lesson.place", now.index() + 1, lesson.size()));
    }

    /// On; or gives the answer that was picked; or down to the question that hides what comes next.
    public void goOn() {
        if (question.filter(QuestionView::give).isPresent()) {
            return;
        }
        if (model.stand().filter(Stand::isAsking).isPresent()) {
            question.ifPresent(story::bring);
        } else if (!model.forward()) {
            whatComes().run();
        }
    }

    /// The next lesson; behind the last of all, what can be read now; else the map of lessons.
    private Action whatComes() {
        Action next = actions.get("next-lesson");
        if (next.enabled().get()) {
            return next;
        }
        return actions.get(isLastOfAll.getAsBoolean() ? "reading" : "home");
    }

    private Story.Sight sight() {
        return question.map(q -> story.sight(q, q.last())).orElse(Story.Sight.END);
    }

    private String wordBelow() {
        return sight() == Story.Sight.BEGINNING ? "more" : "below";
    }

    private String word(Stand now) {
        if (player.playing()) {
            return "skip";
        }
        if (!now.arrived()) {
            return "continue";
        }
        if (!now.isOpen()) {
            return "locked";
        }
        if (!now.isLast()) {
            return "next";
        }
        return whatComes().id();
    }
}
