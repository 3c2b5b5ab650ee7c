package shadewalk.ui.event;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import shadewalk.state.MmuEvent;
import shadewalk.trace.EventWords;
import shadewalk.trace.Names;

/// An event as a line of a list.
///
/// @param words the kernel's, or ours where the kernel prints nothing
/// @param kernels whether they are the kernel's
public record EventLine(EventKind kind, String words, boolean kernels) {

    private static final EventWords KERNEL = new EventWords(Names.NUMBERS);

    public static EventLine of(MmuEvent event) {
        @Nullable String kernel = KERNEL.of(event);
        return new EventLine(
                EventKind.of(event),
                kernel == null ? QuietWords.of(event) : kernel,
                kernel != null);
    }

    /// Whether the words hold each of these, which are in lower case.
    public boolean holds(List<String> wanted) {
        String mine = words.toLowerCase(Locale.ROOT);
        return wanted.stream().allMatch(mine::contains);
    }
}
