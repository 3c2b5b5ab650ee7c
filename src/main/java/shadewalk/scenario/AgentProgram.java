package shadewalk.scenario;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import shadewalk.cpu.Core;
import shadewalk.cpu.EventDelivery;
import shadewalk.x86.Gpa;

/// The scripted guest program, byte by byte.
///
/// Page 0 begins with a loop: one OUT, which hands control to the owner, and a jump to wherever DI
/// points. Each kind of step has a slot of 16 bytes to jump to; it makes its access and goes back
/// to the loop with SI = 0, or, through the exception handlers, with SI = 256 + vector. Steps of
/// ring 3 go through a slot that builds an interrupt frame and returns into one of the stubs of
/// page 2, which come back by `int $0x20`.
///
/// The places are those of the program that the recordings were made with, for the trace shows
/// them.
final class AgentProgram {

    static final int LOOP = 0x000;
    static final int BEHIND_OUT = 0x002;
    static final int STACK_TOP = 0x2000 - 64;
    static final int PORT = 0x10;

    private static final int TO_RING_3 = 0x0d0;
    private static final int EXCEPTION_MARK = 0x100;
    private static final int EXCEPTION_EXIT = 0x180;
    private static final int VECTORS = 0x200;
    private static final int VECTOR_BYTES = 16;
    private static final int SOFT_VECTOR = 0x20;
    private static final int LAST_EXCEPTION = 21;
    private static final int IDT = 0x800;
    private static final int GDT = 0xc00;
    private static final int TSS = 0xd00;
    private static final int NONE = -1;

    private static final String INT_20 = "cd20";
    private static final String CLEAR_SI = "31f6";

    /// The code that makes the access of one kind of step: where it stands, from the program's
    /// first byte, and where for ring 3, or [#NONE].
    private enum Slot {
        READ_4(0x010, 0x2000, "8b03"),
        READ_1(0x020, 0x2010, "0fb603"),
        READ_2(0x030, 0x2020, "0fb703"),
        WRITE_4(0x040, 0x2030, "890b"),
        WRITE_1(0x050, 0x2040, "880b"),
        WRITE_2(0x060, 0x2050, "66890b"),
        EXEC(0x070, 0x2060, "ffe3"),
        CR3(0x080, NONE, "0f22d9"),
        CR0(0x090, NONE, "0f22c1"),
        CR4(0x0a0, NONE, "0f22e1"),
        INVLPG(0x0b0, NONE, "0f013b"),
        NOP(0x0c0, 0x2080, ""),
        WRMSR(0x0e0, NONE, "0f30"),
        XCHG(0x0f0, 0x2070, "870b89c8"),
        READ_8(0x100, NONE, "488b03"),
        WRITE_8(0x110, NONE, "48890b");

        private final int ring0;
        private final int ring3;
        private final String code;

        Slot(int ring0, int ring3, String code) {
            this.ring0 = ring0;
            this.ring3 = ring3;
            this.code = code;
        }

        static Slot of(Step step) {
            return switch (step) {
                case Step.Read read ->
                        switch (read.bytes()) {
                            case 1 -> READ_1;
                            case 2 -> READ_2;
                            case 4 -> READ_4;
                            default -> READ_8;
                        };
                case Step.Write write ->
                        switch (write.bytes()) {
                            case 1 -> WRITE_1;
                            case 2 -> WRITE_2;
                            case 4 -> WRITE_4;
                            default -> WRITE_8;
                        };
                case Step.Xchg _ -> XCHG;
                case Step.Exec _ -> EXEC;
                case Step.Nop _ -> NOP;
                case Step.LoadCr3 _ -> CR3;
                case Step.LoadCr0 _ -> CR0;
                case Step.LoadCr4 _ -> CR4;
                case Step.Invlpg _ -> INVLPG;
                case Step.Wrmsr _ -> WRMSR;
                case Step.SetMemslot _, Step.DirtyLog _, Step.Poke _, Step.Discard _ ->
                        throw new IllegalArgumentException(step + " does not run the guest");
            };
        }
    }

    private final boolean longMode;
    private final long base;
    private final byte[] image = new byte[Agent.SIZE];
    private final ByteBuffer words = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);

    private AgentProgram(Agent agent, Mode mode) {
        this.longMode = mode == Mode.LONG;
        this.base = agent.gva().raw();
    }

    /// What the program's three pages hold at the start, as words of 8 bytes.
    static List<MemoryWord> image(Agent agent, Mode mode) {
        AgentProgram program = new AgentProgram(agent, mode);
        program.writeSlots();
        program.writeHandlers();
        program.writeTables();
        List<MemoryWord> memory = new ArrayList<>();
        for (int at = 0; at < Agent.SIZE; at += 8) {
            memory.add(
                    new MemoryWord(new Gpa(agent.gpa().raw() + at), 8, program.words.getLong(at)));
        }
        return memory;
    }

    /// Where the processor finds its tables.
    static EventDelivery.Tables tables(Agent agent, Mode mode) {
        long base = agent.gva().raw();
        int gateBytes = mode == Mode.LONG ? 16 : 8;
        return new EventDelivery.Tables(
                base + IDT, (SOFT_VECTOR + 1) * gateBytes, base + GDT, base + TSS);
    }

    /// Prepares the registers for a step.
    static void load(Core core, Agent agent, Step step) {
        loadOperands(core, step);
        boolean user = ring(step).user();
        long base = agent.gva().raw();
        core.set(Core.SP, base + STACK_TOP);
        Slot slot = Slot.of(step);
        core.set(Core.DI, base + (user ? TO_RING_3 : slot.ring0));
        if (user) {
            core.set(Core.DX, base + slot.ring3);
        }
    }

    /// Puts what a step is about into the registers its instruction takes it from, and clears the
    /// others.
    static void loadOperands(Core core, Step step) {
        for (int register = 0; register < 16; register++) {
            core.set(register, 8, 0);
        }
        core.setRflags(0);
        core.setAlignmentCheck(ring(step) == Step.Ring.SUPERVISOR_AC);
        switch (step) {
            case Step.Read read -> core.set(Core.BX, read.gva().raw());
            case Step.Write write -> {
                core.set(Core.BX, write.gva().raw());
                core.set(Core.CX, write.value());
            }
            case Step.Xchg xchg -> {
                core.set(Core.BX, xchg.gva().raw());
                core.set(Core.CX, xchg.value());
            }
            case Step.Exec exec -> core.set(Core.BX, exec.gva().raw());
            case Step.Invlpg invlpg -> core.set(Core.BX, invlpg.gva().raw());
            case Step.LoadCr0(var value) -> core.set(Core.CX, value);
            case Step.LoadCr3(var value) -> core.set(Core.CX, value);
            case Step.LoadCr4(var value) -> core.set(Core.CX, value);
            case Step.Wrmsr(var msr, var value) -> {
                core.set(Core.CX, msr);
                core.set(Core.AX, 4, value);
                core.set(Core.DX, 4, value >>> 32);
            }
            case Step.Nop _ -> {}
            case Step.SetMemslot _, Step.DirtyLog _, Step.Poke _, Step.Discard _ -> {}
        }
    }

    static Step.Ring ring(Step step) {
        return switch (step) {
            case Step.Read read -> read.ring();
            case Step.Write write -> write.ring();
            case Step.Xchg xchg -> xchg.ring();
            case Step.Exec exec -> exec.ring();
            case Step.Nop nop -> nop.ring();
            default -> Step.Ring.SUPERVISOR;
        };
    }

    private void writeSlots() {
        code(LOOP, "e610", "ffe7");
        code(TO_RING_3, "6a23", "6a00", "9c", "6a1b", "52", longMode ? "48cf" : "cf");
        for (Slot slot : Slot.values()) {
            boolean here = longMode || slot != Slot.READ_8 && slot != Slot.WRITE_8;
            String code = here ? slot.code : "";
            boolean leaves = slot == Slot.EXEC;
            int end = code(slot.ring0, code);
            if (!leaves) {
                done(end);
            }
            if (slot.ring3 != NONE) {
                code(slot.ring3, code, leaves ? "" : INT_20);
            }
        }
    }

    private void writeHandlers() {
        int end = code(EXCEPTION_EXIT, "5a", "0f20d3");
        jump(end, LOOP);
        for (int vector = 0; vector <= LAST_EXCEPTION; vector++) {
            int at = VECTORS + vector * VECTOR_BYTES;
            int next = code(at, hasErrorCode(vector) ? "59" : "31c9", "be");
            words.putInt(next, EXCEPTION_MARK + vector);
            jump(next + 4, EXCEPTION_EXIT);
        }
        done(VECTORS + SOFT_VECTOR * VECTOR_BYTES);
    }

    private static boolean hasErrorCode(int vector) {
        return switch (vector) {
            case 8, 10, 11, 12, 13, 14, 17, 21 -> true;
            default -> false;
        };
    }

    /// Flat segments, one task-state segment whose only contents is the ring 0 stack, and a gate
    /// for each handler.
    private void writeTables() {
        int gateBytes = longMode ? 16 : 8;
        for (int vector = 0; vector <= SOFT_VECTOR; vector++) {
            long handler = base + VECTORS + (long) vector * VECTOR_BYTES;
            boolean used = vector <= LAST_EXCEPTION || vector == SOFT_VECTOR;
            long rights = vector == SOFT_VECTOR ? 0xee00 : 0x8e00;
            long gate =
                    handler & 0xffff | 0x08L << 16 | rights << 32 | (handler >>> 16 & 0xffff) << 48;
            words.putLong(IDT + vector * gateBytes, used ? gate : 0);
            if (longMode) {
                words.putLong(IDT + vector * gateBytes + 8, handler >>> 32);
            }
        }
        words.putLong(GDT + 0x08, longMode ? 0x00af_9b00_0000_ffffL : 0x00cf_9b00_0000_ffffL);
        words.putLong(GDT + 0x10, 0x00cf_9300_0000_ffffL);
        words.putLong(GDT + 0x18, longMode ? 0x00af_fb00_0000_ffffL : 0x00cf_fb00_0000_ffffL);
        words.putLong(GDT + 0x20, 0x00cf_f300_0000_ffffL);
        if (longMode) {
            words.putLong(TSS + 4, base + STACK_TOP);
        } else {
            words.putInt(TSS + 4, (int) (base + STACK_TOP));
            words.putInt(TSS + 8, 0x10);
        }
    }

    /// Tells success and goes back to the loop.
    private void done(int at) {
        jump(code(at, CLEAR_SI), LOOP);
    }

    private int code(int at, String... parts) {
        int next = at;
        for (String part : parts) {
            byte[] bytes = HexFormat.of().parseHex(part);
            System.arraycopy(bytes, 0, image, next, bytes.length);
            next += bytes.length;
        }
        return next;
    }

    private void jump(int at, int to) {
        image[at] = (byte) 0xe9;
        words.putInt(at + 1, to - (at + 5));
    }
}
