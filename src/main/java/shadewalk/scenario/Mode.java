package shadewalk.scenario;

/// How the guest's processor is set up: which paging mode its agent is built for.
public enum Mode {
    NONPAGING("nonpaging"),
    PT32("32"),
    PAE("pae"),
    LONG("64");

    private final String word;

    Mode(String word) {
        this.word = word;
    }

    /// The word of the scenario language: `nonpaging`, `32`, `pae` or `64`.
    public String word() {
        return word;
    }

    /// Hexadecimal digits in a printed guest virtual address or control register: 8 or 16.
    public int addressDigits() {
        return this == LONG ? 16 : 8;
    }

    /// Bytes in one word of a guest page table, the unit in which changed memory is printed: 4 or
    /// 8.
    public int wordBytes() {
        return this == PAE || this == LONG ? 8 : 4;
    }
}
