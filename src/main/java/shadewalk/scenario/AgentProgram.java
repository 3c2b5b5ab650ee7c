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
    static final int TO_RING_3 = 0x0d0;
    static final int STACK_TOP = 0x2000 - 64;
    static final int RING_3_STUBS = 0x2000;
    static final int PORT = 0x10;
    static final int EXCEPTION_MARK = 0x100;

    private static final int EXCEPTION_EXIT = 0x180;
    private static final int VECTORS = 0x200;
    private static final int VECTOR_BYTES = 16;
    private static final int SOFT_VECTOR = 0x20;
    private static final int LAST_EXCEPTION = 21;
    private static final int IDT = 0x800;
    private static final int GDT = 0xc00;
    private static final int TSS = 0xd00;
    static final String XCHG = "870b";
    static final String MOV_TO_CR0 = "0f22c1";
    static final String MOV_TO_CR3 = "0f22d9";
    static final String MOV_TO_CR4 = "0f22e1";
    static final String INVLPG = "0f013b";
    static final String WRMSR = "0f30";

    private static final String INT_20 = "cd20";
    private static final String CLEAR_SI = "31f6";

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
        program.writeRing0();
        program.writeHandlers();
        program.writeRing3();
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

    /// Where a step's slot is, from the program's first byte; for ring 3 the stub in page 2.
    static int slot(Step step) {
        return switch (step) {
            case Step.Read read ->
                    read.ring().user()
                            ? choose(read.bytes(), 0x10, 0x20, 0x00, 0x00)
                            : choose(read.bytes(), 0x20, 0x30, 0x10, 0x100);
            case Step.Write write ->
                    write.ring().user()
                            ? choose(write.bytes(), 0x40, 0x50, 0x30, 0x30)
                            : choose(write.bytes(), 0x50, 0x60, 0x40, 0x110);
            case Step.Xchg xchg -> xchg.ring().user() ? 0x70 : 0xf0;
            case Step.Exec exec -> exec.ring().user() ? 0x60 : 0x70;
            case Step.Nop nop -> nop.ring().user() ? 0x80 : 0xc0;
            case Step.LoadCr3 _ -> 0x80;
            case Step.LoadCr0 _ -> 0x90;
            case Step.LoadCr4 _ -> 0xa0;
            case Step.Invlpg _ -> 0xb0;
            case Step.Wrmsr _ -> 0xe0;
            case Step.SetMemslot _, Step.DirtyLog _, Step.Poke _, Step.Discard _ ->
                    throw new IllegalArgumentException(step + " does not run the guest");
        };
    }

    private static int choose(int bytes, int one, int two, int four, int eight) {
        return switch (bytes) {
            case 1 -> one;
            case 2 -> two;
            case 4 -> four;
            default -> eight;
        };
    }

    /// The instruction that loads AX from where BX points.
    static String load(int bytes, boolean longMode) {
        return switch (bytes) {
            case 1 -> "0fb603";
            case 2 -> "0fb703";
            case 8 -> longMode ? "488b03" : "";
            default -> "8b03";
        };
    }

    /// The instruction that stores CX to where BX points.
    static String store(int bytes, boolean longMode) {
        return switch (bytes) {
            case 1 -> "880b";
            case 2 -> "66890b";
            case 8 -> longMode ? "48890b" : "";
            default -> "890b";
        };
    }

    /// Prepares the registers for a step.
    static void load(Core core, Agent agent, Step step) {
        loadOperands(core, step);
        boolean user = ring(step).user();
        long base = agent.gva().raw();
        core.set(Core.SP, base + STACK_TOP);
        core.set(Core.DI, base + (user ? TO_RING_3 : slot(step)));
        if (user) {
            core.set(Core.DX, base + RING_3_STUBS + slot(step));
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

    private void writeRing0() {
        code(LOOP, "e610", "ffe7");
        slot(0x010, load(4, longMode));
        slot(0x020, load(1, longMode));
        slot(0x030, load(2, longMode));
        slot(0x040, store(4, longMode));
        slot(0x050, store(1, longMode));
        slot(0x060, store(2, longMode));
        code(0x070, "ffe3");
        slot(0x080, MOV_TO_CR3);
        slot(0x090, MOV_TO_CR0);
        slot(0x0a0, MOV_TO_CR4);
        slot(0x0b0, INVLPG);
        slot(0x0c0, "");
        code(TO_RING_3, "6a23", "6a00", "9c", "6a1b", "52", longMode ? "48cf" : "cf");
        slot(0x0e0, WRMSR);
        slot(0x0f0, XCHG, "89c8");
        slot(0x100, load(8, longMode));
        slot(0x110, store(8, longMode));
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
        slot(VECTORS + SOFT_VECTOR * VECTOR_BYTES, "");
    }

    private static boolean hasErrorCode(int vector) {
        return switch (vector) {
            case 8, 10, 11, 12, 13, 14, 17, 21 -> true;
            default -> false;
        };
    }

    private void writeRing3() {
        code(RING_3_STUBS, load(4, longMode), INT_20);
        code(RING_3_STUBS + 0x10, load(1, longMode), INT_20);
        code(RING_3_STUBS + 0x20, load(2, longMode), INT_20);
        code(RING_3_STUBS + 0x30, store(4, longMode), INT_20);
        code(RING_3_STUBS + 0x40, store(1, longMode), INT_20);
        code(RING_3_STUBS + 0x50, store(2, longMode), INT_20);
        code(RING_3_STUBS + 0x60, "ffe3");
        code(RING_3_STUBS + 0x70, XCHG, "89c8", INT_20);
        code(RING_3_STUBS + 0x80, INT_20);
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

    /// Code that ends by telling success and going back to the loop.
    private void slot(int at, String... parts) {
        int end = code(at, parts);
        jump(code(end, CLEAR_SI), LOOP);
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
