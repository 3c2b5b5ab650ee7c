package shadewalk.lesson;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.Fitting.Expression;
import shadewalk.lesson.Fitting.Feedback;
import shadewalk.lesson.Fitting.FieldName;
import shadewalk.lesson.Fitting.Line;
import shadewalk.lesson.Fitting.Sentence;
import shadewalk.lesson.json.Marks.By;
import shadewalk.lesson.json.Marks.Called;
import shadewalk.lesson.json.Marks.Many;
import shadewalk.lesson.json.Marks.May;
import shadewalk.lesson.json.Marks.Must;
import shadewalk.lesson.json.Marks.Prose;
import shadewalk.lesson.json.Marks.Said;
import shadewalk.lesson.json.Marks.Said.As;
import shadewalk.lesson.json.Marks.Text;
import shadewalk.lesson.json.Marks.Value;

/// What a learner must answer before the future is shown.
@Called("a question")
@By("kind")
public sealed interface Question {

    /// The question, Markdown.
    String ask();

    /// Hints, the smallest first.
    List<String> hints();

    /// What is said once the answer is given, Markdown; may be empty.
    String explain();

    /// What in the picture proves the right answer, and why: shown once the answer is given. Null
    /// where the author points at nothing.
    Show.@Nullable Callout proof();

    /// What may be chosen or is to be put in order, as the file has it; nothing for other kinds.
    default List<String> offered() {
        return switch (this) {
            case Choose choose -> choose.choices().stream().map(Choice::text).toList();
            case Predict predict -> predict.prospects().stream().map(Prospect::text).toList();
            case Order order -> order.items();
            case Pick _, Type _ -> List.of();
        };
    }

    /// The same on paper, where what is to be put in order begins sorted by its words, which gives
    /// nothing away.
    default List<String> shown() {
        return this instanceof Order ? offered().stream().sorted().toList() : offered();
    }

    /// An answer that somebody may give, and what is said to it.
    @Called("a wrong answer")
    record Wrong(
            @Must("what somebody may answer.") @Expression String answer,
            @Must("what is said to it.") @Said(As.FILLED) @Feedback String feedback) {}

    /// One of several sentences is right.
    @Called("a choose question")
    record Choose(
            @Must("the question, Markdown.") @Said(As.MARKDOWN) @Prose(500) String ask,
            @Must("the answers; one is right.") @Many(min = 2, max = 6) List<Choice> choices,
            @May("the smallest first.") @Said(As.FILLED) @Many(max = 5)
                    List<@Sentence String> hints,
            @May("said once it is answered, Markdown.") @Said(As.MARKDOWN) @Prose(800)
                    String explain,
            @May("what proves it in the picture, and why; shown once it is answered.")
                    Show.@Nullable Callout proof)
            implements Question {}

    /// One answer to choose.
    @Called("a choice")
    record Choice(
            @Must("the answer.") @Said(As.FILLED) @Text(max = 160) String text,
            @May("whether it is.") boolean right,
            @Must("said to it.") @Said(As.FILLED) @Feedback String feedback) {}

    /// A thing in the picture is to be picked, an expression of [Stretch#spot].
    @Called("a pick question")
    record Pick(
            @Must("the question, Markdown.") @Said(As.MARKDOWN) @Prose(500) String ask,
            @Must("the thing, \"gpte pde here\".") @Expression String answer,
            @May("answers with a word of their own.") @Many(max = 8) List<Wrong> wrong,
            @Must("said to any other wrong answer.") @Said(As.FILLED) @Feedback String otherwise,
            @May("the smallest first.") @Said(As.FILLED) @Many(max = 5)
                    List<@Sentence String> hints,
            @May("said once it is answered, Markdown.") @Said(As.MARKDOWN) @Prose(800)
                    String explain,
            @May("what proves it in the picture, and why; shown once it is answered.")
                    Show.@Nullable Callout proof)
            implements Question {}

    /// A number is to be typed, an expression of [Stretch].
    @Called("a type question")
    record Type(
            @Must("the question, Markdown.") @Said(As.MARKDOWN) @Prose(500) String ask,
            @Must("the number, \"index pde here\".") @Expression String answer,
            @May("whether its value after the next step counts.") boolean later,
            @May("answers with a word of their own.") @Many(max = 8) List<Wrong> wrong,
            @Must("said to any other wrong answer.") @Said(As.FILLED) @Feedback String otherwise,
            @May("the smallest first.") @Said(As.FILLED) @Many(max = 5)
                    List<@Sentence String> hints,
            @May("said once it is answered, Markdown.") @Said(As.MARKDOWN) @Prose(800)
                    String explain,
            @May("what proves it in the picture, and why; shown once it is answered.")
                    Show.@Nullable Callout proof)
            implements Question {}

    /// Things are to be put in order. Wrong answers are orders of the items' numbers from 1, such
    /// as `2 1 3`.
    @Called("a order question")
    record Order(
            @Must("the question, Markdown.") @Said(As.MARKDOWN) @Prose(500) String ask,
            @Must("in the right order.") @Said(As.FILLED) @Many(min = 3, max = 8)
                    List<@Text(max = 120) String> items,
            @May("answers with a word of their own.") @Many(max = 8) List<Wrong> wrong,
            @Must("said to any other wrong answer.") @Said(As.FILLED) @Feedback String otherwise,
            @May("the smallest first.") @Said(As.FILLED) @Many(max = 5)
                    List<@Sentence String> hints,
            @May("said once it is answered, Markdown.") @Said(As.MARKDOWN) @Prose(800)
                    String explain,
            @May("what proves it in the picture, and why; shown once it is answered.")
                    Show.@Nullable Callout proof)
            implements Question {}

    /// Which of these events comes first in the next stop? The engine knows.
    @Called("a predict question")
    record Predict(
            @Must("the question, Markdown.") @Said(As.MARKDOWN) @Prose(500) String ask,
            @Must(value = "which of these comes first in the next step?", as = "events")
                    @Many(min = 2, max = 6)
                    List<Prospect> prospects,
            @May("the smallest first.") @Said(As.FILLED) @Many(max = 5)
                    List<@Sentence String> hints,
            @May("said once it is answered, Markdown.") @Said(As.MARKDOWN) @Prose(800)
                    String explain,
            @May("what proves it in the picture, and why; shown once it is answered.")
                    Show.@Nullable Callout proof)
            implements Question {}

    /// One event that may come next, and how it is called in the list.
    @Called("a prospect")
    record Prospect(
            @Must("the event's name.") @Line String event,
            @May("what its parts must be.") @Many(max = 20)
                    Map<@FieldName String, @Value String> with,
            @Must("in words.") @Said(As.FILLED) @Text(max = 160) String text,
            @Must("said to it.") @Said(As.FILLED) @Feedback String feedback) {

        public EventFilter filter() {
            return new EventFilter(event, with, 1);
        }
    }
}
