package shadewalk.lesson.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Guesses what a mistyped word was meant to be.
public final class Spelling {

    private static final int LONGEST = 40;

    private Spelling() {}

    /// The known word that differs least, if it differs in few enough letters.
    public static Optional<String> nearest(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        int allowed = word.length() < 4 ? 1 : Math.max(2, word.length() / 3);
        return known.stream()
                .filter(other -> distance(word, other) <= allowed)
                .min(Comparator.comparingInt(other -> distance(word, other)));
    }

    /// How many letters must be put in, left out or changed (Levenshtein).
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
