package shadewalk.glossary;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One word explained.
///
/// @param id a kind and a name, `role/quadrant`; what links point at
/// @param word the word as it is written
/// @param kernel KVM's own name for the thing: a tracepoint, a field, a mask; empty if it has none
/// @param function the kernel function that does it, empty if there is no single one
/// @param file the kernel's file, or the manual's chapter; empty for words of our own
/// @param version the kernel the names belong to, `6.1`
/// @param meaning a sentence or two in plain words
/// @param note what differs elsewhere, or what is easily missed
public record Term(
        String id,
        String word,
        String kernel,
        String function,
        String file,
        String version,
        String meaning,
        @Nullable String note) {

    /// What kind of thing a term names. Its name in lower case is the first part of the id.
    public enum Kind {
        /// A word of the field.
        WORD,
        /// An event of the record.
        EVENT,
        /// A field of a shadow page's role.
        ROLE,
        /// A field of a guest entry.
        GPTE,
        /// A field of a shadow entry.
        SPTE,
        CR0,
        CR4,
        EFER,
        /// A bit of a page-fault error code.
        PFERR,
        /// One of KVM's counters.
        STAT
    }

    public Term {
        for (String text : new String[] {id, word, kernel, function, file, version, meaning}) {
            Objects.requireNonNull(text, () -> "a term lacks a part; its id is " + id);
        }
    }

    public Kind kind() {
        return Kind.valueOf(id.substring(0, id.indexOf('/')).toUpperCase(Locale.ROOT));
    }

    /// The part of the id after the kind: `quadrant`.
    public String name() {
        return id.substring(id.indexOf('/') + 1);
    }

    /// Where to look in the kernel, as one text: `mmu_set_spte, arch/x86/kvm/mmu/mmu.c, v6.1`. Just
    /// the chapter for what a manual defines; empty for our own words.
    public String source() {
        if (file.isEmpty()) {
            return "";
        }
        if (file.startsWith("Intel") || file.startsWith("AMD")) {
            return file;
        }
        String place = file + ", v" + version;
        return function.isEmpty() ? place : function + ", " + place;
    }
}
