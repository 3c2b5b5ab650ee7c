package shadewalk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PhraseTest {

    private static String said(String pattern, Object... values) {
        return Phrase.of(pattern).with(values);
    }

    @Test
    void valuesStandWhereTheirNumbersDo() {
        assertEquals("b before a, and b", said("{1} before {0}, and {1}", "a", "b"));
    }

    @Test
    void anApostropheIsAnApostropheAndOtherBracesAreBraces() {
        assertEquals("the guest's {name} {", said("the guest's {name} {"));
    }

    @Test
    void aNumberIsSaidAsItIsUnlessCommasAreAskedFor() {
        assertEquals("1234, 1,234, 1.5", said("{0}, {0,number}, {1,number,0.##}", 1234, 1.5));
    }

    @Test
    void aChoiceSuitsItsNumberAndMayNameValues() {
        String pattern = "{0,choice,0#none|1#one of {1}'s|1<{0} of {1}'s} left";
        assertEquals("none left", said(pattern, 0, "KVM"));
        assertEquals("one of KVM's left", said(pattern, 1, "KVM"));
        assertEquals("25 of KVM's left", said(pattern, 25, "KVM"));
    }

    @Test
    void aPlaceThatIsNotClosedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> said("{0,choice,0#none"));
    }
}
