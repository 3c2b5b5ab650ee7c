package shadewalk.state;

/// The place of one shadow entry.
///
/// @param page number of the shadow page
/// @param index entry in its table, 0 to 511
public record SpteAt(int page, int index) {

    /// Both numbers in one: what reverse maps and parent lists store.
    public long packed() {
        return (long) page << 9 | index;
    }

    public static SpteAt unpack(long packed) {
        return new SpteAt((int) (packed >>> 9), (int) (packed & 511));
    }

    @Override
    public String toString() {
        return "sp" + page + "/spte" + index;
    }
}
