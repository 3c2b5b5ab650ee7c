package shadewalk.ui.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shadewalk.diagram.Thing;
import shadewalk.lesson.Question;
import shadewalk.lesson.play.Answer;
import shadewalk.lesson.play.Judge;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Verdict;
import shadewalk.ui.session.Session;
import shadewalk.ui.text.Texts;

/// The question of a scene: what is asked, the ways to answer, hints, and what is said to the
/// answer.
final class QuestionPane extends VBox {

    /// The same order for everybody, and not the author's.
    private static final long SHUFFLE = 61;

    private final LessonModel model;
    private final Session session;
    private final Texts texts;
    private final ProseView ask;
    private final ProseView explain;
    private final VBox ways = new VBox();
    private final Label feedback = new Label();
    private final Label hint = new Label();
    private final Button hintButton = new Button();
    private final Button revealButton = new Button();
    private int hints;

    QuestionPane(
            LessonModel model, Session session, Texts texts, ProseView ask, ProseView explain) {
        this.model = model;
        this.session = session;
        this.texts = texts;
        this.ask = ask;
        this.explain = explain;
        getStyleClass().add("question");
        ways.getStyleClass().add("ways");
        feedback.setWrapText(true);
        hint.setWrapText(true);
        hint.getStyleClass().add("quiet");
        hintButton.setText(texts.get("question.hint"));
        hintButton.setId("question-hint");
        revealButton.setText(texts.get("question.reveal"));
        revealButton.setId("question-reveal");
        revealButton.setOnAction(_ -> model.reveal());
        model.verdictProperty().subscribe(this::tell);
    }

    /// Shows the question of the lesson's current scene, or nothing.
    void show(LessonPlayer lesson) {
        getChildren().clear();
        hints = 0;
        hint.setText("");
        feedback.setText("");
        Optional<Judge> judge = lesson.judge();
        setVisible(judge.isPresent());
        setManaged(judge.isPresent());
        if (judge.isEmpty()) {
            return;
        }
        Question question = judge.get().question();
        ask.show(lesson.scene().fill(question.ask()));
        explain.show(lesson.scene().fill(question.explain()));
        ways.getChildren().setAll(ways(question));
        hintButton.setOnAction(_ -> nextHint(lesson, question));
        HBox help = new HBox(hintButton, revealButton);
        help.getStyleClass().add("help");
        getChildren().addAll(ask, ways, hint, feedback, explain, help);
        boolean answered = lesson.isAnswered(lesson.index());
        settle(answered, question);
    }

    private void settle(boolean answered, Question question) {
        ways.setDisable(answered);
        explain.setVisible(answered && !question.explain().isEmpty());
        explain.setManaged(explain.isVisible());
        hintButton.setVisible(!answered && hints < question.hints().size());
        hintButton.setManaged(hintButton.isVisible());
        revealButton.setVisible(!answered);
        revealButton.setManaged(!answered);
        hint.setManaged(!hint.getText().isEmpty());
        feedback.setManaged(!feedback.getText().isEmpty());
    }

    private void nextHint(LessonPlayer lesson, Question question) {
        hint.setText(question.hints().get(hints++));
        settle(lesson.isAnswered(lesson.index()), question);
    }

    private void tell(Optional<Verdict> verdict) {
        verdict.ifPresent(said -> {
            String mark = said.right() ? "question.right" : "question.wrong";
            feedback.setText((texts.get(mark) + " " + said.feedback()).strip());
            feedback.getStyleClass().setAll("feedback", said.right() ? "right" : "wrong");
            model.lessonProperty()
                    .get()
                    .flatMap(lesson -> lesson.judge().map(Judge::question))
                    .ifPresent(question -> settle(said.right(), question));
        });
    }

    private List<Node> ways(Question question) {
        return switch (question) {
            case Question.Choose choose ->
                    buttons(choose.choices().stream().map(Question.Choice::text).toList());
            case Question.Predict predict ->
                    buttons(predict.prospects().stream().map(Question.Prospect::text).toList());
            case Question.Type _ -> List.of(typing());
            case Question.Pick _ -> List.of(picking());
            case Question.Order order -> List.of(ordering(order.items()));
        };
    }

    private List<Node> buttons(List<String> choices) {
        return IntStream.range(0, choices.size()).mapToObj(i -> choice(choices.get(i), i)).toList();
    }

    private Node choice(String words, int index) {
        Button button = new Button(words);
        button.setId("choice-" + index);
        button.setWrapText(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> model.answer(new Answer.Chosen(index)));
        return button;
    }

    private Node typing() {
        TextField field = new TextField();
        field.setId("question-field");
        field.getStyleClass().add("number");
        field.setPromptText(texts.get("question.type"));
        field.setAccessibleText(texts.get("question.type"));
        Button done = new Button(texts.get("question.answer"));
        done.setId("question-answer");
        Runnable answer = () -> model.answer(new Answer.Typed(field.getText()));
        field.setOnAction(_ -> answer.run());
        done.setOnAction(_ -> answer.run());
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = new HBox(field, done);
        row.getStyleClass().add("help");
        return row;
    }

    /// The thing that is selected in the picture is the answer.
    private Node picking() {
        Button done = new Button();
        done.setId("question-pick");
        done.setMaxWidth(Double.MAX_VALUE);
        ObjectProperty<Optional<Thing>> selection = session.selectionProperty();
        selection.subscribe(thing -> {
            done.setDisable(thing.isEmpty());
            done.setText(
                    thing.map(it -> texts.get("question.pick", it.id()))
                            .orElse(texts.get("question.pick.nothing")));
        });
        done.setOnAction(_ ->
                selection.get().ifPresent(thing -> model.answer(new Answer.Picked(thing.id()))));
        return done;
    }

    /// Clicking the items one after the other puts them in order.
    private Node ordering(List<String> items) {
        List<Integer> shown = new ArrayList<>(IntStream.range(0, items.size()).boxed().toList());
        Collections.shuffle(shown, new Random(SHUFFLE));
        List<Integer> chosen = new ArrayList<>();
        Label order = new Label(texts.get("question.order"));
        order.setWrapText(true);
        FlowPane choices = new FlowPane();
        choices.getStyleClass().add("help");
        List<Button> buttons = new ArrayList<>();
        for (int item : shown) {
            Button button = new Button(items.get(item));
            button.setId("order-" + item);
            button.setOnAction(_ -> {
                chosen.add(item);
                button.setDisable(true);
                order.setText(inOrder(items, chosen));
                if (chosen.size() == items.size()) {
                    model.answer(new Answer.Ordered(chosen));
                    chosen.clear();
                    buttons.forEach(each -> each.setDisable(false));
                }
            });
            buttons.add(button);
        }
        choices.getChildren().setAll(buttons);
        return new VBox(order, choices);
    }

    private static String inOrder(List<String> items, List<Integer> chosen) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < chosen.size(); i++) {
            text.append(i == 0 ? "" : "  ")
                    .append(i + 1)
                    .append(". ")
                    .append(items.get(chosen.get(i)));
        }
        return text.toString();
    }
}
