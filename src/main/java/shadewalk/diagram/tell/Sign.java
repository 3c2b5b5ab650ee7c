package shadewalk.diagram.tell;

import java.util.Locale;
import java.util.Optional;
import shadewalk.diagram.Tone;
import shadewalk.read.GuestTables;

/// What a badge in a picture says of a table, and what that means, in a sentence for a person who
/// sees it for the first time.
///
/// Source: `mmu.c`, v6.1: `kvm_mmu_pte_write`, `mmu_try_to_unsync_pages`, `is_obsolete_sp`.
public enum Sign {
    WRITE_TRACKED(
            "write-protected",
            Tone.WRITE_PROTECTED,
            "word/write-tracked",
            "On a table above level 1: every guest write to it faults. KVM does the write for the"
                    + " guest and empties the shadow entries made from what was written."),
    WRITE_PROTECTED(
            "write-protected",
            Tone.WRITE_PROTECTED,
            "word/write-protected",
            "On a page table: the guest's next write to it faults. KVM then lets it pass, and its"
                    + " shadow pages are unsync: they may be out of date."),
    UNSYNC(
            "unsync",
            Tone.UNSYNC,
            "word/unsync",
            "The guest writes the table without KVM noticing. What the shadow holds stays in use"
                    + " until INVLPG, a CR3 load or a lookup brings it up to date."),
    OBSOLETE(
            "obsolete",
            Tone.OBSOLETE,
            "word/obsolete",
            "Zapped, or left from before everything was zapped: no lookup returns it any more."),
    DIRECT(
            "direct",
            Tone.MUTED,
            "word/direct",
            "It stands for no guest table: it maps one stretch of guest memory one for one."),
    OFF_THE_TREE(
            "not under CR3",
            Tone.MUTED,
            "word/cr3",
            "No walk from the present CR3 comes here. Its shadow pages stay for when the guest"
                    + " loads another CR3 or links it again.");

    private final String text;
    private final Tone tone;
    private final String term;
    private final String meaning;

    Sign(String text, Tone tone, String term, String meaning) {
        this.text = text;
        this.tone = tone;
        this.term = term;
        this.meaning = meaning;
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
        return "/sign-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What the badge says.
    public String text() {
        return text;
    }

    public Tone tone() {
        return tone;
    }

    /// The id of its term in the glossary.
    public String term() {
        return term;
    }

    /// What it means, in a sentence or two.
    public String meaning() {
        return meaning;
    }
}
