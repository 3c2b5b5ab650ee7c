package shadewalk.lesson.play;

import static shadewalk.text.Texts.LESSON;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shadewalk.lesson.json.Worded;

/// Answers as words, for files and for the command line.
public final class AnswerWords {

    private static final Pattern NUMBERS = Pattern.compile("\\d{1,3}( \\d{1,3})*");

    /// How answers stand in a file.
    public static final Worded<Answer> WORDED =
            new Worded<>(Answer.class, List.of(), AnswerWords::words, AnswerWords::parse);

    private AnswerWords() {}

    /// `chosen 2`, `picked sp3/spte17`, `typed 770`, `ordered 1 3 2`. Choices and items are counted
    /// from 1.
    public static String words(Answer answer) {
        return switch (answer) {
            case Answer.Chosen(var index) -> LESSON.get("answers.chosen", index + 1);
            case Answer.Picked(var id) -> LESSON.get("answers.picked", id);
            case Answer.Typed(var text) -> LESSON.get("answers.typed", text);
            case Answer.Ordered(var items) ->
                    LESSON.get(
                            "answers.ordered",
                            items.stream()
                                    .map(item -> Integer.toString(item + 1))
                                    .collect(Collectors.joining(" ")));
        };
    }

    /// The answer that [#words] wrote down; nothing for other texts.
    public static Optional<Answer> parse(String words) {
        int blank = words.indexOf(' ');
        String kind = blank < 0 ? words : words.substring(0, blank);
        String rest = blank < 0 ? "" : words.substring(blank + 1);
        return switch (kind) {
            case "chosen" ->
                    numbers(rest)
                            .filter(n -> n.size() == 1)
                            .map(n -> new Answer.Chosen(n.getFirst()));
            case "picked" -> Optional.of(new Answer.Picked(rest));
            case "typed" -> Optional.of(new Answer.Typed(rest));
            case "ordered" -> numbers(rest).map(Answer.Ordered::new);
            default -> Optional.empty();
        };
    }

    private static Optional<List<Integer>> numbers(String text) {
        if (!NUMBERS.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                Pattern.compile(" ")
                        .splitAsStream(text)
                        .map(number -> Integer.parseInt(number) - 1)
                        .toList());
    }
}
