package shadewalk.read.tell;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import shadewalk.read.EventKind;
import shadewalk.read.Told;
import shadewalk.state.MmuEvent;

/// An event as a line of a list.
///
/// @param words the kernel's, or ours where the kernel prints nothing
/// @param kernels whether they are the kernel's
public record EventLine(EventKind kind, String words, boolean kernels) {

    private static final TraceWords KERNEL = new TraceWords(HostNaming.NUMBERS);

    public static EventLine of(MmuEvent event) {
        @Nullable String kernel = KERNEL.of(event);
        return new EventLine(
                Told.of(event).kind(),
                kernel == null ? QuietWords.of(event) : kernel,
                kernel != null);
    }

    /// Whether the words hold each of these, which are in lower case.
    public boolean holds(List<String> wanted) {
        String mine = words.toLowerCase(Locale.ROOT);
        return wanted.stream().allMatch(mine::contains);
    }
}
