package shadewalk.scenario;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shadewalk.bits.Hex;
import shadewalk.state.Memslot;
import shadewalk.x86.Page;

/// Reads `memslot ID GPA SIZE [ro] [log] [thp]`, which may stand before and after `ops`.
///
/// It remembers how much memory each slot's number got at first, since that cannot grow.
final class SlotStatement {

    private static final String FORM = "memslot ID GPA SIZE [ro] [log] [thp]";

    private static final Set<String> FLAGS = Set.of("ro", "log", "thp");

    /// Memory is taken in units of 2 MiB.
    private static final long UNIT = 2L << 20;

    private static final long MAX_BYTES = Memslot.MAX_PAGES * Page.SIZE;

    private final Map<Integer, Long> capacities = new HashMap<>();

    /// A slot that was set up elsewhere, with this much memory.
    void begin(int id, long bytes) {
        capacities.put(id, rounded(bytes));
    }

    Step.SetMemslot read(Statement statement) throws ScenarioProblem {
        statement.expect(3, 6, FORM);
        int id = statement.number(1, 0, Memslot.MAX_SLOTS - 1, PROBLEMS.get("scenario.slot"));
        long bytes = statement.number(3);
        if (bytes < 0 || bytes > MAX_BYTES) {
            throw statement.problem("large-slot", Hex.prefixed(bytes), Hex.prefixed(MAX_BYTES));
        }
        checkFlags(statement);
        checkCapacity(statement, id, bytes);
        return new Step.SetMemslot(
                id,
                statement.gpa(2),
                bytes,
                flags(statement).contains("ro"),
                flags(statement).contains("log"),
                flags(statement).contains("thp"),
                statement.text());
    }

    private void checkCapacity(Statement statement, int id, long bytes) throws ScenarioProblem {
        long capacity = bytes == 0 ? 0 : capacities.computeIfAbsent(id, _ -> rounded(bytes));
        if (bytes > capacity) {
            throw statement.problem("slot-grows", id, Hex.prefixed(capacity));
        }
    }

    private static long rounded(long bytes) {
        return (bytes + UNIT - 1) / UNIT * UNIT;
    }

    private static void checkFlags(Statement statement) throws ScenarioProblem {
        for (String flag : flags(statement)) {
            if (!FLAGS.contains(flag)) {
                throw statement.problem("no-flag", Statement.quoted(flag));
            }
        }
    }

    private static List<String> flags(Statement statement) {
        return statement.words().subList(4, statement.words().size());
    }
}
