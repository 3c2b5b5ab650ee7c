package shadewalk.diagram.draw;

import static shadewalk.text.Texts.PICTURES;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/// A long table folded down to the rows that matter.
///
/// @param from the first entry of this part
/// @param to the last
/// @param used how many of them are in use
/// @param row whether it is one entry shown as a row; otherwise the entries are folded away
public record Fold(int from, int to, int used, boolean row) {

    /// How many entries the part stands for.
    public int size() {
        return to - from + 1;
    }

    /// The number in words, for parts that are folded away.
    public String words() {
        if (used == 0) {
            return PICTURES.get("fold.empty", size());
        }
        return used == size()
                ? PICTURES.get("fold.more", size())
                : PICTURES.get("fold.more-used", size(), used);
    }

    /// The parts of a table of `entries`, with rows for `shown` and everything else folded.
    public static List<Fold> of(int entries, IntPredicate used, NavigableSet<Integer> shown) {
        List<Fold> parts = new ArrayList<>();
        int next = 0;
        for (int index : shown) {
            fold(parts, next, index - 1, used);
            parts.add(new Fold(index, index, used.test(index) ? 1 : 0, true));
            next = index + 1;
        }
        fold(parts, next, entries - 1, used);
        return List.copyOf(parts);
    }

    private static void fold(List<Fold> parts, int from, int to, IntPredicate used) {
        if (from > to) {
            return;
        }
        int count = 0;
        for (int i = from; i <= to; i++) {
            count += used.test(i) ? 1 : 0;
        }
        parts.add(new Fold(from, to, count, false));
    }

    /// The lines of a card of a table: rows for `shown`, and words for what is folded away.
    public static List<Card.Line> lines(
            String card,
            int entries,
            IntPredicate used,
            NavigableSet<Integer> shown,
            IntFunction<Card.Row> row) {
        return of(entries, used, shown).stream()
                .<Card.Line>map(part ->
                        part.row()
                                ? row.apply(part.from())
                                : new Card.Gap(card + "/gap" + part.from(), part.words()))
                .toList();
    }

    /// The entries worth a row: those given, and the nearest other one in use.
    public static NavigableSet<Integer> shown(
            int entries, IntPredicate used, Iterable<Integer> wanted) {
        NavigableSet<Integer> shown = new TreeSet<>();
        wanted.forEach(shown::add);
        for (int away = 1; away < entries && !shown.isEmpty(); away++) {
            int before = shown.first() - away;
            int behind = shown.last() + away;
            if (before >= 0 && used.test(before)) {
                shown.add(before);
                return shown;
            }
            if (behind < entries && used.test(behind)) {
                shown.add(behind);
                return shown;
            }
        }
        return shown;
    }
}
