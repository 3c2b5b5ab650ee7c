package shadewalk.scenario;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.Arrays;
import shadewalk.state.Memslot;

/// Reads the statements that stand after `ops`, each of them one step.
final class StepStatement {

    private final Mode mode;
    private final SlotStatement slots;

    StepStatement(Mode mode, SlotStatement slots) {
        this.mode = mode;
        this.slots = slots;
    }

    Step read(Statement s) throws ScenarioProblem {
        return switch (s.name()) {
            case "read" -> access(s);
            case "write" -> access(s);
            case "xchg" -> xchg(s);
            case "exec" -> exec(s);
            case "nop" -> nop(s);
            case "cr0" -> new Step.LoadCr0(value(s));
            case "cr3" -> new Step.LoadCr3(value(s));
            case "cr4" -> new Step.LoadCr4(value(s));
            case "wrmsr" -> wrmsr(s);
            case "invlpg" -> invlpg(s);
            case "memslot" -> slots.read(s);
            case "dirtylog" -> dirtyLog(s);
            case "poke32" -> poke(s, 4);
            case "poke64" -> poke(s, 8);
            case "discard" -> discard(s);
            case "mode", "efer", "agent", "mem32", "mem64", "watch", "mmupages", "mmioval" ->
                    throw s.problem("setup-late", s.name());
            default -> throw s.problem("no-step", Statement.quoted(s.name()));
        };
    }

    private Step access(Statement s) throws ScenarioProblem {
        boolean write = s.name().equals("write");
        int fixed = write ? 3 : 2;
        s.expect(
                fixed, fixed + 1, write ? "write s|u|sac GVA V [SIZE]" : "read s|u|sac GVA [SIZE]");
        Step.Ring ring = ring(s);
        int bytes = s.arguments() > fixed ? size(s, fixed + 1, ring) : 4;
        return write
                ? new Step.Write(ring, s.gva(2, mode), s.number(3), bytes)
                : new Step.Read(ring, s.gva(2, mode), bytes);
    }

    private int size(Statement s, int argument, Step.Ring ring) throws ScenarioProblem {
        int bytes = s.number(argument, 1, 8, PROBLEMS.get("scenario.size"));
        if (Integer.bitCount(bytes) != 1) {
            throw s.problem("odd-size", bytes);
        }
        if (bytes == 8 && (mode != Mode.LONG || ring.user())) {
            throw s.problem("ring-size");
        }
        return bytes;
    }

    private Step xchg(Statement s) throws ScenarioProblem {
        s.expect(3, 3, "xchg s|u GVA V");
        long value = s.number(3);
        if (value >>> 32 != 0) {
            throw s.problem("wide-xchg", s.word(3));
        }
        return new Step.Xchg(ring(s), s.gva(2, mode), value);
    }

    private Step exec(Statement s) throws ScenarioProblem {
        s.expect(2, 2, "exec s|u GVA");
        return new Step.Exec(ring(s), s.gva(2, mode));
    }

    private static Step nop(Statement s) throws ScenarioProblem {
        s.expect(1, 1, "nop s|u");
        return new Step.Nop(ring(s));
    }

    private long value(Statement s) throws ScenarioProblem {
        s.expect(1, 1, s.name() + " V");
        return s.register(1, mode, PROBLEMS.get("scenario.value"));
    }

    private static Step wrmsr(Statement s) throws ScenarioProblem {
        s.expect(2, 2, "wrmsr MSR V");
        return new Step.Wrmsr(s.number(1), s.number(2));
    }

    private Step invlpg(Statement s) throws ScenarioProblem {
        s.expect(1, 1, "invlpg GVA");
        return new Step.Invlpg(s.gva(1, mode));
    }

    private static Step dirtyLog(Statement s) throws ScenarioProblem {
        s.expect(1, 1, "dirtylog ID");
        return new Step.DirtyLog(
                s.number(1, 0, Memslot.MAX_SLOTS - 1, PROBLEMS.get("scenario.slot")));
    }

    private static Step poke(Statement s, int bytes) throws ScenarioProblem {
        s.expect(2, 2, s.name() + " GPA V");
        return new Step.Poke(s.gpa(1), bytes, s.number(2));
    }

    private static Step discard(Statement s) throws ScenarioProblem {
        s.expect(2, 2, "discard GPA SIZE");
        long bytes = s.number(2);
        if (bytes <= 0) {
            throw s.problem("empty-discard", s.word(2));
        }
        return new Step.Discard(s.gpa(1), bytes);
    }

    private static Step.Ring ring(Statement s) throws ScenarioProblem {
        return Arrays.stream(Step.Ring.values())
                .filter(ring -> ring.word().equals(s.word(1)))
                .findFirst()
                .orElseThrow(() -> s.problem("no-ring", Statement.quoted(s.word(1))));
    }
}
