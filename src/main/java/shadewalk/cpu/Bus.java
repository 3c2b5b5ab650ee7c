package shadewalk.cpu;

/// A way to memory. Addresses are guest virtual, values little-endian, sizes 1 to 8 bytes.
interface Bus {

    long load(long address, int bytes) throws Interruption;

    /// Loads what the same instruction will store again, changed.
    default long loadToChange(long address, int bytes) throws Interruption {
        return load(address, bytes);
    }

    void store(long address, int bytes, long value) throws Interruption;

    /// Stores in place of the value `expected`, which was loaded before, as one step that nobody
    /// can come between; a single processor may as well just store.
    default void exchange(long address, int bytes, long expected, long value) throws Interruption {
        store(address, bytes, value);
    }
}
