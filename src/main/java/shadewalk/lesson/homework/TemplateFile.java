package shadewalk.lesson.homework;

import static shadewalk.text.Texts.PROBLEMS;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.json.Format;
import shadewalk.lesson.json.JsonText;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.Read;

/// Template files, and the templates that come with the program.
public final class TemplateFile {

    private static final Format<Template> FORMAT = Format.of(Template.class);

    /// The templates that come with the program.
    public static final List<String> BUNDLED =
            List.of("walk-by-hand", "written-entries", "count-the-faults", "who-gets-in");

    private TemplateFile() {}

    /// Reads a file, or a template that comes with the program.
    public static Read<Template> read(String name) {
        try (InputStream stream = open(name)) {
            return of(JsonText.read(stream));
        } catch (NoSuchFileException e) {
            return Read.failed(
                    PROBLEMS.get("template-file.there-no-such", String.join(", ", BUNDLED)));
        } catch (IOException e) {
            return Read.failed(PROBLEMS.get("file.unreadable", e.getMessage()));
        }
    }

    private static InputStream open(String name) throws IOException {
        return BUNDLED.contains(name) ? bundled(name) : Files.newInputStream(Path.of(name));
    }

    private static InputStream bundled(String name) {
        String resource = "/homework/" + name + ".json";
        return Objects.requireNonNull(TemplateFile.class.getResourceAsStream(resource), resource);
    }

    /// The template of this name that comes with the program; null if there is none.
    public static @Nullable Template named(String name) {
        if (!BUNDLED.contains(name)) {
            return null;
        }
        try (InputStream stream = bundled(name)) {
            return of(JsonText.read(stream)).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Read<Template> of(JsonText text) {
        return FORMAT.read(text).then(template -> Read.unless(problems(template, text), template));
    }

    private static List<Problem> problems(Template template, JsonText text) {
        List<Problem> problems = new ArrayList<>();
        template.draws()
                .forEach((name, draw) -> {
                    if (draw instanceof Draw.Range range && range.isEmpty()) {
                        problems.add(
                                text.places()
                                        .problem(
                                                "$.draw." + name,
                                                PROBLEMS.get("template-file.range-empty-write")));
                    }
                });
        if (!template.lesson().isJsonObject()) {
            problems.add(
                    text.places()
                            .problem("$.lesson", PROBLEMS.get("template-file.write-lesson-in")));
        }
        return problems;
    }
}
