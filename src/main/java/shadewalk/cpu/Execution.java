package shadewalk.cpu;

import shadewalk.cpu.Instruction.Operand;

/// Executes one instruction that only moves and changes data, over either kind of memory.
///
/// Flags are kept as far as the instructions here read them: carry and zero.
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
            case XADD -> exchangeAdd();
            case STOS -> storeString();
            case MOVS -> moveString();
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
            case NOP -> {}
            case PUSH_IMMEDIATE,
                    PUSH_REGISTER,
                    PUSHF,
                    POP_REGISTER,
                    OUT,
                    INT,
                    IRET,
                    INVLPG,
                    WRMSR,
                    MOV_TO_CR,
                    MOV_FROM_CR,
                    INVALID,
                    UNKNOWN -> {
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
        replace(size, loaded, loaded + source(), instruction.lock());
        core.set(instruction.register(), size, loaded);
    }

    private void compareExchange() throws Interruption {
        int size = instruction.size();
        long loaded = loadToChange(size);
        boolean equal = loaded == core.get(Core.AX, size);
        replace(size, loaded, equal ? source() : loaded, instruction.lock());
        core.setZero(equal);
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
        if (instruction.toRegister()) {
            long result = result(core.get(instruction.register(), size), load(size));
            core.set(instruction.register(), size, result);
            core.setZero(Sizes.low(result, size) == 0);
            return;
        }
        long loaded = loadToChange(size);
        long result = result(loaded, source());
        replace(size, loaded, result, instruction.lock());
        core.setZero(Sizes.low(result, size) == 0);
    }

    private long result(long left, long right) {
        int carry = core.carry() ? 1 : 0;
        long bit = 1L << (right & instruction.size() * 8 - 1);
        return switch (instruction.operation()) {
            case ADD -> left + right;
            case ADC -> left + right + carry;
            case SUB -> left - right;
            case SBB -> left - right - carry;
            case OR -> left | right;
            case AND -> left & right;
            case XOR -> left ^ right;
            case INC -> left + 1;
            case DEC -> left - 1;
            case NOT -> ~left;
            case NEG -> -left;
            case BTS -> left | bit;
            case BTR -> left & ~bit;
            case BTC -> left ^ bit;
            default ->
                    throw new IllegalStateException(instruction.operation() + " changes nothing");
        };
    }

    private void compare() throws Interruption {
        int size = instruction.size();
        long loaded = load(size);
        long right = source();
        switch (instruction.operation()) {
            case BT -> core.setCarry((loaded >>> (right & size * 8 - 1) & 1) != 0);
            case TEST -> core.setZero((loaded & right) == 0);
            default -> {
                core.setZero(loaded == right);
                core.setCarry(Long.compareUnsigned(loaded, right) < 0);
            }
        }
    }

    /// One store of a string instruction; a repeated one is executed again until CX is used up.
    private void storeString() throws Interruption {
        if (isUsedUp()) {
            return;
        }
        int size = instruction.size();
        bus.store(core.get(Core.DI), size, core.get(Core.AX, size));
        step(Core.DI, size);
        countDown();
    }

    private void moveString() throws Interruption {
        if (isUsedUp()) {
            return;
        }
        int size = instruction.size();
        bus.store(core.get(Core.DI), size, bus.load(core.get(Core.SI), size));
        step(Core.SI, size);
        step(Core.DI, size);
        countDown();
    }

    /// Moves a string's address on to its next element.
    private void step(int register, int size) {
        core.set(register, core.get(register) + (core.downwards() ? -size : size));
    }

    private boolean isUsedUp() {
        return instruction.repeat() && core.get(Core.CX) == 0;
    }

    private void countDown() {
        if (instruction.repeat()) {
            core.set(Core.CX, core.get(Core.CX) - 1);
            if (core.get(Core.CX) != 0) {
                core.setRip(core.rip() - instruction.length());
            }
        }
    }
}
