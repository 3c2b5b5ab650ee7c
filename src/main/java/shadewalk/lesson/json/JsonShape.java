package shadewalk.lesson.json;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What may stand at one place of a JSON file. [Shapes] makes a tree of these from a record, and
/// the published schema, the messages, the reader and the writer all follow the tree.
public sealed interface JsonShape {

    /// A string of `min` to `max` characters.
    ///
    /// @param pattern what the whole string must match, a regular expression both Java and
    ///   JavaScript understand; empty for any
    /// @param form the pattern in words
    record Text(int min, int max, String pattern, String form) implements JsonShape {}

    /// Running text: a string, or a list of strings that are its lines.
    ///
    /// @param max characters in all lines together
    /// @param lines whether it is written as a list
    record Prose(int max, boolean lines) implements JsonShape {}

    /// One of some strings.
    record Choice(List<String> of) implements JsonShape {

        public Choice {
            of = List.copyOf(of);
        }
    }

    /// A whole number in decimal.
    record Whole(long min, long max) implements JsonShape {}

    /// A number that need not be whole.
    record Real(double min, double max) implements JsonShape {}

    /// A number of up to 64 bits without sign: in decimal, or a string such as `"0xc0801234"`.
    ///
    /// @param units whether the string may be `"16M"` as well
    /// @param decimal whether it is written in decimal
    record Unsigned(boolean units, boolean decimal) implements JsonShape {}

    /// A number without sign, or a string that must match a pattern.
    ///
    /// @param form the pattern in words
    record NumberOrText(String pattern, String form) implements JsonShape {}

    /// `true` or `false`.
    record Flag() implements JsonShape {}

    /// A number, a string or a flag: what a thing is compared with.
    record Value() implements JsonShape {}

    /// A list of `min` to `max` things of one shape.
    record Many(JsonShape of, int min, int max) implements JsonShape {}

    /// An object whose names are the author's.
    record Dictionary(Text names, JsonShape of, int max) implements JsonShape {}

    /// An object with parts. They are made when one is first looked at: a file holds few of the
    /// things it might hold.
    final class Thing implements JsonShape {

        private final String name;
        private final boolean open;
        private final Supplier<List<Part>> making;
        private volatile @Nullable List<Part> parts;

        /// @param name what one is called, `a callout`
        /// @param open whether it may have others, which are passed over
        Thing(String name, boolean open, Supplier<List<Part>> making) {
            this.name = name;
            this.open = open;
            this.making = making;
        }

        String name() {
            return name;
        }

        boolean open() {
            return open;
        }

        List<Part> parts() {
            List<Part> made = parts;
            if (made == null) {
                made = List.copyOf(making.get());
                parts = made;
            }
            return made;
        }
    }

    /// An object whose part `by` says which of several it is.
    record Kinds(String name, String by, Map<String, Thing> kinds) implements JsonShape {}

    /// An object that is one of several, told apart by the part each of them begins with.
    record OneOf(String name, Map<String, Thing> kinds) implements JsonShape {}

    /// Anything at all: somebody else will look at it.
    record Anything() implements JsonShape {}

    /// One part of a thing.
    ///
    /// @param meaning a sentence for the schema and for messages
    /// @param otherwise what stands for it if it is left out; null for nothing at all
    record Part(
            String name,
            JsonShape shape,
            boolean required,
            String meaning,
            @Nullable JsonElement otherwise) {}
}
