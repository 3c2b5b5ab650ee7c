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
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

    private static final Pattern KEY = Pattern.compile("\"([a-z0-9-]+(?:\\.[a-z0-9-]+)+)\"");

    /// Bundles whose keys the code puts together, or a library looks up.
    private static final Set<Texts> PUT_TOGETHER =
            Set.of(Texts.FIELDS, Texts.WINDOW, Texts.COMMANDS, Texts.ANSWERS);

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

    @ParameterizedTest
    @EnumSource(Texts.class)
    void noKeyIsLeftOver(Texts texts) {
        if (PUT_TOGETHER.contains(texts)) {
            return;
        }
        Set<String> left = new TreeSet<>(texts.bundle().keySet());
        Matcher key = KEY.matcher(CODE);
        while (key.find()) {
            left.remove(key.group(1));
        }
        Matcher said = SAID.matcher(CODE);
        while (said.find()) {
            if (said.group(4) != null) {
                String start = said.group(3);
                left.removeIf(k -> k.startsWith(start));
            }
        }
        left.removeIf(k -> CODE.contains('"' + k + '"'));
        assertEquals(Set.of(), left);
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
