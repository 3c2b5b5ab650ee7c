package shadewalk.ui.layout;

import java.util.function.Function;
import javafx.util.StringConverter;

/// Values that are chosen from a list, as their words.
public final class ChoiceWords<T> extends StringConverter<T> {

    private final Function<T, String> words;

    public ChoiceWords(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(T value) {
        return value == null ? "" : words.apply(value);
    }

    /// Nobody types a value.
    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("chosen, not typed: " + text);
    }
}
