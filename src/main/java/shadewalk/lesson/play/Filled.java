package shadewalk.lesson.play;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.Question;
import shadewalk.lesson.Show;
import shadewalk.lesson.Stop;

/// Fills values into the texts of a stop that are no Markdown: choices, feedback, hints, callouts
/// and the picture in words. A value that comes to nothing, which [LessonCheck] reports, shows as
/// its expression.
///
/// Narration, questions and explanations are left to [Scene#fill], which tells values from words.
final class Filled {

    private static final Pattern VALUE = Pattern.compile("\\{\\{([^{}]*)}}");

    private final BinaryOperator<String> fill;

    /// @param fill gets where a text stands in the stop, `.question.hints[0]`, and the text
    private Filled(BinaryOperator<String> fill) {
        this.fill = fill;
    }

    /// The stop with the values of a moment.
    static Stop in(Stop stop, Moment moment) {
        return new Filled((_, text) -> text(text, moment)).stop(stop);
    }

    /// Every such text of a stop, as it stands in the lesson, by its place.
    static Map<String, String> texts(Stop stop) {
        Map<String, String> texts = new LinkedHashMap<>();
        new Filled(
                        (place, text) -> {
                            texts.put(place, text);
                            return text;
                        })
                .stop(stop);
        return texts;
    }

    /// The expressions of a text.
    static List<String> expressions(String text) {
        return VALUE.matcher(text).results().map(result -> result.group(1)).toList();
    }

    private static String text(String text, Moment moment) {
        return VALUE.matcher(text)
                .replaceAll(match -> {
                    try {
                        String value = moment.evaluate(match.group(1)).text();
                        return Matcher.quoteReplacement(value);
                    } catch (Unresolved _) {
                        return Matcher.quoteReplacement(match.group());
                    }
                });
    }

    private Stop stop(Stop stop) {
        return new Stop(
                stop.id(),
                stop.title(),
                stop.narration(),
                stop.from(),
                stop.whatIf(),
                stop.actions(),
                stop.until(),
                show(stop.show()),
                stop.facts(),
                question(stop.question()),
                stop.figure(),
                stop.markers());
    }

    private Show show(Show show) {
        return new Show(
                show.view(),
                show.address(),
                show.select(),
                show.deal(),
                show.zoom(),
                each(
                        show.callouts(),
                        ".show.callouts",
                        (callout, at) ->
                                new Show.Callout(
                                        callout.at(), fill.apply(at + ".text", callout.text()))),
                fill.apply(".show.alt", show.alt()));
    }

    private @Nullable Question question(@Nullable Question question) {
        return switch (question) {
            case null -> null;
            case Question.Choose q ->
                    new Question.Choose(
                            q.ask(),
                            each(q.choices(), ".question.choices", this::choice),
                            hints(q),
                            q.explain());
            case Question.Pick q ->
                    new Question.Pick(
                            q.ask(),
                            q.answer(),
                            wrong(q.wrong()),
                            otherwise(q.otherwise()),
                            hints(q),
                            q.explain());
            case Question.Type q ->
                    new Question.Type(
                            q.ask(),
                            q.answer(),
                            q.later(),
                            wrong(q.wrong()),
                            otherwise(q.otherwise()),
                            hints(q),
                            q.explain());
            case Question.Order q ->
                    new Question.Order(
                            q.ask(),
                            each(q.items(), ".question.items", this::item),
                            wrong(q.wrong()),
                            otherwise(q.otherwise()),
                            hints(q),
                            q.explain());
            case Question.Predict q ->
                    new Question.Predict(
                            q.ask(),
                            each(q.prospects(), ".question.events", this::prospect),
                            hints(q),
                            q.explain());
        };
    }

    private Question.Choice choice(Question.Choice choice, String at) {
        return new Question.Choice(
                fill.apply(at + ".text", choice.text()),
                choice.right(),
                fill.apply(at + ".feedback", choice.feedback()));
    }

    private Question.Prospect prospect(Question.Prospect prospect, String at) {
        return new Question.Prospect(
                prospect.event(),
                fill.apply(at + ".text", prospect.text()),
                fill.apply(at + ".feedback", prospect.feedback()));
    }

    private List<Question.Wrong> wrong(List<Question.Wrong> wrong) {
        return each(
                wrong,
                ".question.wrong",
                (w, at) ->
                        new Question.Wrong(w.answer(), fill.apply(at + ".feedback", w.feedback())));
    }

    private String otherwise(String text) {
        return fill.apply(".question.otherwise", text);
    }

    private List<String> hints(Question question) {
        return each(question.hints(), ".question.hints", this::item);
    }

    private String item(String text, String at) {
        return fill.apply(at, text);
    }

    private static <T> List<T> each(List<T> all, String at, BiFunction<T, String, T> change) {
        List<T> changed = new ArrayList<>();
        for (T one : all) {
            changed.add(change.apply(one, at + "[" + changed.size() + "]"));
        }
        return changed;
    }
}
