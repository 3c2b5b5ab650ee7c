package shadewalk.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TouchTest {

    @ParameterizedTest
    @CsvSource({
        "gfn1/e770/value, gfn1/e770, true",
        "gfn1/e770/bits7-7/box, gfn1/e770/bits7-7, true",
        "gfn1/e770/bits6-6/box, gfn1/e770/bits7-7, false",
        "gfn1/e770, gfn1/e77, false",
        "gfn1/e770, gfn1, false",
        "gfn4@1/e3/value, gfn4/e3, true",
        "sp3/spte17/link, sp3/spte17, true",
        "cr3/card, cr3, true",
        "cr3/host/card, cr3, false",
        "page13/card, memory/0x13234, true",
        "page130/card, memory/0x13234, false",
        "page0/card, memory/0x234, true",
        "ruler/bit/21, ruler/guest/31:21, true",
        "ruler/bit/20, ruler/guest/31:21, false",
    })
    void aClickMeansTheSpotThatItsShapeBelongsTo(String shape, String spot, boolean means) {
        assertEquals(means, Touch.means(shape, spot));
    }
}
