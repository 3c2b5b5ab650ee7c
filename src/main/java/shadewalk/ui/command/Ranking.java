package shadewalk.ui.command;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which commands a typed text means, the best first.
///
/// Every typed word must be met by a word of the command: be it, begin it, be a part of it, or have
/// its letters in it in their order, as `glsry` has of *glossary*. What is equally good stays in
/// the order of the list.
final class Ranking {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}_/+\\[\\]]+");

    private static final double WHOLE = 100;
    private static final double BEGINNING = 80;
    private static final double PART = 50;
    private static final double LETTERS = 30;

    /// What a word is worth that stands in the place of a command and not in its name.
    private static final double ELSEWHERE = 0.4;

    /// A name that begins with all that is typed comes before one that has it in its midst.
    private static final double BEGINS = 60;

    private Ranking() {}

    /// A command and how well it fits.
    private record Fit(Command command, double worth) {}

    static List<Command> of(String typed, List<Command> all) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<String> words = words(wanted).toList();
        if (words.isEmpty()) {
            return all;
        }
        return all.stream()
                .map(command -> new Fit(command, worth(wanted, words, command)))
                .filter(fit -> fit.worth() > 0)
                .sorted(Comparator.comparingDouble(Fit::worth).reversed())
                .map(Fit::command)
                .toList();
    }

    /// 0 if a word is not met.
    private static double worth(String wanted, List<String> words, Command command) {
        String name = command.words().toLowerCase(Locale.ROOT);
        String place = (command.place() + ' ' + command.key()).toLowerCase(Locale.ROOT);
        double sum = name.startsWith(wanted) ? BEGINS : 0;
        for (String word : words) {
            double best = Math.max(worth(word, name), ELSEWHERE * worth(word, place));
            if (best == 0) {
                return 0;
            }
            sum += best;
        }
        // Of two that have the same words the shorter one has fewer others.
        return sum - name.length() / 1000.0;
    }

    private static double worth(String word, String text) {
        return words(text).mapToDouble(of -> one(word, of)).max().orElse(0);
    }

    private static Stream<String> words(String text) {
        return BETWEEN.splitAsStream(text).filter(word -> !word.isEmpty());
    }

    private static double one(String word, String of) {
        if (of.equals(word)) {
            return WHOLE;
        }
        if (of.startsWith(word)) {
            return BEGINNING;
        }
        if (of.contains(word)) {
            return PART;
        }
        return hasLetters(word, of) ? LETTERS * word.length() / of.length() : 0;
    }

    /// Whether a word of three letters or more begins alike and has all the others in their order.
    private static boolean hasLetters(String word, String of) {
        if (word.length() < 3 || of.isEmpty() || word.charAt(0) != of.charAt(0)) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < word.length(); i++) {
            at = of.indexOf(word.charAt(i), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }
}
