package shadewalk.cpu;

/// Where an instruction takes a value from or puts it.
public sealed interface Operand {

    /// There is none.
    record None() implements Operand {}

    /// A register.
    record Register(int number) implements Operand {}

    /// A value that stands in the instruction itself, with its sign.
    record Immediate(long value) implements Operand {}

    /// A place in memory: base + index * scale + displacement. A register number of -1 stands for
    /// none.
    ///
    /// @param relative whether the displacement counts from the next instruction
    /// @param addressBytes bytes of the address, which wraps round at their end
    record Memory(
            int base, int index, int scale, long displacement, boolean relative, int addressBytes)
            implements Operand {

        /// A fixed address.
        public static Memory at(long address, int addressBytes) {
            return new Memory(-1, -1, 1, address, false, addressBytes);
        }
    }
}
