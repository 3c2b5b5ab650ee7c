package shadewalk.lesson.file;

import java.util.List;
import shadewalk.lesson.EventFilter;
import shadewalk.lesson.Question;

/// Turns the questions of a file into [Question]s.
final class QuestionBinder {

    private QuestionBinder() {}

    static Question question(Parts question) {
        String ask = question.prose("ask");
        List<String> hints = question.texts("hints");
        String explain = question.prose("explain");
        return switch (question.text("kind")) {
            case "choose" ->
                    new Question.Choose(
                            ask,
                            question.objects("choices").stream()
                                    .map(QuestionBinder::choice)
                                    .toList(),
                            hints,
                            explain);
            case "pick" ->
                    new Question.Pick(
                            ask,
                            question.text("answer"),
                            wrong(question),
                            question.text("otherwise"),
                            hints,
                            explain);
            case "type" ->
                    new Question.Type(
                            ask,
                            question.text("answer"),
                            question.flag("later"),
                            wrong(question),
                            question.text("otherwise"),
                            hints,
                            explain);
            case "order" ->
                    new Question.Order(
                            ask,
                            question.texts("items"),
                            wrong(question),
                            question.text("otherwise"),
                            hints,
                            explain);
            default ->
                    new Question.Predict(
                            ask,
                            question.objects("events").stream()
                                    .map(QuestionBinder::prospect)
                                    .toList(),
                            hints,
                            explain);
        };
    }

    private static Question.Choice choice(Parts choice) {
        return new Question.Choice(
                choice.text("text"), choice.flag("right"), choice.text("feedback"));
    }

    private static List<Question.Wrong> wrong(Parts question) {
        return question.objects("wrong").stream()
                .map(wrong -> new Question.Wrong(wrong.text("answer"), wrong.text("feedback")))
                .toList();
    }

    private static Question.Prospect prospect(Parts prospect) {
        return new Question.Prospect(
                new EventFilter(prospect.text("event"), prospect.dictionary("with"), 1),
                prospect.text("text"),
                prospect.text("feedback"));
    }
}
