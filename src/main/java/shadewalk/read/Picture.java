package shadewalk.read;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which of the pictures of one state.
public enum Picture {
    /// The guest's walk and the shadow's over one ruler.
    WALK,
    /// All guest tables and all shadow pages.
    TABLES,
    /// The guest's entry above the shadow's, bit by bit.
    BITS,
    /// Which shadow page owns which piece of the address space.
    QUADRANTS,
    /// How far a guest's tables reach, and the shadow tables for them, to scale.
    REACH;

    /// The word for it in lessons, in sessions and on the command line: `walk`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The picture of that word.
    public static Optional<Picture> of(String word) {
        return Arrays.stream(values()).filter(picture -> picture.word().equals(word)).findFirst();
    }
}
