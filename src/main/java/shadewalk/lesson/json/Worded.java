package shadewalk.lesson.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How the values of a type that is no record stand in a file: each as a word.
///
/// @param all every value, if they can be listed; else empty
/// @param value what a word stands for; nothing if it stands for none
public record Worded<T>(
        Class<T> type, List<T> all, Function<T, String> word, Function<String, Optional<T>> value) {

    public Worded {
        all = List.copyOf(all);
    }

    /// The constants of an enum, by words of their own.
    public static <E> Worded<E> of(Class<E> type, Function<E, String> word) {
        List<E> all = List.of(type.getEnumConstants());
        return new Worded<>(
                type,
                all,
                word,
                text -> all.stream().filter(e -> word.apply(e).equals(text)).findFirst());
    }

    /// How a type is worded: as is said, or an enum by its constants' names in small letters.
    static @Nullable Worded<?> find(Class<?> type, Map<Class<?>, Worded<?>> said) {
        Worded<?> found = said.get(type);
        return found == null && type.isEnum() ? small(type) : found;
    }

    private static <E> Worded<E> small(Class<E> type) {
        return of(type, constant -> constant.toString().toLowerCase(Locale.ROOT));
    }

    List<String> words() {
        return all.stream().map(word).toList();
    }
}
