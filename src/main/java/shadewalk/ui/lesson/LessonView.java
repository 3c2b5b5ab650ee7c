package shadewalk.ui.lesson;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.Stop;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.ui.action.Actions;
import shadewalk.ui.action.Buttons;
import shadewalk.ui.session.Player;
import shadewalk.ui.text.Texts;

/// The pane of the lesson: outline, narration, question, and the way on.
public final class LessonView extends VBox {

    /// What is left free below a part that is scrolled to.
    private static final double BELOW = 12;

    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final LessonModel model;
    private final ObservableValue<String> touched;
    private final Player player;
    private final Actions actions;
    private final Texts texts;
    private final Consumer<String> explain;
    private final Label title = new Label();
    private final Label goal = new Label();
    private final VBox outline = new VBox();
    private final VBox body = new VBox();
    private final ScrollPane outlinePane = new ScrollPane(outline);
    private final ScrollPane scroll = new ScrollPane(body);
    private final Button back = new Button();
    private final Button forward = new Button();
    private final HBox way = new HBox(back, forward);
    private Optional<Stand> shown = Optional.empty();
    private Optional<Node> wanted = Optional.empty();
    private boolean asking;

    /// @param touched the id of the shape that was clicked in the picture
    /// @param explain shows the glossary term of an id
    public LessonView(
            LessonModel model,
            Player player,
            ObservableValue<String> touched,
            Actions actions,
            Texts texts,
            Consumer<String> explain) {
        this.model = model;
        this.touched = touched;
        this.actions = actions;
        this.player = player;
        this.texts = texts;
        this.explain = explain;
        setId("lesson");
        getStyleClass().add("lesson");
        getChildren().addAll(head(), bodyPane(), way());
        model.standProperty().subscribe(this::show);
        player.playingProperty().subscribe(_ -> model.stand().ifPresent(this::showWay));
        listenForNumbers();
    }

    private Node head() {
        title.setId("lesson-title");
        title.getStyleClass().add("pane-title");
        title.setWrapText(true);
        goal.getStyleClass().add("quiet");
        goal.setWrapText(true);
        outline.setId("outline");
        outline.getStyleClass().add("outline");
        outlinePane.getStyleClass().add("outline-scroll");
        outlinePane.setFitToWidth(true);
        outlinePane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox head = new VBox(title, goal, outlinePane);
        head.getStyleClass().add("lesson-head");
        return head;
    }

    private Node bodyPane() {
        body.getStyleClass().add("lesson-body");
        body.heightProperty().subscribe(_ -> Platform.runLater(this::scrollToWanted));
        scroll.getStyleClass().add("lesson-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private Node way() {
        back.setId("lesson-back");
        back.setGraphic(new FontIcon(Feather.ARROW_LEFT));
        back.getStyleClass().add(Styles.BUTTON_ICON);
        back.setAccessibleText(texts.get("lesson.back"));
        back.setOnAction(_ -> model.back());
        forward.setId("lesson-forward");
        forward.getStyleClass().add(Styles.ACCENT);
        forward.setMaxWidth(Double.MAX_VALUE);
        forward.setOnAction(_ -> model.forward());
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
            showOutline(now);
        }
        showWay(now);
        if (sameScene && asking && !now.isAsking() && focusIsHere()) {
            forward.requestFocus();
        }
        asking = now.isAsking();
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

    private void showOutline(Stand now) {
        outline.getChildren().clear();
        List<Stop> stops = now.lesson().lesson().stops();
        for (int i = 0; i < now.lesson().size(); i++) {
            outline.getChildren().add(row(now, i, stops.get(i)));
        }
        // Where the outline has no room for all steps, this one is to be seen.
        outlinePane.setVvalue((double) now.index() / Math.max(1, now.lesson().size() - 1));
    }

    private Node row(Stand now, int number, Stop stop) {
        Button row = new Button(number + 1 + "  " + stop.title());
        row.setId("scene-" + (number + 1));
        row.getStyleClass().addAll("outline-row", Styles.FLAT);
        row.setMaxWidth(Double.MAX_VALUE);
        row.pseudoClassStateChanged(HERE, number == now.index());
        boolean locked = number > now.limit();
        row.setDisable(locked);
        if (locked) {
            row.setGraphic(new FontIcon(Feather.LOCK));
        } else if (number == now.index()) {
            row.setGraphic(new FontIcon(Feather.ARROW_RIGHT));
        } else if (number < now.index()) {
            row.setGraphic(new FontIcon(Feather.CHECK));
        } else {
            row.setGraphic(new FontIcon(Feather.CIRCLE));
        }
        row.setOnAction(_ -> model.go(number));
        return row;
    }

    private void showBody(Stand now) {
        Stop stop = now.scene().stop();
        Label place = new Label(texts.get("lesson.place", now.index() + 1, now.lesson().size()));
        place.getStyleClass().add("quiet");
        Label name = new Label(stop.title());
        name.setId("scene-title");
        name.setWrapText(true);
        name.getStyleClass().add("scene-title");
        body.getChildren().setAll(place, name, new ProseView(now.scene().narration(), explain));
        now.question()
                .ifPresent(q ->
                        body.getChildren()
                                .add(
                                        new QuestionView(
                                                q, model, touched, texts, explain, this::reveal)));
        if (now.isLast()) {
            body.getChildren().add(ending());
        }
        wanted = Optional.empty();
        scroll.setVvalue(0);
    }

    /// Scrolls to the end of a part of the text, now and when the text grows.
    private void reveal(Node part) {
        wanted = Optional.of(part);
        Platform.runLater(this::scrollToWanted);
    }

    private void scrollToWanted() {
        double window = scroll.getViewportBounds().getHeight();
        double hidden = body.getHeight() - window;
        wanted.map(part -> body.sceneToLocal(part.localToScene(part.getLayoutBounds())).getMaxY())
                .map(end -> (end - window + BELOW) / hidden)
                .filter(place -> hidden > 0 && place > scroll.getVvalue())
                .ifPresent(place -> scroll.setVvalue(Math.min(1, place)));
    }

    /// What can be done when everything was told.
    private Node ending() {
        Label words = new Label(texts.get("lesson.ending"));
        words.setWrapText(true);
        Buttons buttons = new Buttons(texts);
        VBox ending = new VBox(words);
        ending.setId("ending");
        ending.getStyleClass().add("ending");
        for (String id : List.of("free-play", "next-lesson", "result")) {
            Button button = buttons.words(actions.get(id));
            button.setId("ending-" + id);
            button.setMaxWidth(Double.MAX_VALUE);
            ending.getChildren().add(button);
        }
        return ending;
    }

    /// The keys 1 to 9 choose an answer, wherever the focus is except where something is typed.
    private void listenForNumbers() {
        EventHandler<KeyEvent> typed =
                event -> {
                    int number = "123456789".indexOf(event.getCharacter()) + 1;
                    boolean writing =
                            getScene() == null
                                    || getScene().getFocusOwner() instanceof TextInputControl;
                    if (number > 0 && !writing && lookup("#question") instanceof QuestionView v) {
                        v.choose(number);
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
        boolean blocked = now.arrived() && (!now.isOpen() || now.isLast());
        forward.setDisable(blocked);
        forward.setText(texts.get("lesson." + word(now)));
        LessonPlayer lesson = now.lesson();
        way.setAccessibleText(texts.get("lesson.place", now.index() + 1, lesson.size()));
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
        return now.isLast() ? "done" : "next";
    }
}
