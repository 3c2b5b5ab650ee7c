package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shadewalk.bits.Hex;
import shadewalk.lesson.json.Numbers;
import shadewalk.lesson.json.Spelling;

/// The names of a lesson's machine and the addresses they stand for.
public final class LessonNames {

    private static final Pattern ADDRESS = Pattern.compile("([^\\s+]+)(?:\\s*\\+\\s*(\\S+))?");

    private final Map<String, Long> addresses = new LinkedHashMap<>();
    private final Set<String> virtual = new HashSet<>();

    LessonNames() {}

    /// Gives an address a name.
    ///
    /// @throws Unresolved if the name is taken
    void put(String name, long address) throws Unresolved {
        Long other = addresses.putIfAbsent(name, address);
        if (other != null) {
            throw new Unresolved(PROBLEMS.get("names.name-taken-choose", name));
        }
    }

    /// Gives a virtual address a name.
    ///
    /// @throws Unresolved if the name is taken
    void putVirtual(String name, long address) throws Unresolved {
        put(name, address);
        virtual.add(name);
    }

    /// Whether a name stands for a virtual address.
    boolean isVirtual(String name) {
        return virtual.contains(name);
    }

    boolean has(String name) {
        return addresses.containsKey(name);
    }

    /// The address that a number, a name, or either with `+` and a number stands for.
    long address(String text) throws Unresolved {
        Matcher parts = ADDRESS.matcher(text.strip());
        if (!parts.matches()) {
            throw new Unresolved(PROBLEMS.get("names.no-address-write", text));
        }
        long base = base(parts.group(1));
        String offset = parts.group(2);
        return offset == null ? base : base + number(offset);
    }

    private long base(String word) throws Unresolved {
        Long named = addresses.get(word);
        if (named != null) {
            return named;
        }
        if (!word.isEmpty() && Character.isDigit(word.charAt(0))) {
            return number(word);
        }
        throw new Unresolved(
                PROBLEMS.get(
                        "names.there-no-name",
                        word,
                        Spelling.nearest(word, addresses.keySet())
                                .map(near -> PROBLEMS.get("names.did-you-mean", near))
                                .orElse(PROBLEMS.get("names.add-machine-names"))));
    }

    static long number(String word) throws Unresolved {
        OptionalLong number = Numbers.parse(word);
        if (number.isEmpty()) {
            throw new Unresolved(PROBLEMS.get("names.no-number-write", word));
        }
        return number.getAsLong();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        addresses.forEach((name, address) ->
                text.append(name).append('=').append(Hex.of(address)).append(' '));
        return text.toString().strip();
    }
}
