package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.List;

/// The words for the entries of each level.
final class Levels {

    private static final List<String> WORDS = List.of("pte", "pde", "pdpte", "pml4e", "pml5e");

    private Levels() {}

    /// The level of a word: 1 for `pte`.
    static int of(String word) throws Unresolved {
        int found = WORDS.indexOf(word);
        if (found < 0) {
            throw new Unresolved(
                    PROBLEMS.get("levels.no-entry-write", word, String.join(", ", WORDS)));
        }
        return found + 1;
    }

    /// The word of a level: `pte` for 1.
    static String word(int level) {
        return WORDS.get(level - 1);
    }
}
