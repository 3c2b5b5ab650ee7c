package shadewalk.ui.command;

import java.util.Optional;

/// What the palette leads to.
///
/// @param kind what it is
/// @param words its name; what is typed is looked for here first
/// @param place where it belongs: a menu, a lesson, a kernel function; looked for next
/// @param key what does it without the palette; empty for none
/// @param whyNot why it cannot be done now; nothing if it can
/// @param work does it
public record Command(
        Kind kind, String words, String place, String key, Optional<String> whyNot, Runnable work) {

    /// What can be reached.
    public enum Kind {
        ACTION,
        LESSON,
        STEP,
        TERM,
        THING
    }
}
