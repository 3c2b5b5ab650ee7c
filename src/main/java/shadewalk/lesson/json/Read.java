package shadewalk.lesson.json;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A file as far as reading goes, or what was made of it: what it holds, or what keeps it from
/// being that.
///
/// @param value null if there are problems
/// @param problems empty if there is a value
public record Read<T>(@Nullable T value, List<Problem> problems) {

    public Read {
        problems = List.copyOf(problems);
    }

    /// What it holds.
    public static <T> Read<T> of(T value) {
        return new Read<>(value, List.of());
    }

    /// What it holds, unless there are problems.
    public static <T> Read<T> unless(List<Problem> problems, @Nullable T value) {
        return new Read<>(problems.isEmpty() ? value : null, problems);
    }

    /// What is made of it, if there is something.
    public <U> Read<U> then(Function<T, Read<U>> next) {
        return value == null ? new Read<>(null, problems) : next.apply(value);
    }

    /// Nothing, because of the file as a whole.
    public static <T> Read<T> failed(String sentence) {
        return new Read<>(null, List.of(Problem.ofFile(sentence)));
    }
}
