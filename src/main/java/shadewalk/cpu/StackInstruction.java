package shadewalk.cpu;

/// Executes an instruction that puts something on the stack or takes it from there.
///
/// Source: Intel SDM volume 2.
final class StackInstruction {

    private final Core core;
    private final Bus bus;
    private final Instruction instruction;

    StackInstruction(Core core, Bus bus, Instruction instruction) {
        this.core = core;
        this.bus = bus;
        this.instruction = instruction;
    }

    /// Executes it and moves on to the next instruction.
    ///
    /// @return false if it is not one of those executed here
    boolean run() throws Interruption {
        long next = core.rip() + instruction.length();
        switch (instruction.operation()) {
            case PUSH_IMMEDIATE -> push(instruction.immediate());
            case PUSH_REGISTER -> push(core.get(instruction.register()));
            case PUSHF -> push(core.rflags());
            case POP_REGISTER -> core.set(instruction.register(), pop());
            case PUSH_ALL -> pushAll();
            case POP_ALL -> popAll();
            case PUSH_SEGMENT -> push(segment(instruction.register()), bus.selectorBytes());
            case POP_SEGMENT -> {
                return popSegment(next);
            }
            case CALL_RELATIVE -> {
                push(next);
                next += instruction.immediate();
            }
            case RETURN -> next = pop();
            default -> {
                return false;
            }
        }
        core.setRip(next);
        return true;
    }

    private void push(long value) throws Interruption {
        push(value, core.addressBytes());
    }

    /// Pushes the low bytes of a value; it takes a whole place on the stack.
    private void push(long value, int written) throws Interruption {
        int bytes = core.addressBytes();
        long top = Sizes.low(core.get(Core.SP) - bytes, bytes);
        bus.store(top, written, Sizes.low(value, written));
        core.set(Core.SP, top);
    }

    private long pop() throws Interruption {
        int bytes = core.addressBytes();
        long value = bus.load(core.get(Core.SP), bytes);
        core.set(Core.SP, core.get(Core.SP) + bytes);
        return value;
    }

    /// The recorded machine's processor begins with the last one, at the lowest address.
    private void pushAll() throws Interruption {
        int bytes = instruction.size();
        long top = core.get(Core.SP) - 8L * bytes;
        for (int i = 0; i < 8; i++) {
            bus.store(place(top, i, bytes), bytes, core.get(Core.DI - i, bytes));
        }
        core.set(Core.SP, top);
    }

    private void popAll() throws Interruption {
        int bytes = instruction.size();
        long top = core.get(Core.SP);
        for (int i = 0; i < 8; i++) {
            if (Core.DI - i != Core.SP) {
                core.set(Core.DI - i, bytes, bus.load(place(top, i, bytes), bytes));
            }
        }
        core.set(Core.SP, top + 8L * bytes);
    }

    private static long place(long top, int index, int bytes) {
        return Sizes.low(top + (long) index * bytes, 4);
    }

    /// What is in a segment register: 0 ES, 1 CS, 2 SS, 3 DS.
    private long segment(int number) {
        return switch (number) {
            case 1 -> core.user() ? Segments.USER_CODE : Segments.KERNEL_CODE;
            case 2 -> core.stackSegment();
            default -> Segments.USER_STACK;
        };
    }

    /// Only the empty selector is known here; what it does to later accesses is nothing on the
    /// recorded machine.
    private boolean popSegment(long next) throws Interruption {
        if ((bus.load(core.get(Core.SP), bus.selectorBytes()) & 0xfffc) != 0) {
            return false;
        }
        core.set(Core.SP, core.get(Core.SP) + core.addressBytes());
        core.setRip(next);
        return true;
    }
}
