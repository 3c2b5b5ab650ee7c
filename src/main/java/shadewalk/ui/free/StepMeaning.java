package shadewalk.ui.free;

import java.util.Optional;
import shadewalk.text.Texts;

/// What a step of the scenario language does, in words, from how it begins.
final class StepMeaning {

    private static final String KEY = "free.meaning.";
    private static final String RING = "free.ring.";

    private StepMeaning() {}

    /// The meaning of `read s 0x401000` or of its beginning; nothing as long as no step is named.
    static Optional<String> of(String step, Texts texts) {
        String[] words = step.strip().split("\\s+", 3);
        if (!texts.has(KEY + words[0])) {
            return Optional.empty();
        }
        String ring = words.length > 1 && texts.has(RING + words[1]) ? words[1] : "s";
        return Optional.of(texts.get(KEY + words[0], texts.get(RING + ring)));
    }
}
