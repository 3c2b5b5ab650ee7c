package shadewalk.lesson.file;

import static shadewalk.text.Texts.PROBLEMS;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.json.Format;
import shadewalk.lesson.json.JsonPlaces;
import shadewalk.lesson.json.Marks.Called;
import shadewalk.lesson.json.Marks.Constant;
import shadewalk.lesson.json.Marks.Many;
import shadewalk.lesson.json.Marks.Must;
import shadewalk.lesson.json.Marks.Prose;
import shadewalk.lesson.json.Marks.Text;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.Spelling;
import shadewalk.lesson.json.TextWalk;

/// The texts of a lesson in another language, in a file beside it: `lesson.de.json` beside
/// `lesson.json`. Their keys stay the same when steps are moved: `steps.cr3.question.ask`.
@Called(value = "a translation", edited = true)
@Constant(name = "format", is = "1", means = "its version, 1.")
record Translation(
        @Must("the lesson's id.") @Text(max = 40) String lesson,
        @Must("the language of the texts.") @Text(min = 2, max = 5) String language,
        @Must("by their keys.") @Many(max = 4_000)
                Map<
                                @Text(
                                        max = 120,
                                        pattern = "[a-zA-Z0-9.-]{1,120}",
                                        form = "a key such as steps.cr3.title")
                                String,
                                @Prose(3_000) String>
                        texts) {

    static final Format<Translation> FORMAT = Format.of(Translation.class);

    private static final Pattern VALUE = Pattern.compile("\\{\\{[^{}]*}}");
    private static final Pattern STEP = Pattern.compile("^steps\\[(\\d+)]");
    private static final Pattern NUMBER = Pattern.compile("\\[(\\d+)]");

    /// Whether a file looks like a translation and not like a lesson.
    static boolean looksLikeOne(@Nullable JsonElement root) {
        return root instanceof JsonObject object && object.has("texts") && !object.has("steps");
    }

    /// What a translator begins with: every text of the lesson by its key.
    static String begin(Lesson lesson, String language) {
        return FORMAT.write(new Translation(lesson.id(), language, texts(lesson)));
    }

    private static Map<String, String> texts(Lesson lesson) {
        Map<String, String> texts = new LinkedHashMap<>();
        TextWalk.map(
                lesson,
                "$",
                (path, _, text) -> {
                    texts.put(key(path, lesson), text);
                    return text;
                });
        return texts;
    }

    /// Steps go by their ids; what else is in a list is counted from 1.
    private static String key(String path, Lesson lesson) {
        String key =
                STEP.matcher(path.substring("$.".length()))
                        .replaceFirst(step -> "steps." + lesson.stops().get(number(step)).id());
        return NUMBER.matcher(key).replaceAll(each -> "." + (number(each) + 1));
    }

    private static int number(MatchResult found) {
        return Integer.parseInt(found.group(1));
    }

    /// What does not fit the lesson: texts that are missing or too many, and values that a text has
    /// lost or gained.
    ///
    /// @param places where everything stands in the translation
    List<Problem> problems(Lesson original, JsonPlaces places) {
        List<Problem> problems = new ArrayList<>();
        if (!original.id().equals(lesson)) {
            problems.add(places.problem("$.lesson", PROBLEMS.get("translation.other-id")));
        }
        Map<String, String> wanted = texts(original);
        for (String key : texts.keySet()) {
            if (!wanted.containsKey(key)) {
                String near =
                        Spelling.nearest(key, wanted.keySet())
                                .map(other -> PROBLEMS.get("shape.near", other))
                                .orElseGet(() -> PROBLEMS.get("shape.remove"));
                problems.add(places.problem(path(key), PROBLEMS.get("translation.no-text", near)));
            }
        }
        wanted.forEach((key, text) -> problem(key, text, places).ifPresent(problems::add));
        return problems;
    }

    private Optional<Problem> problem(String key, String original, JsonPlaces places) {
        String text = texts.get(key);
        if (text == null) {
            return Optional.of(places.problem("$.texts", PROBLEMS.get("translation.missing", key)));
        }
        return values(text).equals(values(original))
                ? Optional.empty()
                : Optional.of(places.problem(path(key), PROBLEMS.get("translation.values")));
    }

    private static List<String> values(String text) {
        return VALUE.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static String path(String key) {
        return "$.texts." + key;
    }

    /// The lesson in this language; texts without translation stay as they are.
    Lesson apply(Lesson original) {
        return TextWalk.map(
                        original,
                        "$",
                        (path, _, text) -> texts.getOrDefault(key(path, original), text))
                .in(language);
    }
}
