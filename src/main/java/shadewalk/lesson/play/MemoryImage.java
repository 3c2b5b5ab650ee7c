package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import shadewalk.bits.Hex;
import shadewalk.scenario.MemoryWord;
import shadewalk.x86.Gpa;
import shadewalk.x86.PagingMode;

/// Guest memory while a lesson's machine is put together: entries and data, by address.
final class MemoryImage {

    /// The most words a machine may start with.
    private static final int MAX_WORDS = 1 << 17;

    private final PagingMode mode;
    private final TreeMap<Long, MemoryWord> words = new TreeMap<>();

    /// The tables that entries name, by where the entries stand.
    private final Map<Long, Long> tables = new HashMap<>();

    MemoryImage(PagingMode mode) {
        this.mode = mode;
    }

    /// Where the entry of `level` for an address stands in a table.
    long place(long table, int level, long gva) {
        return table + mode.level(level).index().of(gva) * mode.entryBytes();
    }

    /// The table that the entry at `at` names, or -1 if it names none.
    long table(long at) {
        return tables.getOrDefault(at, -1L);
    }

    /// Writes an entry that names a table.
    void putTable(long at, long entry, long table, String whose) throws Unresolved {
        put(at, entry, whose);
        tables.put(at, table);
    }

    /// Writes an entry.
    ///
    /// @param whose what the entry is for, named when it is there already
    void put(long at, long entry, String whose) throws Unresolved {
        put(at, mode.entryBytes(), entry, whose);
    }

    /// Writes a word of 4 or 8 bytes.
    void put(long at, int bytes, long value, String whose) throws Unresolved {
        MemoryWord other = words.get(at);
        if (other != null && (other.value() != value || other.bytes() != bytes)) {
            throw new Unresolved(
                    PROBLEMS.get("memory-image.needs-word-at", whose, Hex.prefixed(at)));
        }
        var before = words.lowerEntry(at);
        Long after = words.higherKey(at);
        if (before != null && before.getKey() + before.getValue().bytes() > at
                || after != null && after < at + bytes) {
            throw new Unresolved(
                    PROBLEMS.get("memory-image.overlaps-word-at", whose, Hex.prefixed(at)));
        }
        if (words.size() >= MAX_WORDS) {
            throw new Unresolved(PROBLEMS.get("memory-image.machine-has-more", MAX_WORDS));
        }
        if (bytes == 4 && value >>> 32 != 0) {
            throw new Unresolved(PROBLEMS.get("memory-image.needs-8-bytes", Hex.prefixed(value)));
        }
        words.put(at, new MemoryWord(new Gpa(at), bytes, value));
    }

    List<MemoryWord> words() {
        return List.copyOf(words.values());
    }
}
