package shadewalk.ui.settings;

import static shadewalk.text.Texts.PROBLEMS;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import shadewalk.lesson.file.WholeFile;

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
        return new SettingsFile(home.resolve("settings.properties"));
    }

    /// What was read.
    ///
    /// @param problem a sentence for the user, if the file could not be used
    public record Loaded(Settings settings, Optional<String> problem) {}

    /// The settings, or those of a first start where there are none to be read.
    public Loaded load() {
        if (!Files.exists(file)) {
            return new Loaded(Settings.FIRST, Optional.empty());
        }
        try {
            return new Loaded(Settings.of(entries()), Optional.empty());
        } catch (SettingsProblem e) {
            return new Loaded(
                    Settings.FIRST, Optional.of(putAside(String.valueOf(e.getMessage()))));
        } catch (IOException e) {
            return new Loaded(
                    Settings.FIRST,
                    Optional.of(PROBLEMS.get("settings.unreadable", file, e.getMessage())));
        }
    }

    /// The language that was chosen, read before anything is said; empty for the system's. What is
    /// wrong with the file is said when it is loaded.
    public Optional<String> language() {
        try {
            return Optional.ofNullable(entries().get("language"))
                    .filter(chosen -> !chosen.isBlank());
        } catch (IOException | SettingsProblem _) {
            return Optional.empty();
        }
    }

    /// Writes the settings beside the old ones and then puts them in their place.
    public void save(Settings settings) throws IOException {
        WholeFile.write(file, text(settings));
    }

    private static String text(Settings settings) {
        return settings.toEntries().entrySet().stream()
                .map(e -> e.getKey() + " = " + escaped(e.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private Map<String, String> entries() throws IOException, SettingsProblem {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LONGEST + 1);
        }
        if (bytes.length > LONGEST) {
            throw new SettingsProblem(PROBLEMS.get("settings.long"));
        }
        Properties properties = new Properties();
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            properties.load(new StringReader(text.toString()));
        } catch (CharacterCodingException _) {
            throw new SettingsProblem(PROBLEMS.get("settings.no-text"));
        } catch (IllegalArgumentException _) {
            throw new SettingsProblem(PROBLEMS.get("settings.broken"));
        }
        Map<String, String> entries = new TreeMap<>();
        properties.forEach((key, value) -> entries.put(key.toString(), value.toString()));
        return entries;
    }

    private String putAside(String why) {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return PROBLEMS.get("settings.aside", why, aside);
        } catch (IOException e) {
            return PROBLEMS.get("settings.stays", file, why, e.getMessage());
        }
    }
}
