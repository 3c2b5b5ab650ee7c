package shadewalk.lesson.play;

import java.util.List;
import java.util.OptionalLong;
import shadewalk.lesson.json.Numbers;

/// What a learner answers.
public sealed interface Answer {

    /// One of the choices of a question, counted from 0 in the order of the file.
    record Chosen(int index) implements Answer {}

    /// A thing in the picture, by its [Thing#id].
    record Picked(String id) implements Answer {}

    /// A number, as it was typed.
    record Typed(String text) implements Answer {

        /// The number, in C's way of writing with blanks, commas and underscores between digits;
        /// nothing if what was typed is none, and so no answer.
        public OptionalLong number() {
            return Numbers.parse(text.strip().replaceAll("[,_ ]", ""));
        }
    }

    /// The items of a question in some order, each by its number in the file, counted from 0.
    record Ordered(List<Integer> items) implements Answer {

        public Ordered {
            items = List.copyOf(items);
        }
    }
}
