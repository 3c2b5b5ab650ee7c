package shadewalk.cpu;

import shadewalk.cpu.Instruction.Operand;
import shadewalk.cpu.Instruction.Operation;

/// Executes one instruction that only moves and changes data, over either kind of memory.
///
/// Source: Intel SDM volume 2.
final class Execution {

    private final Core core;
    private final Bus bus;
    private final Instruction instruction;

    Execution(Core core, Bus bus, Instruction instruction) {
        this.core = core;
        this.bus = bus;
        this.instruction = instruction;
    }

    /// Executes the instruction and moves on to the next.
    ///
    /// @return false if it is not one of those executed here
    boolean run() throws Interruption {
        int size = instruction.size();
        switch (instruction.operation()) {
            case MOV_TO_REGISTER -> core.set(instruction.register(), size, load(size));
            case MOV_TO_OPERAND -> store(size, source());
            case MOV_IMMEDIATE -> store(size, instruction.immediate());
            case MOV_IMMEDIATE_TO_REGISTER ->
                    core.set(instruction.register(), size, instruction.immediate());
            case MOVZX_BYTE -> core.set(instruction.register(), size, load(1));
            case MOVZX_WORD -> core.set(instruction.register(), size, load(2));
            case MOVSXD -> core.set(instruction.register(), size, Sizes.signed(load(4), 4));
            case ARPL -> adjustPrivilege();
            case XCHG -> exchange();
            case CMPXCHG -> compareExchange();
            case CMPXCHG8B -> compareExchange8();
            case ADD, OR, ADC, SBB, AND, SUB, XOR, INC, DEC, NOT, NEG, BTS, BTR, BTC -> change();
            case CMP, TEST, BT -> compare();
            case SHIFT_BY_IMMEDIATE -> shift(instruction.immediate());
            case SHIFT_BY_ONE -> shift(1);
            case SHIFT_BY_CL -> shift(core.get(Core.CX, 1));
            case DAA, DAS -> new Decimal(core).adjust(instruction.operation() == Operation.DAA);
            case AAA, AAS ->
                    new Decimal(core).adjustUnpacked(instruction.operation() == Operation.AAA);
            case LEA -> {
                if (!(instruction.operand() instanceof Operand.Memory memory)) {
                    return false;
                }
                core.set(instruction.register(), size, address(core, instruction, memory));
            }
            case XADD -> exchangeAdd();
            case STOS, MOVS, CMPS -> new StringInstruction(core, bus, instruction).run();
            case CLD -> core.setDownwards(false);
            case STD -> core.setDownwards(true);
            case JMP_RELATIVE -> {
                core.setRip(core.rip() + instruction.length() + instruction.immediate());
                return true;
            }
            case JMP_OPERAND -> {
                core.setRip(load(size));
                return true;
            }
            case JMP_IF -> {
                branch(Flags.hold(core.rflags(), instruction.register()));
                return true;
            }
            case LOOP -> {
                branch(countsOn());
                return true;
            }
            case NOP -> {}
            case PUSH_IMMEDIATE,
                    PUSH_REGISTER,
                    PUSHF,
                    POP_REGISTER,
                    PUSH_ALL,
                    POP_ALL,
                    PUSH_SEGMENT,
                    POP_SEGMENT,
                    CALL_RELATIVE,
                    RETURN -> {
                return new StackInstruction(core, bus, instruction).run();
            }
            case HLT, OUT, INT, IRET, INVLPG, WRMSR, MOV_TO_CR, MOV_FROM_CR, INVALID, UNKNOWN -> {
                return false;
            }
        }
        core.setRip(core.rip() + instruction.length());
        return true;
    }

    /// The address of the operand in memory.
    static long address(Core core, Instruction instruction, Operand.Memory memory) {
        long address = memory.displacement();
        if (memory.relative()) {
            address += core.rip() + instruction.length();
        }
        if (memory.base() >= 0) {
            address += core.get(memory.base());
        }
        if (memory.index() >= 0) {
            address += core.get(memory.index()) * memory.scale();
        }
        return Sizes.low(address, memory.addressBytes());
    }

    private long source() {
        return instruction.hasImmediate()
                ? Sizes.low(instruction.immediate(), instruction.size())
                : core.get(instruction.register(), instruction.size());
    }

    private long load(int size) throws Interruption {
        return switch (instruction.operand()) {
            case Operand.Register(var number) -> core.get(number, size);
            case Operand.Memory memory -> bus.load(address(core, instruction, memory), size);
            case Operand.None _ -> 0;
        };
    }

    /// Loads what the instruction will store again, changed.
    private long loadToChange(int size) throws Interruption {
        return instruction.operand() instanceof Operand.Memory memory
                ? bus.loadToChange(address(core, instruction, memory), size)
                : load(size);
    }

    private void store(int size, long value) throws Interruption {
        switch (instruction.operand()) {
            case Operand.Register(var number) -> core.set(number, size, value);
            case Operand.Memory memory ->
                    bus.store(address(core, instruction, memory), size, Sizes.low(value, size));
            case Operand.None _ -> {}
        }
    }

    /// Stores what a read-modify-write made of the value it loaded.
    private void replace(int size, long loaded, long value, boolean locked) throws Interruption {
        if (locked && instruction.operand() instanceof Operand.Memory memory) {
            long address = address(core, instruction, memory);
            bus.exchange(address, size, loaded, Sizes.low(value, size));
        } else {
            store(size, value);
        }
    }

    private void exchange() throws Interruption {
        int size = instruction.size();
        long loaded = loadToChange(size);
        replace(size, loaded, source(), true);
        core.set(instruction.register(), size, loaded);
    }

    /// Raises the privilege level of a selector to that of another.
    private void adjustPrivilege() throws Interruption {
        long selector = load(2);
        long wanted = core.get(instruction.register(), 2) & 3;
        boolean raise = (selector & 3) < wanted;
        core.setZero(raise);
        if (raise) {
            store(2, selector & ~3L | wanted);
        }
    }

    private void exchangeAdd() throws Interruption {
        int size = instruction.size();
        long loaded = loadToChange(size);
        long added = source();
        replace(size, loaded, loaded + added, instruction.lock());
        core.set(instruction.register(), size, loaded);
        new Arithmetic(core, size).add(loaded, added, false);
    }

    private void shift(long count) throws Interruption {
        int size = instruction.size();
        long flags = core.rflags();
        long loaded = loadToChange(size);
        long result = new Arithmetic(core, size).shift(instruction.register() & 7, loaded, count);
        storeOrTakeBack(size, loaded, result, flags);
    }

    private void compareExchange() throws Interruption {
        int size = instruction.size();
        long loaded = loadToChange(size);
        long expected = core.get(Core.AX, size);
        boolean equal = loaded == expected;
        replace(size, loaded, equal ? source() : loaded, instruction.lock());
        new Arithmetic(core, size).subtract(expected, loaded, false);
        if (!equal) {
            core.set(Core.AX, size, loaded);
        }
    }

    private void compareExchange8() throws Interruption {
        long loaded = loadToChange(8);
        boolean equal = loaded == pair(Core.DX, Core.AX);
        replace(8, loaded, equal ? pair(Core.CX, Core.BX) : loaded, instruction.lock());
        core.setZero(equal);
        if (!equal) {
            core.set(Core.AX, 4, loaded);
            core.set(Core.DX, 4, loaded >>> 32);
        }
    }

    private long pair(int high, int low) {
        return core.get(high, 4) << 32 | core.get(low, 4);
    }

    private void change() throws Interruption {
        int size = instruction.size();
        long flags = core.rflags();
        if (instruction.toRegister()) {
            long loaded = load(size);
            long result = result(core.get(instruction.register(), size), loaded);
            core.set(instruction.register(), size, result);
            return;
        }
        long loaded = loadToChange(size);
        storeOrTakeBack(size, loaded, result(loaded, source()), flags);
    }

    /// Stores a result whose flags are set already; a fault leaves the flags as they were.
    private void storeOrTakeBack(int size, long loaded, long result, long flags)
            throws Interruption {
        long made = core.rflags();
        core.setRflags(flags);
        replace(size, loaded, result, instruction.lock());
        core.setRflags(made);
    }

    private long result(long left, long right) {
        Arithmetic arithmetic = new Arithmetic(core, instruction.size());
        long bit = 1L << (right & instruction.size() * 8 - 1);
        return switch (instruction.operation()) {
            case ADD -> arithmetic.add(left, right, false);
            case ADC -> arithmetic.add(left, right, core.carry());
            case SUB -> arithmetic.subtract(left, right, false);
            case SBB -> arithmetic.subtract(left, right, core.carry());
            case OR -> arithmetic.logic(left | right);
            case AND -> arithmetic.logic(left & right);
            case XOR -> arithmetic.logic(left ^ right);
            case INC -> arithmetic.step(left, 1);
            case DEC -> arithmetic.step(left, -1);
            case NOT -> ~left;
            case NEG -> arithmetic.subtract(0, left, false);
            case BTS -> tested(left, bit, left | bit);
            case BTR -> tested(left, bit, left & ~bit);
            case BTC -> tested(left, bit, left ^ bit);
            default ->
                    throw new IllegalStateException(instruction.operation() + " changes nothing");
        };
    }

    private long tested(long value, long bit, long result) {
        core.setCarry((value & bit) != 0);
        return result;
    }

    private void compare() throws Interruption {
        int size = instruction.size();
        long loaded = load(size);
        long right = source();
        if (instruction.toRegister()) {
            long other = loaded;
            loaded = core.get(instruction.register(), size);
            right = other;
        }
        Arithmetic arithmetic = new Arithmetic(core, size);
        switch (instruction.operation()) {
            case BT -> core.setCarry((loaded >>> (right & size * 8 - 1) & 1) != 0);
            case TEST -> arithmetic.logic(loaded & right);
            default -> arithmetic.subtract(loaded, right, false);
        }
    }

    private void branch(boolean taken) {
        core.setRip(core.rip() + instruction.length() + (taken ? instruction.immediate() : 0));
    }

    /// Whether a loop goes on, or a jump that asks whether CX is zero is taken.
    private boolean countsOn() {
        int kind = instruction.register();
        if (kind == 3) {
            return core.get(Core.CX, instruction.size()) == 0;
        }
        long left = Sizes.low(core.get(Core.CX) - 1, instruction.size());
        core.set(Core.CX, instruction.size(), left);
        return left != 0 && (kind == 2 || core.zero() == (kind == 1));
    }
}
