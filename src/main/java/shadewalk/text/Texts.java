package shadewalk.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The words of a room, from `resources/text/pictures.properties` and its translations, such as
/// `pictures_de.properties`.
///
/// The language is the one in which Java displays, `Locale.getDefault(Locale.Category.DISPLAY)`,
/// which is chosen once at the start. What a translation lacks is said in English. A phrase is
/// parsed when it is first said, and never changes; numbers look the same in every language.
public enum Texts {
    FIELDS,
    WINDOW,
    PICTURES,
    EVENTS,
    COMMANDS,
    PROBLEMS,
    ANSWERS,
    LESSON,
    PAGE;

    private static final ResourceBundle.Control CANDIDATES =
            ResourceBundle.Control.getControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @SuppressWarnings("ImmutableEnumChecker") // what was read once is kept, and nobody sees that
    private final Map<Locale, Map<String, Phrase>> spoken = new ConcurrentHashMap<>();

    /// The phrase of a key, its `{0}`, `{1}` filled in. An unknown key is a programming error.
    public String get(String key, @Nullable Object... values) {
        return phrase(key).with(values);
    }

    /// Whether there is a phrase of this key.
    public boolean has(String key) {
        return phrases().containsKey(key);
    }

    /// The language that its phrases are said in, as a tag such as `de`.
    public String language() {
        Locale wanted = Locale.getDefault(Locale.Category.DISPLAY);
        return candidates(wanted).stream()
                .filter(candidate -> Texts.class.getResource("/" + file(candidate)) != null)
                .filter(candidate -> !candidate.equals(Locale.ROOT))
                .findFirst()
                .orElse(Locale.ENGLISH)
                .toLanguageTag();
    }

    /// The languages, as tags, that the window is translated into.
    public static List<String> translations() {
        return Locale.availableLocales()
                .filter(locale -> !locale.equals(Locale.ROOT))
                .filter(locale -> Texts.class.getResource("/" + WINDOW.file(locale)) != null)
                .map(Locale::toLanguageTag)
                .sorted()
                .toList();
    }

    /// The phrases as they stand in the file, for a library that fills its own form.
    public ResourceBundle bundle() {
        Map<String, Phrase> phrases = phrases();
        return new ResourceBundle() {
            @Override
            protected @Nullable Object handleGetObject(String key) {
                Phrase phrase = phrases.get(key);
                return phrase == null ? null : phrase.pattern();
            }

            @Override
            public Enumeration<String> getKeys() {
                return Collections.enumeration(phrases.keySet());
            }
        };
    }

    private Phrase phrase(String key) {
        Phrase phrase = phrases().get(key);
        if (phrase == null) {
            throw new MissingResourceException("no text", name(), key);
        }
        return phrase;
    }

    private Map<String, Phrase> phrases() {
        return spoken.computeIfAbsent(Locale.getDefault(Locale.Category.DISPLAY), this::read);
    }

    private Map<String, Phrase> read(Locale locale) {
        Properties all = new Properties();
        for (Locale candidate : candidates(locale).reversed()) {
            readInto(all, file(candidate));
        }
        Map<String, Phrase> phrases = new HashMap<>();
        all.stringPropertyNames().forEach(key -> phrases.put(key, Phrase.of(all.getProperty(key))));
        return Map.copyOf(phrases);
    }

    /// From the most particular to the one that all share.
    private List<Locale> candidates(Locale locale) {
        return CANDIDATES.getCandidateLocales(base(), locale);
    }

    private String file(Locale candidate) {
        return CANDIDATES.toBundleName(base(), candidate) + ".properties";
    }

    private String base() {
        return "text/" + name().toLowerCase(Locale.ROOT);
    }

    private static void readInto(Properties all, String file) {
        try (InputStream in = Texts.class.getResourceAsStream("/" + file)) {
            if (in != null) {
                all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
