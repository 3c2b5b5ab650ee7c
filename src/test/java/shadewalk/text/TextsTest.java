package shadewalk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import shadewalk.bits.Layout;
import shadewalk.state.Role;
import shadewalk.state.Spte;
import shadewalk.x86.Cr0;
import shadewalk.x86.Cr4;
import shadewalk.x86.Efer;
import shadewalk.x86.PageFault;
import shadewalk.x86.PagingMode;

/// The bundles and the code that says their phrases.
class TextsTest {

    /// Where a phrase is said by the name of its bundle.
    private static final Pattern SAID =
            Pattern.compile(
                    "\\b([A-Z]+)\\s*\\.\\s*(?:get|has)\\(\\s*((?:[^\"(),;]|\\(\\))*\\?\\s*)?\"([^\"]+)\"(\\s*\\+)?");

    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\n]*)\"");

    private static final Pattern NAME = Pattern.compile("\\b(\\w+)\\b");

    /// Texts of commands and their options, which the library looks up by their names.
    private static final Pattern OF_PICOCLI =
            Pattern.compile("shadewalk\\..*|mixinStandardHelpOptions\\..*|[a-z-]+");

    private static final Pattern MERGE = Pattern.compile("^(<<<<<<<|=======|>>>>>>>)");

    private static final Pattern BEFORE = Pattern.compile("^([\\w.-]+)=");

    private static final String CODE = code();

    private static String code() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                all.append(Files.readString(file)).append('\n');
            }
            return all.toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Texts.class)
    void everyKeyThatIsSaidIsThere(Texts texts) {
        Set<String> keys = texts.bundle().keySet();
        List<String> absent = new ArrayList<>();
        Matcher said = SAID.matcher(CODE);
        while (said.find()) {
            String key = said.group(3);
            boolean start = said.group(4) != null;
            if (said.group(1).equals(texts.name())
                    && keys.stream().noneMatch(k -> start ? k.startsWith(key) : k.equals(key))) {
                absent.add(key);
            }
        }
        assertEquals(List.of(), absent);
    }

    /// A key stands in the code whole, or its beginning does and each word of its end as well, as a
    /// literal or as a name.
    @ParameterizedTest
    @EnumSource(value = Texts.class, mode = Mode.EXCLUDE, names = "FIELDS")
    void noKeyIsLeftOver(Texts texts) {
        Set<String> literals = all(LITERAL);
        Set<String> words = new TreeSet<>(literals);
        all(NAME).forEach(name -> words.add(name.toLowerCase(Locale.ROOT).replace('_', '-')));
        List<String> starts = literals.stream().filter(each -> each.contains(".")).toList();
        List<String> heads = literals.stream().filter(each -> each.endsWith("-")).toList();
        Set<String> left = new TreeSet<>(texts.bundle().keySet());
        left.removeIf(key ->
                literals.contains(key)
                        || texts == Texts.COMMANDS && OF_PICOCLI.matcher(key).matches()
                        || starts.stream()
                                .filter(key::startsWith)
                                .anyMatch(start ->
                                        ends(key.substring(start.length()), words, heads)));
        assertEquals(Set.of(), left);
    }

    private static boolean ends(String end, Set<String> words, List<String> heads) {
        return Stream.of(end.split("\\.", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT).replace('_', '-'))
                .allMatch(word ->
                        words.contains(word)
                                || word.matches("\\d+")
                                || heads.stream()
                                        .anyMatch(head ->
                                                word.startsWith(head)
                                                        && words.contains(
                                                                word.substring(head.length()))));
    }

    private static Set<String> all(Pattern pattern) {
        Set<String> all = new TreeSet<>();
        Matcher found = pattern.matcher(CODE);
        while (found.find()) {
            all.add(found.group(1));
        }
        return all;
    }

    /// A file that a merge has left half done is no bundle, nor is an empty one.
    @Test
    void everyBundleIsWhole() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("resources/text"))) {
            for (Path file : files.toList()) {
                Map<String, Integer> said = new TreeMap<>();
                for (String line : Files.readAllLines(file)) {
                    assertFalse(MERGE.matcher(line).find(), file + ": " + line);
                    Matcher key = BEFORE.matcher(line);
                    if (key.find()) {
                        said.merge(key.group(1), 1, Integer::sum);
                    }
                }
                assertFalse(said.isEmpty(), file + " is empty");
                said.values().removeIf(times -> times == 1);
                assertEquals(Map.of(), said, file + " says a key twice");
                Longer.phrases(file)
                        .forEach((key, phrase) -> assertFalse(phrase.isBlank(), file + ": " + key));
            }
        }
    }

    @Test
    void everyBitOfAWordHasAMeaning() {
        Stream<Layout> guest =
                Stream.of(PagingMode.values())
                        .flatMap(mode -> mode.levels().stream())
                        .flatMap(level -> Stream.of(level.table(), level.largePage()))
                        .filter(Objects::nonNull);
        Stream<Layout> others =
                Stream.of(
                        Cr0.LAYOUT,
                        Cr4.LAYOUT,
                        Efer.LAYOUT,
                        PageFault.LAYOUT,
                        Role.LAYOUT,
                        Spte.LEAF,
                        Spte.NON_LEAF,
                        Spte.MMIO_LAYOUT);
        Set<String> said = new TreeSet<>();
        Stream.concat(guest, others)
                .flatMap(layout -> layout.fields().stream())
                .forEach(field -> {
                    assertFalse(field.meaning().isBlank(), field.toString());
                    said.add(field.word() + "." + field.name());
                });
        Stream.of(PagingMode.values()).forEach(mode -> said.add("mode." + mode.name()));
        assertEquals(Texts.FIELDS.bundle().keySet(), said);
    }

    @ParameterizedTest
    @EnumSource(Texts.class)
    void noApostropheIsDoubled(Texts texts) {
        Collections.list(texts.bundle().getKeys())
                .forEach(key -> assertFalse(texts.bundle().getString(key).contains("''"), key));
    }

    @Test
    void aTranslationHasKeysAndPlacesOfItsOriginal() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("resources/text"))) {
            for (Path file : files.filter(f -> f.getFileName().toString().contains("_")).toList()) {
                String[] name = file.getFileName().toString().split("[_.]", 2);
                Texts texts = Texts.valueOf(name[0].toUpperCase(Locale.ROOT));
                Longer.phrases(file)
                        .forEach((key, phrase) -> {
                            assertTrue(texts.has(key), file + ": " + key);
                            assertEquals(
                                    places(texts.bundle().getString(key)),
                                    places(phrase),
                                    file + ": " + key);
                        });
            }
        }
    }

    private static Set<String> places(String phrase) {
        Set<String> places = new TreeSet<>();
        Matcher place = Pattern.compile("\\{(\\d+)").matcher(phrase);
        while (place.find()) {
            places.add(place.group(1));
        }
        return places;
    }

    @Test
    void theMadeUpLanguageIsLongerAndKeepsValuesAndNames() {
        assertEquals(
                "Ťhé gúéšť wálkš {0} íñ pae_root, CR3 lólól",
                Longer.phrase("The guest walks {0} in pae_root, CR3"));
    }
}
