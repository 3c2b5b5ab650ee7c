package shadewalk.read;

import java.util.Optional;

/// What may be said of a state beyond what stands in it: how many, how long, why. While a question
/// is open that may be its answer, so whoever has such words to say asks for a telling first.
///
/// @param asked the picture over which a question is open
public record Telling(Optional<Picture> asked) {

    /// No question is open.
    public static final Telling ALL = new Telling(Optional.empty());

    /// A question is open over a picture.
    public static Telling whileAsked(Picture over) {
        return new Telling(Optional.of(over));
    }

    /// Whether everything may be said.
    public boolean all() {
        return asked.isEmpty();
    }

    /// Words that could be an answer; nothing while a question is open.
    public Optional<String> say(String words) {
        return all() ? Optional.of(words) : Optional.empty();
    }
}
