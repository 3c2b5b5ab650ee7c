package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import shadewalk.bits.Field;
import shadewalk.lesson.json.Numbers;
import shadewalk.state.Registers;

/// The words of an expression.
final class Arguments {

    private final List<String> words;

    Arguments(List<String> words) {
        this.words = words;
    }

    int size() {
        return words.size();
    }

    /// Word `at`, 0 the first.
    ///
    /// @param what what it should be, for the message when it is missing
    String get(int at, String what) throws Unresolved {
        if (at >= words.size()) {
            throw new Unresolved(
                    PROBLEMS.get("arguments.too-short-lacks", String.join(" ", words), what));
        }
        return words.get(at);
    }

    /// All words from `at` on, as they were written.
    String rest(int at) {
        return at >= words.size() ? "" : String.join(" ", words.subList(at, words.size()));
    }

    /// The words from `at` on as `name=value`.
    Map<String, String> parts(int at) throws Unresolved {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String word : words.subList(Math.min(at, words.size()), words.size())) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new Unresolved(PROBLEMS.get("arguments.no-condition-write", word));
            }
            parts.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return parts;
    }

    /// `31:22` or `21` as bits of an address.
    static Field bits(String range) throws Unresolved {
        int colon = range.indexOf(':');
        OptionalLong high = Numbers.parse(colon < 0 ? range : range.substring(0, colon));
        OptionalLong low = Numbers.parse(colon < 0 ? range : range.substring(colon + 1));
        if (high.isEmpty()
                || low.isEmpty()
                || low.getAsLong() < 0
                || high.getAsLong() > 63
                || low.getAsLong() > high.getAsLong()) {
            throw new Unresolved(PROBLEMS.get("arguments.names-no-bits", range));
        }
        return new Field("bits", (int) high.getAsLong(), (int) low.getAsLong());
    }

    /// `cr3` as a control register.
    static Registers.Name register(String word) throws Unresolved {
        return Stream.of(Registers.Name.values())
                .filter(name -> name.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new Unresolved(PROBLEMS.get("arguments.no-register", word)));
    }

    static boolean has(String flags, String flag) {
        return List.of(flags.split(" ", -1)).contains(flag);
    }

    static String without(String flags, String flag) {
        return String.join(
                " ", List.of(flags.split(" ", -1)).stream().filter(f -> !f.equals(flag)).toList());
    }
}
