package shadewalk.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import shadewalk.x86.Gva;
import shadewalk.x86.PagingMode;

class QuadrantTest {

    private static final long PIECE = 0x20_0000;

    @Test
    void bothWaysAgreeInAllPiecesOfTheAddressSpace() {
        for (long piece = 0; piece < 2048; piece++) {
            Gva gva = new Gva(piece * PIECE);
            for (int level = 1; level <= 2; level++) {
                assertEquals(
                        Quadrant.ofAddress(gva, level),
                        Quadrant.ofPlace(Quadrant.place(gva, level), level),
                        gva + " at level " + level);
            }
        }
    }

    @Test
    void theQuadrantIsTheUpperPartOfTheGuestsIndex() {
        for (long piece = 0; piece < 2048; piece++) {
            Gva gva = new Gva(piece * PIECE);
            for (int level = 1; level <= 2; level++) {
                int index = PagingMode.PT32.level(level).index().intOf(gva.raw());
                assertEquals(index * Quadrant.count(level) / 1024, Quadrant.ofAddress(gva, level));
            }
        }
    }

    @Test
    void theBitsAreThoseOnlyTheGuestHasUsedUp() {
        assertEquals("31:30", Quadrant.bits(2).range());
        assertEquals("21", Quadrant.bits(1).range());
    }
}
