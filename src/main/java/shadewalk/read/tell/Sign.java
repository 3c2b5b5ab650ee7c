package shadewalk.read.tell;

import static shadewalk.text.Texts.PICTURES;

import java.util.Locale;
import java.util.Optional;
import shadewalk.read.GuestTables;
import shadewalk.read.Telling;

/// What a badge in a picture says of a table, and what that means, in a sentence for a person who
/// sees it for the first time.
///
/// Source: `mmu.c`, v6.1: `kvm_mmu_pte_write`, `mmu_try_to_unsync_pages`, `is_obsolete_sp`.
public enum Sign {
    WRITE_TRACKED("word/write-tracked"),
    WRITE_PROTECTED("word/write-protected"),
    UNSYNC("word/unsync"),
    OBSOLETE("word/obsolete"),
    DIRECT("word/direct"),
    OFF_THE_TREE("word/cr3");

    private final String term;

    Sign(String term) {
        this.term = term;
    }

    /// How a guest table is guarded; none if it is not shadowed.
    public static Optional<Sign> of(GuestTables.Guard guard) {
        return Optional.ofNullable(
                switch (guard) {
                    case NONE -> null;
                    case WRITE_TRACKED -> WRITE_TRACKED;
                    case WRITE_PROTECTED -> WRITE_PROTECTED;
                    case UNSYNC -> UNSYNC;
                });
    }

    /// The sign that a shape belongs to, if it belongs to one.
    public static Optional<Sign> of(String shape) {
        for (Sign sign : values()) {
            if (shape.endsWith(sign.part()) || shape.endsWith(sign.part() + "/text")) {
                return Optional.of(sign);
            }
        }
        return Optional.empty();
    }

    /// What the id of its shape ends in.
    public String part() {
        return "/sign-" + id();
    }

    /// What the badge says.
    public String text() {
        return PICTURES.get("sign." + id());
    }

    /// The id of its term in the glossary.
    public String term() {
        return term;
    }

    /// What it means, in a sentence or two.
    public Optional<String> meaning(Telling telling) {
        return telling.say(PICTURES.get("sign." + id() + ".meaning"));
    }

    /// What it is called in ids, the same in every language.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
