package shadewalk.bits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {

    private static final Field HIGH = new Field("HIGH", 30, 12, "a number");
    private static final Field LOW = Field.bit("LOW", 3, "a bit");
    private static final Layout WORD = Layout.of("word", 32, LOW, HIGH);

    @ParameterizedTest
    @CsvSource({"0, -1", "64, 0", "3, 4"})
    void aFieldLiesWithin64Bits(int high, int low) {
        assertThrows(IllegalArgumentException.class, () -> new Field("F", high, low, ""));
    }

    @Test
    void aFieldMayFillTheWord() {
        Field all = new Field("ALL", 63, 0, "everything");
        assertEquals(-1L, all.mask());
        assertEquals(64, all.width());
        assertEquals(-5L, all.with(0x1234, -5L));
    }

    @Test
    void aFieldChangesItsOwnBitsOnly() {
        assertEquals(0x8000_5fffL, HIGH.with(0xffff_ffffL, 5));
        assertEquals(0xffff_fff7L, LOW.put(0xffff_ffffL, false));
        assertEquals(0x8, LOW.put(0, true));
        assertEquals(0x7_ffff, HIGH.of(0xffff_ffffL));
        assertEquals(0x7fff_f000L, HIGH.inPlace(0xffff_ffffL));
    }

    @Test
    void aFieldRefusesWhatDoesNotFit() {
        String message =
                assertThrows(IllegalArgumentException.class, () -> HIGH.with(0, 0x8_0000))
                        .getMessage();
        assertEquals("value 0x80000 does not fit HIGH[30:12]", message);
    }

    @Test
    void aLayoutRefusesFieldsThatOverlapLeaveTheWordOrShareAName() {
        Field over = new Field("OVER", 12, 10, "");
        Field out = Field.bit("OUT", 32, "");
        Field twin = Field.bit("LOW", 4, "");
        assertEquals("OVER[12:10] overlaps another field of w", refusal(over, HIGH));
        assertEquals("OUT[32] lies outside the 32 bits of w", refusal(HIGH, out));
        assertEquals("two fields of w have the same name", refusal(LOW, twin));
    }

    private static String refusal(Field... fields) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> Layout.of("w", 32, fields))
                        .getMessage());
    }

    @Test
    void aLayoutNamesItsFieldsFromTheTop() {
        assertEquals(List.of(HIGH, LOW), WORD.fields());
        assertEquals(LOW, WORD.field("LOW"));
        assertThrows(NoSuchElementException.class, () -> WORD.field("NONE"));
        assertEquals(0x7fff_f008L, WORD.named());
    }

    @Test
    void everyBitIsInOneCell() {
        List<String> cells = WORD.cells().stream().map(Field::toString).toList();
        assertEquals(List.of("-[31]", "HIGH[30:12]", "-[11:4]", "LOW[3]", "-[2:0]"), cells);
        Layout full = Layout.of("full", 32, new Field("F", 31, 0, ""));
        assertEquals(full.fields(), full.cells());
    }

    @ParameterizedTest
    @CsvSource({"0x1f, 31", "0X1f, 31", "010, 8", "0, 0", "18446744073709551615, -1"})
    void numbersAreReadAsInC(String text, long value) {
        assertEquals(value, Hex.parse(text));
    }
}
