package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.ArrayList;
import java.util.List;
import shadewalk.lesson.Blueprint;
import shadewalk.read.GuestStep;
import shadewalk.scenario.Agent;
import shadewalk.scenario.MemoryWord;
import shadewalk.state.Memslot;
import shadewalk.state.Registers;
import shadewalk.x86.Gpa;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.Gva;
import shadewalk.x86.Page;
import shadewalk.x86.PagingMode;

/// Finds room in a lesson's machine for the scripted guest program, which a recorder of a real
/// kernel needs: six free frames, and an address range that no root of the lesson uses.
final class AgentPlace {

    private static final String CODE = "writable accessed dirty";
    private static final String USER_CODE = "user writable accessed dirty";
    private static final String TABLES = "user writable accessed";
    private static final int FRAMES = 6;

    private final Blueprint plan;
    private final Stage stage;
    private final PagingMode mode;

    AgentPlace(Blueprint plan, Stage stage) {
        this.plan = plan;
        this.stage = stage;
        this.mode = stage.mode();
    }

    /// The machine with the agent's pages mapped, and where the agent is.
    record Placed(Blueprint plan, Agent agent) {}

    Placed place() throws Unresolved {
        long gpa = freeFrames();
        if (mode.depth() == 0) {
            return new Placed(plan, new Agent(new Gva(gpa), new Gpa(gpa)));
        }
        List<Stage.GuestTable> roots =
                stage.tables().stream().filter(table -> table.level() == mode.depth()).toList();
        Hole hole = hole(roots.getFirst().gpa());
        List<Blueprint.Table> tables = new ArrayList<>(plan.tables());
        List<Blueprint.Share> shares = new ArrayList<>(plan.shares());
        String address = address(hole.gva());
        long at = gpa + Agent.SIZE;
        for (int level = hole.level() - 1; level > 0; level--, at += Page.SIZE) {
            tables.add(
                    new Blueprint.Table("agent-" + level, level, address(at), address, "", TABLES));
        }
        for (Stage.GuestTable root : roots.subList(1, roots.size())) {
            if (present(root.gpa(), mode.depth(), hole.gva())) {
                throw new Unresolved(PROBLEMS.get("agent-place.roots-lesson-leave"));
            }
            shares.add(
                    new Blueprint.Share(
                            "agent-" + (mode.depth() - 1), address, root.name(), TABLES));
        }
        Agent agent = new Agent(new Gva(hole.gva()), new Gpa(gpa));
        return new Placed(withAgent(tables, shares, agent), agent);
    }

    private Blueprint withAgent(
            List<Blueprint.Table> tables, List<Blueprint.Share> shares, Agent agent) {
        List<Blueprint.Mapping> maps = new ArrayList<>(plan.maps());
        long gva = agent.gva().raw();
        long gpa = agent.gpa().raw();
        maps.add(mapping(gva, gpa, 2, CODE));
        maps.add(mapping(gva + 2L * Page.SIZE, gpa + 2L * Page.SIZE, 1, USER_CODE));
        return new Blueprint(
                plan.mode(),
                plan.cr0(),
                plan.cr4(),
                plan.efer(),
                plan.root(),
                plan.slots(),
                tables,
                maps,
                shares,
                plan.selfMaps(),
                plan.data(),
                plan.names(),
                plan.mmuPages(),
                plan.mmio());
    }

    private static Blueprint.Mapping mapping(long gva, long gpa, int count, String flags) {
        return new Blueprint.Mapping(
                "", address(gva), address(gpa), "4K", count, flags, TABLES, "");
    }

    private static String address(long value) {
        return "0x" + Long.toHexString(value);
    }

    /// An address whose walk finds nothing at `level`, so that tables below it have to be made.
    private record Hole(long gva, int level) {}

    /// The highest entry that is empty; where a table is full, one in the table of its last entry.
    private Hole hole(long root) throws Unresolved {
        long table = root;
        long gva = 0;
        for (int level = mode.depth(); level > 1; level--) {
            PagingMode.Level row = mode.level(level);
            int top = level == 4 ? row.entries() / 2 - 1 : row.entries() - 1;
            for (int i = top; i >= 0; i--) {
                if (!present(table, level, row.index().with(0, i))) {
                    return new Hole(row.index().with(gva, i), level);
                }
            }
            gva = row.index().with(gva, top);
            table = child(entryAt(table, level, gva), row, top);
        }
        throw full();
    }

    private long child(long at, PagingMode.Level row, int index) throws Unresolved {
        Registers registers = stage.machine().initialState().cpu().registers();
        return GuestStep.of(registers, row, new Gpa(at), index, word(at))
                .child()
                .map(table -> table.at(0).raw())
                .orElseThrow(AgentPlace::full);
    }

    private static Unresolved full() {
        return new Unresolved(PROBLEMS.get("agent-place.lesson-leaves-no"));
    }

    private boolean present(long table, int level, long gva) {
        return GuestEntry.P.in(word(entryAt(table, level, gva)));
    }

    private long entryAt(long table, int level, long gva) {
        return table + mode.level(level).index().of(gva) * mode.entryBytes();
    }

    private long word(long at) {
        return stage.machine().memory().stream()
                .filter(word -> word.gpa().raw() == at)
                .mapToLong(MemoryWord::value)
                .findFirst()
                .orElse(0);
    }

    /// The highest six frames in a row, at a multiple of a megabyte, that the lesson never speaks
    /// of.
    private long freeFrames() throws Unresolved {
        long bytes = FRAMES * (long) Page.SIZE;
        for (Memslot slot : stage.machine().memslots()) {
            long start = slot.base().at(0).raw();
            long end = start + slot.pages() * Page.SIZE;
            for (long gpa = (end - bytes) >> 20 << 20; gpa >= start; gpa -= 1L << 20) {
                if (!slot.readOnly() && isFree(gpa, gpa + bytes)) {
                    return gpa;
                }
            }
        }
        throw new Unresolved(PROBLEMS.get("agent-place.lesson-leaves-no-memory"));
    }

    private boolean isFree(long start, long end) {
        return stage.windows().stream().noneMatch(w -> w.gpa() < end && w.gpa() + w.bytes() > start)
                && stage.tables().stream()
                        .noneMatch(t -> t.gpa() < end && t.gpa() + Page.SIZE > start)
                && stage.machine().memory().stream()
                        .noneMatch(w -> w.gpa().raw() < end && w.gpa().raw() + 8 > start);
    }
}
