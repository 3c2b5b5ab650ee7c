package shadewalk.bits;

import shadewalk.text.Texts;

/// Named bits `high:low` of a machine word, both ends included, bit 0 the least significant.
///
/// @param name the name the processor manuals or KVM give the bits, e.g. `P` or `quadrant`
/// @param high the highest bit, 0 to 63
/// @param low the lowest bit, at most `high`
/// @param word under which `resources/text/fields` says what the bits mean; empty for bits that are
///   never shown
public record Field(String name, int high, int low, String word) {

    public Field {
        if (low < 0 || high > 63 || low > high) {
            throw new IllegalArgumentException(
                    "field " + name + " has bits " + high + ":" + low + ", not within 63:0");
        }
    }

    /// Bits that are never shown.
    public Field(String name, int high, int low) {
        this(name, high, low, "");
    }

    /// A field of one bit.
    public static Field bit(String name, int at, String word) {
        return new Field(name, at, at, word);
    }

    /// One bit that is never shown.
    public static Field bit(String name, int at) {
        return new Field(name, at, at);
    }

    /// One short clause in plain words.
    public String meaning() {
        return word.isEmpty() ? "" : Texts.FIELDS.get(word + "." + name);
    }

    /// How many bits the field has, 1 to 64.
    public int width() {
        return high - low + 1;
    }

    /// All bits of the field set, everything else clear.
    public long mask() {
        return (-1L >>> (64 - width())) << low;
    }

    /// The field's value, moved down to bit 0.
    public long of(long word) {
        return (word & mask()) >>> low;
    }

    /// The field's value as an `int`; for fields of up to 31 bits.
    public int intOf(long word) {
        return (int) of(word);
    }

    /// The field's bits where they stand, everything else clear.
    public long inPlace(long word) {
        return word & mask();
    }

    /// Whether any bit of the field is set.
    public boolean in(long word) {
        return (word & mask()) != 0;
    }

    /// The word with all bits of the field set.
    public long set(long word) {
        return word | mask();
    }

    /// The word with all bits of the field clear.
    public long clear(long word) {
        return word & ~mask();
    }

    /// The word with the field's bits all set or all clear.
    public long put(long word, boolean on) {
        return on ? set(word) : clear(word);
    }

    /// The word with the field holding `value`.
    ///
    /// @throws IllegalArgumentException if `value` needs more bits than the field has
    public long with(long word, long value) {
        if ((value & ~(mask() >>> low)) != 0) {
            throw new IllegalArgumentException(
                    "value 0x" + Long.toHexString(value) + " does not fit " + this);
        }
        return clear(word) | value << low;
    }

    /// `9` for a single bit, `31:12` for more.
    public String range() {
        return high == low ? String.valueOf(high) : high + ":" + low;
    }

    @Override
    public String toString() {
        return name + "[" + range() + "]";
    }
}
