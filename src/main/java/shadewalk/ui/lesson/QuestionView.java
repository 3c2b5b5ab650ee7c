package shadewalk.ui.lesson;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import shadewalk.lesson.Question;
import shadewalk.lesson.play.Answer;
import shadewalk.ui.lesson.QuestionModel.Reply;
import shadewalk.ui.text.Texts;

/// Asks a question, takes the answer, and says what is to be said to it.
final class QuestionView extends VBox {

    private final QuestionModel question;
    private final LessonModel lesson;
    private final ObservableValue<String> touched;
    private final Texts texts;
    private final Consumer<String> explain;
    private final Consumer<Node> reveal;
    private final VBox answers = new VBox();
    private final VBox hints = new VBox();
    private final VBox reply = new VBox();
    private final HBox help = new HBox();

    /// @param touched the id of the shape that was clicked in the picture
    /// @param explain shows the glossary term of an id
    /// @param reveal brings something new into view
    QuestionView(
            QuestionModel question,
            LessonModel lesson,
            ObservableValue<String> touched,
            Texts texts,
            Consumer<String> explain,
            Consumer<Node> reveal) {
        this.question = question;
        this.lesson = lesson;
        this.touched = touched;
        this.texts = texts;
        this.explain = explain;
        this.reveal = reveal;
        setId("question");
        getStyleClass().add("question");
        answers.getStyleClass().add("answers");
        hints.getStyleClass().add("hints");
        reply.getStyleClass().add("reply");
        help.getStyleClass().add("help");
        Label title = new Label(texts.get("question.title"));
        title.getStyleClass().add("section");
        getChildren().addAll(title, prose(question.question().ask()), answers, reply, hints, help);
        ask();
        question.hintsProperty().subscribe(_ -> showHints());
        question.replyProperty().subscribe(this::showReply);
    }

    private ProseView prose(String markdown) {
        return new ProseView(question.where().fill(markdown), explain);
    }

    private void ask() {
        switch (question.question()) {
            case Question.Choose choose ->
                    choices(choose.choices().stream().map(Question.Choice::text).toList());
            case Question.Predict predict ->
                    choices(predict.prospects().stream().map(Question.Prospect::text).toList());
            case Question.Type _ -> number();
            case Question.Pick _ -> pick();
            case Question.Order order -> order(order.items());
        }
    }

    private void choices(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            Answer answer = new Answer.Chosen(i);
            Button choice = new Button(words.get(i), new Label(i + 1 + "."));
            choice.setId("choice-" + (i + 1));
            choice.setWrapText(true);
            choice.setMaxWidth(Double.MAX_VALUE);
            choice.getStyleClass().add("choice");
            choice.setOnAction(_ -> lesson.answer(answer));
            answers.getChildren().add(choice);
        }
    }

    /// Chooses the choice of a number from 1, if there is one and the question is open.
    void choose(int number) {
        if (!question.isOver() && lookup("#choice-" + number) instanceof Button choice) {
            choice.fire();
        }
    }

    private void number() {
        TextField field = new TextField();
        field.setId("answer-field");
        field.getStyleClass().add("number");
        field.setPromptText(texts.get("question.number"));
        field.setAccessibleText(texts.get("question.number"));
        HBox.setHgrow(field, Priority.ALWAYS);
        Runnable give =
                () -> {
                    Answer.Typed typed = new Answer.Typed(field.getText());
                    if (typed.number().isPresent()) {
                        lesson.answer(typed);
                    } else {
                        noNumber();
                    }
                };
        field.setOnAction(_ -> give.run());
        answers.getChildren().add(new HBox(field, answerButton(give)));
    }

    /// What is no number is no answer, and no try either.
    private void noNumber() {
        Label label = new Label(texts.get("question.number.form"));
        label.setId("no-number");
        label.setWrapText(true);
        reply.getChildren().setAll(label);
        reveal.accept(this);
    }

    private void pick() {
        Label picked = new Label();
        picked.setId("picked");
        picked.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(picked, Priority.ALWAYS);
        Button answer = answerButton(() -> lesson.answer(question.picked(touched.getValue())));
        answers.getChildren().add(new HBox(picked, answer));
        touched.subscribe(shape -> {
            picked.setText(
                    shape.isEmpty()
                            ? texts.get("question.pick")
                            : texts.get("question.picked", Touch.of(shape)));
            answer.setDisable(shape.isEmpty() || question.isOver());
        });
    }

    private void order(List<String> items) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            order.add(i);
        }
        // Begin in an order that gives nothing away: the same every time, and never the right one.
        Collections.shuffle(order, new Random(items.hashCode()));
        if (IntStream.range(0, order.size()).allMatch(i -> order.get(i) == i)) {
            Collections.rotate(order, 1);
        }
        VBox rows = new VBox();
        rows.getStyleClass().add("order");
        fillOrder(rows, items, order);
        answers.getChildren()
                .addAll(
                        rows,
                        answerButton(() -> lesson.answer(new Answer.Ordered(List.copyOf(order)))));
    }

    private void fillOrder(VBox rows, List<String> items, List<Integer> order) {
        rows.getChildren().clear();
        for (int i = 0; i < order.size(); i++) {
            int at = i;
            Label place = new Label(i + 1 + ".");
            place.setMinWidth(USE_PREF_SIZE);
            place.getStyleClass().add("quiet");
            Label words = new Label(items.get(order.get(i)));
            words.setWrapText(true);
            words.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(words, Priority.ALWAYS);
            Button up = new Button(null, new FontIcon(Feather.CHEVRON_UP));
            up.setAccessibleText(texts.get("question.up", words.getText()));
            up.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
            up.setDisable(i == 0);
            up.setOnAction(_ -> {
                Collections.swap(order, at, at - 1);
                fillOrder(rows, items, order);
                focus(rows, Math.max(at - 1, 1));
            });
            HBox row = new HBox(place, words, up);
            row.getStyleClass().add("order-row");
            rows.getChildren().add(row);
        }
    }

    /// An item that was moved by the keyboard can be moved on.
    private static void focus(VBox rows, int row) {
        ((HBox) rows.getChildren().get(row)).getChildren().getLast().requestFocus();
    }

    private Button answerButton(Runnable action) {
        Button button = new Button(texts.get("question.answer"));
        button.setId("answer");
        button.getStyleClass().add(Styles.ACCENT);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void showHints() {
        hints.getChildren().clear();
        for (String hint : question.hints()) {
            Label label = new Label(hint);
            label.setWrapText(true);
            label.getStyleClass().add("hint-text");
            hints.getChildren().add(label);
        }
        if (!hints.getChildren().isEmpty()) {
            reveal.accept(this);
        }
        boolean here = help.getChildren().stream().anyMatch(Node::isFocused);
        help.getChildren().clear();
        help.setManaged(!question.isOver());
        if (question.isOver()) {
            return;
        }
        Hyperlink more =
                question.hasHint() ? link("hint", question::hint) : link("reveal", lesson::reveal);
        help.getChildren().add(more);
        if (here) {
            more.requestFocus();
        }
    }

    private Hyperlink link(String key, Runnable action) {
        Hyperlink link = new Hyperlink(texts.get("question." + key));
        link.setId(key);
        link.setOnAction(_ -> action.run());
        return link;
    }

    private void showReply(Optional<Reply> given) {
        reply.getChildren().clear();
        if (given.isEmpty()) {
            return;
        }
        Reply now = given.get();
        reply.getChildren().add(verdict(now));
        if (now.right()) {
            String more = question.question().explain();
            if (!more.isEmpty()) {
                reply.getChildren().add(prose(more));
            }
            answers.setDisable(true);
        }
        mark(now);
        showHints();
        reveal.accept(this);
    }

    private Node verdict(Reply now) {
        String key = now.answer().isEmpty() ? "revealed" : now.right() ? "right" : "wrong";
        String head = texts.get("question." + key);
        Label label = new Label(now.text().isEmpty() ? head : head + " " + now.text());
        label.setId("verdict");
        label.setWrapText(true);
        label.getStyleClass().addAll("verdict", now.right() ? "right" : "wrong");
        label.setGraphic(new FontIcon(now.right() ? Feather.CHECK : Feather.X));
        return label;
    }

    /// Marks the choice that was made.
    private void mark(Reply now) {
        if (now.answer().orElse(null) instanceof Answer.Chosen(var index)) {
            for (int i = 0; i < answers.getChildren().size(); i++) {
                var styles = answers.getChildren().get(i).getStyleClass();
                styles.removeAll("right", "wrong");
                if (i == index) {
                    styles.add(now.right() ? "right" : "wrong");
                }
            }
        }
    }
}
