package shadewalk.diagram.quadrants;

import static shadewalk.text.Texts.PICTURES;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import shadewalk.read.Quadrant;
import shadewalk.x86.Gva;

/// What has been dealt out when the cursor has come to an address: a directory for every GiB that
/// was begun, a table for every 2 MiB.
///
/// @param directories the quadrant of each directory, in order
/// @param tables the quadrant of each table, in order
record Dealt(List<Integer> directories, List<Integer> tables) {

    /// So many of the last tables are told one by one.
    private static final int TOLD = 8;

    static Dealt upTo(Gva cursor) {
        return new Dealt(quadrants(cursor, 2, Owners.QUARTER), quadrants(cursor, 1, Owners.PIECE));
    }

    private static List<Integer> quadrants(Gva cursor, int level, long each) {
        List<Integer> quadrants = new ArrayList<>();
        for (long start = 0; start <= cursor.raw(); start += each) {
            quadrants.add(Quadrant.ofAddress(new Gva(start), level));
        }
        return List.copyOf(quadrants);
    }

    /// How many of the tables are of a quadrant.
    int tablesOf(int quadrant) {
        return Collections.frequency(tables, quadrant);
    }

    /// One directory per GiB, told one by one.
    String directoryWords() {
        return PICTURES.get("dealt.pd-per-gib", row(directories));
    }

    /// One table per 2 MiB, the last of them told one by one.
    String tableWords() {
        int from = Math.max(0, tables.size() - TOLD);
        return PICTURES.get(
                "dealt.pt-per-2",
                from > 0 ? "\u2026 " : "",
                row(tables.subList(from, tables.size())));
    }

    /// How many there are.
    String countWords() {
        return PICTURES.get(
                "dealt.pts-so-far", directories.size(), tables.size(), tablesOf(0), tablesOf(1));
    }

    private static String row(List<Integer> quadrants) {
        return String.join(" ", quadrants.stream().map(String::valueOf).toList());
    }
}
