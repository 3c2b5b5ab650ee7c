package shadewalk.lesson.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file as far as reading goes: what it holds, or what keeps it from being that.
///
/// @param value null if there are problems
/// @param problems empty if there is a value
public record Read<T>(@Nullable T value, List<Problem> problems) {

    public Read {
        problems = List.copyOf(problems);
    }

    /// Nothing, because of the file as a whole.
    public static <T> Read<T> failed(String sentence) {
        return new Read<>(null, List.of(Problem.ofFile(sentence)));
    }
}
