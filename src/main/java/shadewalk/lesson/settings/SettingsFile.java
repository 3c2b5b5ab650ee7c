package shadewalk.lesson.settings;

import static shadewalk.text.Texts.PROBLEMS;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import shadewalk.lesson.file.WholeFile;
import shadewalk.lesson.json.Format;
import shadewalk.lesson.json.JsonText;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.Read;

/// The file the settings are kept in. It is written as a whole or not at all; one that makes no
/// sense is put aside rather than lost.
public final class SettingsFile {

    private static final int LONGEST = 64 * 1024;

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /// Where the window keeps its settings, in the folder of the user.
    public static SettingsFile in(Path home) {
        return new SettingsFile(home.resolve("settings.json"));
    }

    /// The format is only made where the settings are read or written: a command wants the
    /// language.
    private static final class Known {
        static final Format<Settings> FORMAT = Format.of(Settings.class);
    }

    /// What was read.
    ///
    /// @param problem a sentence for the user, if the file could not be used
    public record Loaded(Settings settings, Optional<String> problem) {}

    /// The settings, or those of a first start where there are none to be read.
    public Loaded load() {
        Optional<Path> there = there();
        if (there.isEmpty()) {
            return new Loaded(Settings.FIRST, Optional.empty());
        }
        Read<Settings> read = Known.FORMAT.read(text(there.get()));
        return read.value() != null
                ? new Loaded(read.value(), Optional.empty())
                : new Loaded(
                        Settings.FIRST,
                        Optional.of(putAside(there.get(), read.problems().getFirst())));
    }

    /// The language that was chosen, read before anything is said; empty for the system's. What is
    /// wrong with the file is said when it is loaded.
    public Optional<String> language() {
        return there().map(SettingsFile::text)
                .map(text -> text.root() instanceof JsonObject all ? all.get("language") : null)
                .filter(language -> language.isJsonPrimitive())
                .map(language -> language.getAsString())
                .filter(language -> !language.isBlank());
    }

    /// Writes the settings beside the old ones and then puts them in their place.
    public void save(Settings settings) throws IOException {
        WholeFile.write(file, Known.FORMAT.write(settings));
    }

    private Optional<Path> there() {
        return Optional.of(file)
                .filter(Files::exists)
                .or(() -> Optional.of(former()).filter(Files::exists));
    }

    private Path former() {
        return file.resolveSibling("settings.properties");
    }

    private static JsonText text(Path there) {
        if (!there.toString().endsWith(".properties")) {
            return JsonText.read(there, LONGEST);
        }
        try {
            return JsonText.parse(FormerSettings.json(there));
        } catch (IOException | IllegalArgumentException _) {
            return JsonText.parse(""); // says that it is no JSON, and is put aside
        }
    }

    private static String putAside(Path there, Problem why) {
        Path aside = there.resolveSibling(there.getFileName() + ".broken");
        String what = why.path() + ": " + why.sentence();
        try {
            Files.move(there, aside, StandardCopyOption.REPLACE_EXISTING);
            return PROBLEMS.get("settings.aside", what, aside);
        } catch (IOException e) {
            return PROBLEMS.get("settings.stays", there, what, e.getMessage());
        }
    }
}
