package shadewalk.cpu;

/// Executes one instruction that only moves and changes data, over either kind of memory.
///
/// Source: Intel SDM volume 2.
final class Execution {

    private final Core core;
    private final Bus bus;
    private final Instruction instruction;
    private final Operand target;
    private final Operand source;
    private final int size;
    private final Arithmetic arithmetic;

    Execution(Core core, Bus bus, Instruction instruction) {
        this.core = core;
        this.bus = bus;
        this.instruction = instruction;
        target = instruction.target();
        source = instruction.source();
        size = instruction.size();
        arithmetic = new Arithmetic(core, size);
    }

    /// Executes the instruction and moves on to the next.
    ///
    /// @return false if it is not one of those executed here
    boolean run() throws Interruption {
        long next = core.rip() + instruction.length();
        switch (instruction.operation()) {
            case MOV, LOAD -> store(load(source, size));
            case MOVZX_BYTE -> store(load(source, 1));
            case MOVZX_WORD -> store(load(source, 2));
            case MOVSXD -> store(Sizes.signed(load(source, 4), 4));
            case XCHG -> exchange();
            case XADD -> exchangeAdd();
            case CMPXCHG -> compareExchange();
            case CMPXCHG8B -> compareExchange8();
            case ADD, OR, ADC, SBB, AND, SUB, XOR, INC, DEC, NOT, NEG, BTS, BTR, BTC -> change();
            case CMP, TEST, BT -> result(load(target, size), load(source, size));
            case ARPL -> raisePrivilege();
            case STOS, MOVS -> next = element(next);
            case PUSH -> push(load(source, size));
            case PUSHF -> push(core.rflags());
            case POP -> pop();
            case JMP -> next = load(source, size);
            case JMP_RELATIVE -> next += load(source, size);
            case NOP -> {}
            case HLT, OUT, INT, IRET, INVLPG, WRMSR, MOV_TO_CR, MOV_FROM_CR, INVALID, UNKNOWN -> {
                return false;
            }
        }
        core.setRip(next);
        return true;
    }

    /// The address of an operand in memory.
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

    /// The value of an operand that lies in no memory.
    static long value(Core core, Operand operand, int bytes) {
        return switch (operand) {
            case Operand.Register(var number) -> core.get(number, bytes);
            case Operand.Immediate(var value) -> Sizes.low(value, bytes);
            case Operand.Memory _, Operand.None _ -> 0;
        };
    }

    private long address(Operand.Memory memory) {
        return address(core, instruction, memory);
    }

    private long load(Operand operand, int bytes) throws Interruption {
        return operand instanceof Operand.Memory memory
                ? bus.load(address(memory), bytes)
                : value(core, operand, bytes);
    }

    /// Loads what the instruction will store again, changed.
    private long loadToChange() throws Interruption {
        return target instanceof Operand.Memory memory
                ? bus.loadToChange(address(memory), size)
                : load(target, size);
    }

    private void store(long value) throws Interruption {
        switch (target) {
            case Operand.Register(var number) -> core.set(number, size, value);
            case Operand.Memory memory -> bus.store(address(memory), size, Sizes.low(value, size));
            case Operand.Immediate _, Operand.None _ -> {}
        }
    }

    /// Stores what a read-modify-write made of the value it loaded.
    private void replace(long loaded, long value, boolean locked) throws Interruption {
        if (locked && target instanceof Operand.Memory memory) {
            bus.exchange(address(memory), size, loaded, Sizes.low(value, size));
        } else {
            store(value);
        }
    }

    private void setSource(long value) {
        if (source instanceof Operand.Register(var number)) {
            core.set(number, size, value);
        }
    }

    private void exchange() throws Interruption {
        long loaded = loadToChange();
        replace(loaded, load(source, size), true);
        setSource(loaded);
    }

    private void exchangeAdd() throws Interruption {
        long loaded = loadToChange();
        long added = load(source, size);
        replace(loaded, loaded + added, instruction.lock());
        setSource(loaded);
        arithmetic.add(loaded, added, false);
    }

    private void compareExchange() throws Interruption {
        long loaded = loadToChange();
        long expected = core.get(Core.AX, size);
        boolean equal = loaded == expected;
        replace(loaded, equal ? load(source, size) : loaded, instruction.lock());
        arithmetic.subtract(expected, loaded, false);
        if (!equal) {
            core.set(Core.AX, size, loaded);
        }
    }

    private void compareExchange8() throws Interruption {
        long loaded = loadToChange();
        boolean equal = loaded == pair(Core.DX, Core.AX);
        replace(loaded, equal ? pair(Core.CX, Core.BX) : loaded, instruction.lock());
        arithmetic.setZero(equal);
        if (!equal) {
            core.set(Core.AX, 4, loaded);
            core.set(Core.DX, 4, loaded >>> 32);
        }
    }

    private long pair(int high, int low) {
        return core.get(high, 4) << 32 | core.get(low, 4);
    }

    /// A fault while the result is stored leaves the flags as they were.
    private void change() throws Interruption {
        long flags = core.rflags();
        long loaded = loadToChange();
        long result = result(loaded, load(source, size));
        long made = core.rflags();
        core.setRflags(flags);
        replace(loaded, result, instruction.lock());
        core.setRflags(made);
    }

    /// What the operation makes of two values; it leaves its flags.
    private long result(long left, long right) {
        long bit = 1L << (right & size * 8 - 1);
        return switch (instruction.operation()) {
            case ADD -> arithmetic.add(left, right, false);
            case ADC -> arithmetic.add(left, right, arithmetic.carry());
            case SUB, CMP -> arithmetic.subtract(left, right, false);
            case SBB -> arithmetic.subtract(left, right, arithmetic.carry());
            case OR -> arithmetic.logic(left | right);
            case AND, TEST -> arithmetic.logic(left & right);
            case XOR -> arithmetic.logic(left ^ right);
            case INC -> arithmetic.step(left, 1);
            case DEC -> arithmetic.step(left, -1);
            case NOT -> ~left;
            case NEG -> arithmetic.subtract(0, left, false);
            case BT -> tested(left, bit, left);
            case BTS -> tested(left, bit, left | bit);
            case BTR -> tested(left, bit, left & ~bit);
            case BTC -> tested(left, bit, left ^ bit);
            default -> throw new IllegalStateException(instruction.operation() + " has no result");
        };
    }

    private long tested(long value, long bit, long result) {
        arithmetic.setCarry((value & bit) != 0);
        return result;
    }

    /// Raises the privilege level of a selector to that of another.
    private void raisePrivilege() throws Interruption {
        long selector = load(target, size);
        long wanted = Segments.RPL.of(load(source, size));
        boolean raise = Segments.RPL.of(selector) < wanted;
        arithmetic.setZero(raise);
        if (raise) {
            store(Segments.RPL.with(selector, wanted));
        }
    }

    /// One element of a string; a repeated instruction is executed again until CX is used up.
    private long element(long next) throws Interruption {
        if (instruction.repeat() && core.get(Core.CX) == 0) {
            return next;
        }
        boolean copies = instruction.operation() == Operation.MOVS;
        long value = copies ? bus.load(core.get(Core.SI), size) : core.get(Core.AX, size);
        bus.store(core.get(Core.DI), size, value);
        int step = core.downwards() ? -size : size;
        core.set(Core.SI, core.get(Core.SI) + (copies ? step : 0));
        core.set(Core.DI, core.get(Core.DI) + step);
        if (!instruction.repeat()) {
            return next;
        }
        core.set(Core.CX, core.get(Core.CX) - 1);
        return core.get(Core.CX) == 0 ? next : core.rip();
    }

    private void push(long value) throws Interruption {
        long top = Sizes.low(core.get(Core.SP) - size, size);
        bus.store(top, size, Sizes.low(value, size));
        core.set(Core.SP, top);
    }

    private void pop() throws Interruption {
        long value = bus.load(core.get(Core.SP), size);
        core.set(Core.SP, core.get(Core.SP) + size);
        store(value);
    }
}
