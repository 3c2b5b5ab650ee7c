package shadewalk.ui.lesson;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import shadewalk.diagram.parts.Touched;
import shadewalk.lesson.Question;
import shadewalk.lesson.play.Answer;
import shadewalk.text.Texts;
import shadewalk.ui.action.Actions;
import shadewalk.ui.action.Buttons;
import shadewalk.ui.action.WhyNot;
import shadewalk.ui.lesson.QuestionModel.Reply;

/// Asks a question, takes the answer, and says what is to be said to it.
final class QuestionView extends VBox {

    private final QuestionModel question;
    private final LessonModel lesson;
    private final Place place;
    private final Actions actions;
    private final Texts texts;
    private final VBox answers = new VBox();
    private final VBox hints = new VBox();
    private final VBox reply = new VBox();
    private final HBox help = new HBox();
    private final Label keys = new Label();
    private Optional<Button> ready = Optional.empty();

    /// The pane that a question stands in.
    interface Place {

        /// What is picked in the picture.
        ObservableValue<Touched> touched();

        /// Shows the glossary term of an id.
        void explain(String term);

        /// Brings something new into view.
        void reveal(Node part);

        /// Says something below all that is told, so that nothing moves under a hand; or, with no
        /// words, nothing any more.
        void remark(List<Node> words);
    }

    QuestionView(
            QuestionModel question, LessonModel lesson, Place place, Actions actions, Texts texts) {
        this.question = question;
        this.lesson = lesson;
        this.place = place;
        this.actions = actions;
        this.texts = texts;
        setId("question");
        getStyleClass().add("question");
        answers.getStyleClass().add("answers");
        hints.getStyleClass().add("hints");
        reply.getStyleClass().add("reply");
        help.getStyleClass().add("help");
        for (VBox part : List.of(reply, hints)) {
            part.managedProperty().bind(Bindings.isNotEmpty(part.getChildren()));
        }
        Label title = new Label(texts.get("question.title"));
        title.getStyleClass().add("section");
        keys.setId("question-keys");
        keys.getStyleClass().add("quiet");
        keys.setWrapText(true);
        keys.setText(keys());
        getChildren()
                .addAll(title, prose(question.question().ask()), answers, reply, hints, help, keys);
        ask();
        question.hintsProperty().subscribe(_ -> showHints());
        question.replyProperty().subscribe(this::showReply);
    }

    private ProseView prose(String markdown) {
        return new ProseView(question.where().fill(markdown), place::explain);
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

    /// How to answer without a mouse.
    private String keys() {
        int offered = question.question().offered().size();
        return switch (question.question()) {
            case Question.Choose _, Question.Predict _ ->
                    texts.get("question.keys.choose", offered);
            case Question.Type _ -> texts.get("question.keys.type");
            case Question.Pick _ ->
                    texts.get(
                            "question.keys.pick",
                            key("thing-next"),
                            key("thing-previous"),
                            key("bit-next"),
                            key("bit-previous"));
            case Question.Order _ -> texts.get("question.keys.order", offered);
        };
    }

    private String key(String action) {
        return actions.get(action).key().map(KeyCombination::getDisplayText).orElse("");
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

    /// Does what a digit means to an open question: chooses, begins a number, or moves an item.
    void type(int digit) {
        if (question.isOver()) {
            return;
        }
        if (lookup("#choice-" + digit) instanceof Button choice) {
            choice.fire();
        } else if (lookup("#answer-field") instanceof TextField field) {
            place.reveal(this);
            field.requestFocus();
            field.setText(Integer.toString(digit));
            field.end();
        } else if (lookup("#ordering") instanceof Ordering ordering) {
            place.reveal(this);
            ordering.moveUp(digit - 1);
            lookup("#answer").requestFocus();
        }
    }

    /// The last part that must be seen to answer: which keys do it can wait.
    Node last() {
        return help.isManaged() ? help : keys;
    }

    /// Gives the answer that was picked since the last one.
    ///
    /// @return whether there was one
    boolean give() {
        Optional<Button> now = question.isOver() ? Optional.empty() : ready;
        now.ifPresent(Button::fire);
        return now.isPresent();
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
        place.remark(List.of(label));
    }

    private void pick() {
        Label picked = new Label();
        picked.setId("picked");
        picked.setWrapText(true);
        picked.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(picked, Priority.ALWAYS);
        Button answer =
                answerButton(
                        () -> lesson.answer(question.picked(place.touched().getValue().shape())));
        WhyNot.say(answer, texts.get("why.answer"));
        answers.getChildren().add(new HBox(picked, answer));
        place.touched()
                .subscribe(touched -> {
                    picked.setText(words(touched));
                    answer.setDisable(touched.isEmpty() || question.isOver());
                    ready = Optional.of(answer).filter(button -> !button.isDisable());
                });
    }

    private String words(Touched touched) {
        if (touched.isEmpty()) {
            return texts.get("question.pick");
        }
        String words = touched.words().isEmpty() ? touched.shape() : touched.words();
        return texts.get("question.picked", words);
    }

    private void order(List<String> items) {
        Ordering ordering = new Ordering(items, texts);
        Button answer = answerButton(() -> lesson.answer(new Answer.Ordered(ordering.order())));
        answers.getChildren().addAll(ordering, answer);
    }

    private Button answerButton(Runnable action) {
        Button button = Buttons.push("answer", texts.get("question.answer"), action);
        button.getStyleClass().add(Styles.ACCENT);
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
            place.reveal(this);
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
        place.remark(List.of());
        if (given.isEmpty()) {
            return;
        }
        Reply now = given.get();
        mark(now);
        ready = Optional.empty();
        if (now.right()) {
            reply.getChildren().add(verdict(now));
            String more = question.question().explain();
            if (!more.isEmpty()) {
                reply.getChildren().add(prose(more));
            }
            if (lookup("#ordering") instanceof Ordering ordering) {
                ordering.settle();
            }
            answers.setDisable(true);
            keys.setManaged(false);
            keys.setVisible(false);
            showHints();
            place.reveal(this);
        } else {
            place.remark(List.of(verdict(now)));
        }
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
