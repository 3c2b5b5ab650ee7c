package shadewalk.read.ask;

import java.util.List;
import java.util.Optional;
import shadewalk.bits.Field;
import shadewalk.bits.Layout;
import shadewalk.read.Thing;

/// A part of what is said of a thing.
public sealed interface Section {

    /// A word of the machine, to be read bit by bit.
    ///
    /// @param of what it is the value of, if that is something in a picture
    record Word(String title, Optional<Thing> of, Layout layout, long value) implements Section {

        /// Named fields, and unnamed bits only if one of them is set.
        public List<Field> shown() {
            return layout.cells().stream()
                    .filter(field -> !field.name().equals("-") || field.in(value))
                    .toList();
        }
    }

    /// What else is known, line by line.
    record Facts(List<Fact> facts) implements Section {

        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /// A line: what is asked and the parts of the answer.
    ///
    /// @param id tells it from others, `parents`
    record Fact(String id, String label, List<Part> parts) {

        public Fact {
            parts = List.copyOf(parts);
        }
    }

    /// A part of an answer, which may lead somewhere.
    record Part(String text, Target target) {}

    /// Where a part of an answer leads.
    sealed interface Target {

        record None() implements Target {}

        /// Selects a thing.
        record ToThing(Thing thing) implements Target {}

        /// Goes to a position.
        record ToPosition(int position) implements Target {}

        /// Explains a term of the glossary.
        record ToTerm(String id) implements Target {}
    }
}
