package shadewalk.scenario;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Hex;
import shadewalk.mmu.RegisterCheck;
import shadewalk.state.Memslot;
import shadewalk.state.Memslots;
import shadewalk.state.Start;
import shadewalk.x86.Gpa;
import shadewalk.x86.Page;

/// Gathers the statements that stand before `ops` into a [Machine].
final class MachineStatements {

    private static final int MAX_WATCHES = 64;
    private static final long MAX_WATCHED = 1L << 30;
    private static final long PHYSICAL = 1L << 52;
    private static final int MAX_MEMORY_WORDS = 1_000_000;

    /// The processor as it is reset here: protected mode with paging and write protection.
    private static final long DEFAULT_CR0 = 0x8001_0011L;

    private final SlotStatement slotStatement;
    private final List<Memslot> slots = new ArrayList<>();
    private final List<MemoryWord> memory = new ArrayList<>();
    private final List<Watch> watches = new ArrayList<>();
    private long watched;
    private Start start = new Start(Memslots.NONE);
    private Mode mode = Mode.PT32;
    private long cr0 = DEFAULT_CR0;
    private long cr3;
    private long cr4;
    private long efer;
    private @Nullable Agent agent;
    private int mmuPages;
    private long mmioValue = Machine.MMIO_VALUE;
    private boolean stats = true;
    private boolean shadow = true;

    MachineStatements(SlotStatement slotStatement) {
        this.slotStatement = slotStatement;
    }

    void read(Statement s) throws ScenarioProblem {
        switch (s.name()) {
            case "mode" -> mode = mode(s);
            case "cr0" -> cr0 = value(s);
            case "cr3" -> cr3 = value(s);
            case "cr4" -> cr4 = value(s);
            case "efer" -> efer = value(s);
            case "mmioval" -> mmioValue = value(s);
            case "memslot" -> memslot(s);
            case "agent" -> agent = agent(s);
            case "mem32" -> memory(s, 4);
            case "mem64" -> memory(s, 8);
            case "watch" -> watch(s);
            case "mmupages" -> mmuPages = mmuPages(s);
            case "nostats" -> stats = off(s);
            case "noshadow" -> shadow = off(s);
            case "trace" -> s.expect(1, 1, "trace GROUP/EVENT");
            default -> throw s.problem("no-setup", Statement.quoted(s.name()));
        }
    }

    /// The machine, complete at the line `ops`.
    Machine machine(Statement ops) throws ScenarioProblem {
        if (agent != null && !start.holds(agent.gpa(), Agent.SIZE)) {
            throw ops.problem("agent-memory", agent.gpa());
        }
        Optional<String> refusal = RegisterCheck.refusal(cr0, cr3, cr4, efer, mode == Mode.LONG);
        if (refusal.isPresent()) {
            throw ops.problem("registers", refusal.get());
        }
        return new Machine(
                mode, cr0, cr3, cr4, efer, slots, memory, agent, watches, mmuPages, mmioValue,
                stats, shadow);
    }

    private static Mode mode(Statement s) throws ScenarioProblem {
        s.expect(1, 1, "mode nonpaging|32|pae|64");
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.word().equals(s.word(1)))
                .findFirst()
                .orElseThrow(() -> s.problem("no-mode", Statement.quoted(s.word(1))));
    }

    private static long value(Statement s) throws ScenarioProblem {
        s.expect(1, 1, s.name() + " V");
        return s.number(1);
    }

    private static boolean off(Statement s) throws ScenarioProblem {
        s.expect(0, 0, s.name());
        return false;
    }

    private static int mmuPages(Statement s) throws ScenarioProblem {
        s.expect(1, 1, "mmupages N");
        return s.number(1, Machine.MIN_MMU_PAGES, 1 << 24, PROBLEMS.get("scenario.limit"));
    }

    private static Agent agent(Statement s) throws ScenarioProblem {
        s.expect(2, 2, "agent GVA GPA");
        return new Agent(s.gva(1, Mode.LONG), s.gpa(2));
    }

    private void memslot(Statement s) throws ScenarioProblem {
        Step.SetMemslot set = slotStatement.read(s);
        if (set.bytes() == 0) {
            throw s.problem("empty-slot", set.id());
        }
        if (set.base().raw() < 0 || set.base().raw() + set.bytes() > PHYSICAL) {
            throw s.problem("slot-end", set.id());
        }
        if (set.base().offset() != 0 || set.bytes() % Page.SIZE != 0) {
            throw s.problem("slot-pages", set.id());
        }
        Memslot slot =
                new Memslot(
                        set.id(),
                        set.base().gfn(),
                        set.bytes() / Page.SIZE,
                        set.readOnly(),
                        set.logDirty(),
                        set.hugePages());
        for (Memslot other : slots) {
            if (other.id() == slot.id()) {
                throw s.problem("slot-twice", slot.id());
            }
            if (other.overlaps(slot)) {
                throw s.problem("slots-overlap", other.id(), slot.id());
            }
        }
        slots.add(slot);
        Memslots all = Memslots.NONE;
        for (Memslot each : slots) {
            all = all.with(each, 0);
        }
        start = new Start(all);
    }

    private void memory(Statement s, int bytes) throws ScenarioProblem {
        s.expect(2, Integer.MAX_VALUE, s.name() + " GPA V...");
        Gpa at = s.gpa(1);
        for (int i = 2; i <= s.arguments(); i++) {
            long value = s.number(i);
            if (bytes == 4) {
                if (value >>> 32 != 0 && (int) value != value) {
                    throw s.problem("wide-word", Hex.prefixed(value));
                }
                value = Integer.toUnsignedLong((int) value);
            }
            if (!start.holds(at, bytes)) {
                throw s.problem("no-memory", at);
            }
            if (memory.size() == MAX_MEMORY_WORDS) {
                throw s.problem("many-words", MAX_MEMORY_WORDS);
            }
            memory.add(new MemoryWord(at, bytes, value));
            at = new Gpa(at.raw() + bytes);
        }
    }

    private void watch(Statement s) throws ScenarioProblem {
        s.expect(2, 2, "watch GPA SIZE");
        long bytes = s.number(2);
        watched += bytes;
        if (bytes <= 0 || bytes > MAX_WATCHED || watched > MAX_WATCHED) {
            throw s.problem("watch-size");
        }
        if (s.number(1) < 0 || s.number(1) + bytes > PHYSICAL) {
            throw s.problem("watch-end");
        }
        if (watches.size() == MAX_WATCHES) {
            throw s.problem("many-watches", MAX_WATCHES);
        }
        watches.add(new Watch(s.gpa(1), bytes));
    }
}
