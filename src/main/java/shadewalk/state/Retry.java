package shadewalk.state;

import shadewalk.x86.Gva;

/// The instruction and address that were last tried again instead of being emulated.
///
/// @param instruction where the instruction stands, 0 for none
/// @param address the address it wanted to write
public record Retry(Gva instruction, Gva address) {

    public static final Retry NONE = new Retry(new Gva(0), new Gva(0));
}
