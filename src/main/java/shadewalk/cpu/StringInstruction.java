package shadewalk.cpu;

/// Executes one element of a string instruction; a repeated one is executed again until CX is used
/// up.
///
/// Source: Intel SDM volume 2, `MOVS`, `STOS` and `CMPS`.
final class StringInstruction {

    private final Core core;
    private final Bus bus;
    private final Instruction instruction;
    private final int size;

    StringInstruction(Core core, Bus bus, Instruction instruction) {
        this.core = core;
        this.bus = bus;
        this.instruction = instruction;
        size = instruction.size();
    }

    void run() throws Interruption {
        if (instruction.repeat() && core.get(Core.CX) == 0) {
            return;
        }
        switch (instruction.operation()) {
            case STOS -> bus.store(core.get(Core.DI), size, core.get(Core.AX, size));
            case MOVS -> bus.store(core.get(Core.DI), size, bus.load(core.get(Core.SI), size));
            case CMPS -> {
                long left = bus.load(core.get(Core.SI), size);
                long right = bus.load(core.get(Core.DI), size);
                new Arithmetic(core, size).subtract(left, right, false);
            }
            default -> throw new IllegalStateException(instruction.operation() + " is no string");
        }
        if (instruction.operation() != Instruction.Operation.STOS) {
            step(Core.SI);
        }
        step(Core.DI);
        countDown();
    }

    /// Moves a string's address on to its next element.
    private void step(int register) {
        core.set(register, core.get(register) + (core.downwards() ? -size : size));
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
