package shadewalk.glossary;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All terms, and the list of what the model leaves out.
public final class Glossary {

    private @Nullable Content content;

    private Glossary() {}

    /// What was read.
    private record Content(
            String kernel,
            Map<String, String> families,
            Map<String, Term> terms,
            Mentions mentions,
            List<Omission> omissions) {

        static Content of(Book book, List<Omission> omissions) {
            Map<String, Term> terms = new LinkedHashMap<>();
            Map<String, String> written = new LinkedHashMap<>();
            for (Entry entry : book.terms) {
                if (terms.put(entry.id, entry.term(book.kernel)) != null) {
                    throw new IllegalArgumentException("the glossary has two terms " + entry.id);
                }
                if (entry.written != null) {
                    written.put(entry.id, entry.written);
                }
            }
            return new Content(
                    book.kernel,
                    Map.copyOf(book.families),
                    terms,
                    new Mentions(written),
                    List.copyOf(omissions));
        }
    }

    /// What `glossary.json` holds.
    private record Book(String kernel, Map<String, String> families, List<Entry> terms) {}

    /// A term as it is written: what is empty is left away.
    ///
    /// @param written a regular expression for how running text writes the word, if links may lead
    ///   from there
    private record Entry(
            String id,
            String word,
            @Nullable String written,
            @Nullable String kernel,
            @Nullable String function,
            @Nullable String file,
            String meaning,
            @Nullable String note) {

        Term term(String version) {
            return new Term(
                    id,
                    word,
                    orEmpty(kernel),
                    orEmpty(function),
                    orEmpty(file),
                    version,
                    meaning,
                    note);
        }

        private static String orEmpty(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }
    }

    /// The glossary that comes with the program. It is read when something is looked up first.
    public static Glossary load() {
        return new Glossary();
    }

    private synchronized Content content() {
        if (content == null) {
            Gson gson = new Gson();
            content =
                    Content.of(
                            read(gson, "/glossary.json", new TypeToken<Book>() {}),
                            read(gson, "/omissions.json", new TypeToken<List<Omission>>() {}));
        }
        return content;
    }

    private static <T> T read(Gson gson, String name, TypeToken<T> type) {
        try (var stream = Objects.requireNonNull(Glossary.class.getResourceAsStream(name), name);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return gson.fromJson(reader, type);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /// The kernel that all names belong to, `6.1`.
    public String kernel() {
        return content().kernel;
    }

    /// All terms in the order of the file: words, events, role, entries, registers, statistics.
    public List<Term> terms() {
        return List.copyOf(content().terms.values());
    }

    public List<Term> terms(Term.Kind kind) {
        return content().terms.values().stream().filter(term -> term.kind() == kind).toList();
    }

    /// The term with this id, `role/quadrant`.
    public Optional<Term> find(String id) {
        return Optional.ofNullable(content().terms.get(id));
    }

    /// The term of a field of a layout, both by the names they have there: `PT32 PTE` and `R/W`.
    public Optional<Term> field(String layout, String field) {
        String family = content().families.get(layout);
        return family == null ? Optional.empty() : find(family + "/" + field);
    }

    /// Running text in pieces: the words that the glossary explains, and what stands between them.
    ///
    /// @param known the terms that need no link any more; those that are found join them
    public List<Mentions.Piece> pieces(String text, Set<String> known) {
        return content().mentions.pieces(text, known);
    }

    /// The term of an event by the name of its record, `SpteSet`.
    public Optional<Term> event(String record) {
        return find("event/" + record);
    }

    /// What the model leaves out or makes simpler than it is.
    public List<Omission> omissions() {
        return content().omissions;
    }
}
