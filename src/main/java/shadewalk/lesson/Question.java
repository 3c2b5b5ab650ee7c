package shadewalk.lesson;

import java.util.List;

/// What a learner must answer before the future is shown.
public sealed interface Question {

    /// The question, Markdown.
    String ask();

    /// Hints, the smallest first.
    List<String> hints();

    /// What is said once the answer is given, Markdown; may be empty.
    String explain();

    /// What may be chosen or is to be put in order, as the file has it; nothing for other kinds.
    default List<String> offered() {
        return switch (this) {
            case Choose choose -> choose.choices().stream().map(Choice::text).toList();
            case Predict predict -> predict.prospects().stream().map(Prospect::text).toList();
            case Order order -> order.items();
            case Pick _, Type _ -> List.of();
        };
    }

    /// The same on paper, where what is to be put in order begins sorted by its words, which gives
    /// nothing away.
    default List<String> shown() {
        return this instanceof Order ? offered().stream().sorted().toList() : offered();
    }

    /// An answer that somebody may give, and what is said to it.
    record Wrong(String answer, String feedback) {}

    /// One of several sentences is right.
    record Choose(String ask, List<Choice> choices, List<String> hints, String explain)
            implements Question {

        public Choose {
            choices = List.copyOf(choices);
            hints = List.copyOf(hints);
        }
    }

    /// One answer to choose.
    record Choice(String text, boolean right, String feedback) {}

    /// A thing in the picture is to be picked, an expression of [Moment#spot].
    record Pick(
            String ask,
            String answer,
            List<Wrong> wrong,
            String otherwise,
            List<String> hints,
            String explain)
            implements Question {

        public Pick {
            wrong = List.copyOf(wrong);
            hints = List.copyOf(hints);
        }
    }

    /// A number is to be typed, an expression of [Moment].
    ///
    /// @param later whether the answer is the expression's value after the next stop
    record Type(
            String ask,
            String answer,
            boolean later,
            List<Wrong> wrong,
            String otherwise,
            List<String> hints,
            String explain)
            implements Question {

        public Type {
            wrong = List.copyOf(wrong);
            hints = List.copyOf(hints);
        }
    }

    /// Things are to be put in order.
    ///
    /// @param items in the right order
    /// @param wrong answers are orders of the items' numbers from 1, such as `2 1 3`
    record Order(
            String ask,
            List<String> items,
            List<Wrong> wrong,
            String otherwise,
            List<String> hints,
            String explain)
            implements Question {

        public Order {
            items = List.copyOf(items);
            wrong = List.copyOf(wrong);
            hints = List.copyOf(hints);
        }
    }

    /// Which of these events comes first in the next stop? The engine knows.
    record Predict(String ask, List<Prospect> prospects, List<String> hints, String explain)
            implements Question {

        public Predict {
            prospects = List.copyOf(prospects);
            hints = List.copyOf(hints);
        }
    }

    /// One event that may come next.
    ///
    /// @param text how the event is called in the list
    record Prospect(EventFilter event, String text, String feedback) {}
}
