package shadewalk.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the words of the glossary in running text.
public final class Mentions {

    private final List<String> ids;
    private final Pattern words;

    /// A part of a text.
    ///
    /// @param term the id of the term that it is a word for, if it is one
    public record Piece(String text, Optional<String> term) {}

    /// @param written by the ids of terms, regular expressions for their words
    Mentions(Map<String, String> written) {
        ids = List.copyOf(written.keySet());
        StringBuilder all = new StringBuilder();
        for (String expression : written.values()) {
            String plain = expression.replaceAll("\\((?!\\?)", "(?:");
            all.append(all.isEmpty() ? "" : "|").append('(').append(plain).append(')');
        }
        words = Pattern.compile("(?<![\\w-])(?:" + all + ")(?![\\w-])");
    }

    /// A text in pieces. Put together they are the text.
    ///
    /// @param known terms that were found before; those that are found now join them
    List<Piece> pieces(String text, Set<String> known) {
        List<Piece> pieces = new ArrayList<>();
        Matcher found = words.matcher(text);
        int from = 0;
        while (found.find()) {
            String id = id(found);
            if (known.add(id)) {
                add(pieces, text.substring(from, found.start()), Optional.empty());
                add(pieces, found.group(), Optional.of(id));
                from = found.end();
            }
        }
        add(pieces, text.substring(from), Optional.empty());
        return List.copyOf(pieces);
    }

    private static void add(List<Piece> pieces, String text, Optional<String> term) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, term));
        }
    }

    private String id(Matcher found) {
        for (int i = 0; i < ids.size(); i++) {
            if (found.group(i + 1) != null) {
                return ids.get(i);
            }
        }
        throw new IllegalStateException("a word of no term: " + found.group());
    }
}
