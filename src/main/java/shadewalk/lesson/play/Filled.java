package shadewalk.lesson.play;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shadewalk.lesson.json.Marks.Said.As;
import shadewalk.lesson.json.TextWalk;

/// Fills values into the texts of a stop or an experiment that are no Markdown: choices, feedback,
/// hints, callouts and the picture in words. A value that comes to nothing, which [LessonCheck]
/// reports, shows as its expression.
///
/// Narration, questions and explanations are left to [Scene#fill], which tells values from words.
final class Filled {

    private static final Pattern VALUE = Pattern.compile("\\{\\{([^{}]*)}}");

    private Filled() {}

    /// The same with the values of a moment.
    static <R extends Record> R in(R part, Stretch moment) {
        return TextWalk.map(
                part, "", (_, as, text) -> as == As.FILLED ? filled(text, moment) : text);
    }

    /// Every such text, as it stands in the lesson, by its place: `.question.hints[0]`.
    static Map<String, String> texts(Record part) {
        Map<String, String> texts = new LinkedHashMap<>();
        TextWalk.map(
                part,
                "",
                (place, as, text) -> {
                    if (as == As.FILLED) {
                        texts.put(place, text);
                    }
                    return text;
                });
        return texts;
    }

    /// The expressions of a text.
    static List<String> expressions(String text) {
        return VALUE.matcher(text).results().map(result -> result.group(1)).toList();
    }

    private static String filled(String text, Stretch moment) {
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
}
