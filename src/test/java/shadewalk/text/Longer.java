package shadewalk.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A made-up language, `en-XA`: English with accents and longer by two fifths, for what is too
/// long, and for what is still English. It is made anew from the English of the day whenever it is
/// spoken.
///
/// Values and what is no word, such as `pae_root`, `CR3` and `--step`, stay as they are.
public final class Longer {

    public static final Locale LOCALE = Locale.forLanguageTag("en-XA");

    /// Places, names with a capital after the first letter, a digit or a mark in them, and options.
    private static final Pattern KEPT =
            Pattern.compile(
                    "\\{\\d+(?:,number[^}]*)?\\}|\\{\\d+,choice,|(?<![\\w}])-{1,2}[a-z][\\w-]*|%n"
                            + "|[\\w.]*[A-Z0-9_/][\\w./]*[A-Z0-9_/][\\w.]*|\\w*[_/\\d]\\w*|\\d[#<]");

    private static final String PLAIN = "aeiouycnstzAEIOUCNSTZ";
    private static final String ACCENTED = "áéíóúýčñšťžÁÉÍÓÚČÑŠŤŽ";

    private Longer() {}

    /// Makes the language and speaks it until the task is over.
    public static void speak(Runnable task) {
        make();
        Locale before = Locale.getDefault(Locale.Category.DISPLAY);
        Locale.setDefault(Locale.Category.DISPLAY, LOCALE);
        try {
            task.run();
        } finally {
            Locale.setDefault(Locale.Category.DISPLAY, before);
        }
    }

    /// Writes its bundles beside the classes of the tests.
    public static void make() {
        for (Texts texts : Texts.values()) {
            String name = texts.name().toLowerCase(Locale.ROOT);
            Properties longer = new Properties();
            phrases(Path.of("resources", "text", name + ".properties"))
                    .forEach((key, phrase) -> longer.setProperty(key, phrase(phrase)));
            try {
                Path folder =
                        Path.of(
                                        Longer.class
                                                .getProtectionDomain()
                                                .getCodeSource()
                                                .getLocation()
                                                .toURI())
                                .resolve("text");
                Files.createDirectories(folder);
                try (Writer out =
                        Files.newBufferedWriter(folder.resolve(name + "_en_XA.properties"))) {
                    longer.store(out, null);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (URISyntaxException e) {
                throw new AssertionError(e);
            }
        }
    }

    /// The phrases of a file.
    static Map<String, String> phrases(Path file) {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> phrases = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> phrases.put(key, properties.getProperty(key)));
        return phrases;
    }

    /// A phrase in it. What is said by a choice is accented and not made longer case by case.
    static String phrase(String english) {
        StringBuilder said = new StringBuilder();
        Matcher kept = KEPT.matcher(english);
        int at = 0;
        int letters = 0;
        while (kept.find()) {
            letters += accent(english.substring(at, kept.start()), said);
            said.append(kept.group());
            at = kept.end();
        }
        letters += accent(english.substring(at), said);
        return said.append(padding(letters * 2 / 5)).toString();
    }

    private static int accent(String words, StringBuilder said) {
        for (int at = 0; at < words.length(); at++) {
            int i = PLAIN.indexOf(words.charAt(at));
            said.append(i < 0 ? words.charAt(at) : ACCENTED.charAt(i));
        }
        return (int) words.chars().filter(Character::isLetter).count();
    }

    /// So many letters more, in words that can be broken into lines.
    private static String padding(int letters) {
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < letters; i++) {
            more.append(i % 6 == 0 ? ' ' : i % 2 == 0 ? 'ó' : 'l');
        }
        return more.toString();
    }
}
