package shadewalk.read.tell;

import static shadewalk.text.Texts.ANSWERS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.bits.Layout;
import shadewalk.read.GuestStep;
import shadewalk.read.ShadowStep;
import shadewalk.state.Spte;

/// How an entry reads in a table's row: what it names, and its rights as letters in fixed places.
///
/// | letters | from                                                                  |
/// |---------|-----------------------------------------------------------------------|
/// | `WUAD`  | R/W, U/S, accessed, dirty; a dash where the bit is clear, no letter    |
/// |         | where the layout has no such bit                                      |
/// | `PS`    | the entry maps a large page                                           |
/// | `NX`    | fetches are forbidden                                                 |
public final class EntryWords {

    private static final List<String> FIXED = List.of("R/W", "W", "U/S", "U", "A", "D");
    private static final List<String> IF_SET = List.of("PS", "G", "NX");

    private EntryWords() {}

    /// `gfn 2`, or why the entry names nothing.
    public static String guestTarget(GuestStep step) {
        return step.child()
                .or(step::maps)
                .map(gfn -> ANSWERS.get("entry-words.gfn", gfn))
                .orElse(step.entry() == 0 ? "0" : ANSWERS.get("entry-words.not-present"));
    }

    /// `sp5`, `pfn 40000b`, `device gfn fee00` or `0`.
    public static String shadowTarget(ShadowStep step) {
        long spte = step.spte();
        if (step.child().isPresent()) {
            return "sp" + step.child().getAsInt();
        }
        if (Spte.present(spte)) {
            return ANSWERS.get("entry-words.pfn", Spte.pfn(spte));
        }
        if (Spte.mmio(spte)) {
            return ANSWERS.get("entry-words.gfn", Hex.of(Spte.MMIO_GFN.of(spte)));
        }
        return spte == 0 ? "0" : Hex.of(spte);
    }

    /// The letters of an entry, empty for one that is zero.
    public static String flags(Layout layout, long entry) {
        if (entry == 0) {
            return "";
        }
        StringBuilder letters = new StringBuilder();
        for (String name : FIXED) {
            for (Field field : layout.fields()) {
                if (field.name().equals(name)) {
                    letters.append(field.in(entry) ? letter(name) : '-');
                }
            }
        }
        for (String name : IF_SET) {
            for (Field field : layout.fields()) {
                if (field.name().equals(name) && field.in(entry)) {
                    letters.append(' ').append(name);
                }
            }
        }
        return letters.toString();
    }

    /// The same in words: `, WU--: writable, user, not accessed, clean`.
    public static String rights(Layout layout, long entry) {
        List<String> words = new ArrayList<>();
        for (Field field : layout.fields().reversed()) {
            boolean set = field.in(entry);
            switch (field.name()) {
                case "R/W", "W" -> words.add(set ? "writable" : "read-only");
                case "U/S", "U" ->
                        words.add(set ? "user" : ANSWERS.get("entry-words.supervisor-only"));
                case "A" -> words.add(set ? "accessed" : ANSWERS.get("entry-words.not-accessed"));
                case "D" -> words.add(set ? "dirty" : "clean");
                case "PS" -> words.add(set ? ANSWERS.get("entry-words.maps-large-page") : "");
                case "G" -> words.add(set ? "global" : "");
                case "NX" -> words.add(set ? ANSWERS.get("entry-words.no-fetches") : "");
                default -> {}
            }
        }
        words.removeIf(String::isEmpty);
        return words.isEmpty() ? "" : ", " + flags(layout, entry) + ": " + String.join(", ", words);
    }

    /// The names of the bits that are set, lowest first: `P R/W U/S A`.
    public static String setBits(Layout layout, long entry) {
        return layout.fields().reversed().stream()
                .filter(field -> field.width() == 1 && field.in(entry))
                .map(Field::name)
                .collect(Collectors.joining(" "));
    }

    private static char letter(String name) {
        return switch (name) {
            case "R/W" -> 'W';
            case "U/S" -> 'U';
            default -> name.charAt(0);
        };
    }
}
