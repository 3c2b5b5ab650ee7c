package shadewalk.text;

import java.util.regex.Pattern;

/// How long people read. About 200 words a minute is a common measure for prose that is new to
/// somebody; a glance costs more than a single word.
public final class ReadingTime {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /// Seconds a word.
    private static final double WORD = 0.3;

    /// Seconds that even one word takes.
    private static final double GLANCE = 1.2;

    private ReadingTime() {}

    /// How many words a text has.
    public static int words(String text) {
        return (int) BLANKS.splitAsStream(text.strip()).filter(word -> !word.isEmpty()).count();
    }

    /// How long it takes to read so many words, in seconds.
    public static double seconds(int words) {
        return words == 0 ? 0 : Math.max(GLANCE, WORD * words);
    }
}
