package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.bits.Layout;
import shadewalk.lesson.json.Spelling;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.PagingMode;

/// Composes guest entries from words, so that no author computes one.
final class Flags {

    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    Map.entry("writable", "R/W"),
                    Map.entry("user", "U/S"),
                    Map.entry("write-through", "PWT"),
                    Map.entry("uncached", "PCD"),
                    Map.entry("accessed", "A"),
                    Map.entry("dirty", "D"),
                    Map.entry("pat", "PAT"),
                    Map.entry("global", "G"),
                    Map.entry("no-execute", "NX"));

    /// A present entry for nothing: `absent` alone makes an entry of zeros.
    private static final String ABSENT = "absent";

    private Flags() {}

    /// An entry of `level` that names the table or page at `gpa`.
    ///
    /// @param large whether it maps a large page
    /// @param words such as `user writable accessed dirty`
    static long entry(PagingMode mode, int level, boolean large, long gpa, String words)
            throws Unresolved {
        if (words.strip().equals(ABSENT)) {
            return 0;
        }
        PagingMode.Level row = mode.level(level);
        Layout layout = large ? row.largePage() : row.table();
        if (layout == null) {
            throw new Unresolved(PROBLEMS.get("flags.there-no-large", level, mode));
        }
        long entry = GuestEntry.P.set(0);
        entry = large ? GuestEntry.PS.set(entry) : entry;
        for (String word : words(words)) {
            entry = field(layout, word).set(entry);
        }
        return withFrame(layout, entry, gpa);
    }

    private static List<String> words(String text) {
        return Pattern.compile(" +").splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }

    private static Field field(Layout layout, String word) throws Unresolved {
        String name = FIELDS.get(word);
        if (name == null) {
            throw new Unresolved(
                    PROBLEMS.get(
                            "flags.there-no-flag",
                            word,
                            Spelling.nearest(word, FIELDS.keySet())
                                    .map(near -> PROBLEMS.get("flags.did-you-mean", near))
                                    .orElse(
                                            PROBLEMS.get(
                                                    "flags.write",
                                                    String.join(", ", FIELDS.keySet())))));
        }
        try {
            return layout.field(name);
        } catch (NoSuchElementException e) {
            throw new Unresolved(PROBLEMS.get("flags.has-no-flag", layout, word));
        }
    }

    private static long withFrame(Layout layout, long entry, long gpa) throws Unresolved {
        Field frame = layout.field("FRAME");
        long low = gpa & (1L << frame.low()) - 1;
        if (low != 0) {
            throw new Unresolved(
                    PROBLEMS.get(
                            "flags.not-aligned-as",
                            Hex.prefixed(gpa),
                            Hex.prefixed(1L << frame.low()),
                            layout));
        }
        long rest = gpa & ~frame.mask();
        if (rest != 0 && layout.equals(GuestEntry.PT32_PDE_4M) && rest >>> 36 == 0) {
            return GuestEntry.PSE36.with(frame.inPlace(gpa) | entry, rest >>> 32);
        }
        if (rest != 0) {
            throw new Unresolved(PROBLEMS.get("flags.too-high-for", Hex.prefixed(gpa), layout));
        }
        return entry | gpa;
    }
}
