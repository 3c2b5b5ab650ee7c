package shadewalk.lesson.file;

import static shadewalk.text.Texts.PROBLEMS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.json.Format;
import shadewalk.lesson.json.JsonText;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.Read;
import shadewalk.lesson.json.Worded;
import shadewalk.scenario.Mode;
import shadewalk.state.Stat;

/// Lesson files: read into lessons, with their translations, and written.
public final class LessonFile {

    private static final Format<Lesson> FORMAT =
            Format.of(
                    Lesson.class,
                    Worded.of(Mode.class, Mode::word),
                    Worded.of(Stat.class, Stat::kernelName));

    /// How the name of a translation ends.
    private static final String LANGUAGE = "\\.[a-z]{2,3}(-[A-Z]{2})?\\.json";

    private LessonFile() {}

    /// Reads a file. A file that cannot be opened is a problem like any other.
    public static Read<Lesson> read(Path file) {
        if (Files.isDirectory(file)) {
            return Read.failed(PROBLEMS.get("lesson-file.folder"));
        }
        return of(JsonText.read(file, JsonText.MAX_BYTES));
    }

    /// Reads a file in a language: if a translation stands beside it, `name.de.json` beside
    /// `name.json`, its texts are used. A translation that does not fit is a problem.
    public static Read<Lesson> read(Path file, String language) {
        Path beside = beside(file, language);
        Read<Lesson> original = read(file);
        if (original.value() == null
                || original.value().language().equals(language)
                || !Files.isRegularFile(beside)) {
            return original;
        }
        return translated(
                JsonText.read(file, JsonText.MAX_BYTES), JsonText.read(beside, JsonText.MAX_BYTES));
    }

    /// Reads a file for a learner who speaks a language: a translation together with its lesson,
    /// and a lesson in that language if a good translation stands beside it. One that does not fit
    /// is left to its author, who has it checked.
    public static Read<Lesson> open(Path file, String language) {
        if (isTranslation(file)) {
            return readTranslated(file);
        }
        Read<Lesson> inLanguage = read(file, language);
        return inLanguage.value() == null ? read(file) : inLanguage;
    }

    private static Path beside(Path file, String language) {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
        return file.resolveSibling(name + "." + language + ".json");
    }

    private static Read<Lesson> translated(JsonText lesson, JsonText translation) {
        Read<Translation> texts = Translation.FORMAT.read(translation);
        Lesson original = of(lesson).value();
        if (texts.value() == null || original == null) {
            return new Read<>(null, texts.problems());
        }
        List<Problem> problems =
                new ArrayList<>(texts.value().problems(original, translation.places()));
        Lesson translated = texts.value().apply(original);
        problems.addAll(FORMAT.check(translated, lesson.places()));
        return Read.unless(problems, translated);
    }

    /// Whether a file holds a translation, `name.de.json`, and not a lesson.
    public static boolean isTranslation(Path file) {
        if (!String.valueOf(file.getFileName()).matches(".+" + LANGUAGE)) {
            return false;
        }
        return Translation.looksLikeOne(JsonText.read(file, JsonText.MAX_BYTES).root());
    }

    /// The files beside a lesson whose names say that they hold its texts in another language.
    public static List<Path> translations(Path lesson) throws IOException {
        Path folder = lesson.toAbsolutePath().getParent();
        if (folder == null) {
            return List.of();
        }
        String name = String.valueOf(lesson.getFileName()).replaceFirst("\\.json$", "");
        Pattern wanted = Pattern.compile(Pattern.quote(name) + LANGUAGE);
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName)
                    .filter(file -> wanted.matcher(file.toString()).matches())
                    .map(lesson::resolveSibling)
                    .sorted()
                    .toList();
        }
    }

    /// Reads the lesson that a translation stands beside, in the translation's language.
    public static Read<Lesson> readTranslated(Path translation) {
        String name = String.valueOf(translation.getFileName());
        String language = name.replaceFirst(".*\\.([^.]+)\\.json$", "$1");
        Path lesson = translation.resolveSibling(name.replaceFirst("\\.[^.]+\\.json$", ".json"));
        if (!Files.isRegularFile(lesson)) {
            return Read.failed(PROBLEMS.get("lesson-file.alone", lesson.getFileName()));
        }
        return read(lesson, language);
    }

    /// Every text of a lesson by its key, for a translator to begin with; empty if the file is no
    /// lesson.
    public static String texts(InputStream file, String language) throws IOException {
        Lesson lesson = read(file).value();
        return lesson == null ? "" : Translation.begin(lesson, language);
    }

    /// Reads what a stream holds.
    ///
    /// @throws IOException if the stream itself fails
    public static Read<Lesson> read(InputStream stream) throws IOException {
        return of(JsonText.read(stream));
    }

    /// Reads a text.
    public static Read<Lesson> parse(String text) {
        return of(JsonText.parse(text));
    }

    private static Read<Lesson> of(JsonText text) {
        return FORMAT.read(text)
                .then(lesson ->
                        Read.of(
                                lesson.from(
                                        Digest.of(Objects.requireNonNull(text.root())),
                                        text.places())));
    }

    /// The lesson as a text that [#parse] reads back.
    public static String write(Lesson lesson) {
        return FORMAT.write(lesson);
    }

    /// The JSON Schema of lesson files, for editors.
    public static String schema() {
        return FORMAT.schema("urn:shadewalk:lesson:1", PROBLEMS.get("lesson-file.title"));
    }
}
