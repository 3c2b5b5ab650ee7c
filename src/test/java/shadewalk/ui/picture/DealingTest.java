package shadewalk.ui.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shadewalk.x86.Gva;

class DealingTest {

    private static final long PIECE = 0x20_0000;

    private final Dealing dealing = new Dealing();

    @Test
    void theFirstPiecesComeOneByOneThenRowsAndEveryGibBeginsSlowly() {
        List<Integer> pieces = playedPieces();
        assertEquals(0, pieces.getFirst());
        for (int i = 0; i <= 16; i++) {
            assertEquals(i, pieces.get(i));
        }
        assertEquals(List.of(31, 63, 95), pieces.subList(17, 20));
        int second = pieces.indexOf(512);
        assertEquals(
                List.of(511, 512, 513, 514, 515, 516, 543), pieces.subList(second - 1, second + 6));
        assertEquals(2047, pieces.getLast());
        assertFalse(dealing.playingProperty().get(), "at the end it stops by itself");
        assertTrue(dealing.isOn(), "and what was dealt out stays");
    }

    /// Every piece at which the cursor stood, in order.
    private List<Integer> playedPieces() {
        List<Integer> pieces = new ArrayList<>();
        dealing.playingProperty().set(true);
        pieces.add(piece());
        while (dealing.playingProperty().get()) {
            dealing.advance(10, 1);
            pieces.add(piece());
        }
        return pieces;
    }

    @Test
    void aPieceStaysForItsTimeAtTheLearnersSpeed() {
        dealing.playingProperty().set(true);
        dealing.advance(0.3, 1);
        assertEquals(0, piece());
        dealing.advance(0.3, 1);
        assertEquals(1, piece());
        dealing.advance(0.3, 4);
        assertEquals(2, piece());
        dealing.advance(1, 0.25);
        assertEquals(2, piece());
    }

    @Test
    void aHandStopsItAndItGoesOnFromThere() {
        dealing.playingProperty().set(true);
        dealing.moveTo(new Gva(0x4000_0000L));
        assertFalse(dealing.playingProperty().get());
        dealing.advance(10, 1);
        assertEquals(512, piece());
        dealing.playingProperty().set(true);
        dealing.advance(10, 1);
        assertEquals(513, piece());
    }

    @Test
    void stepsStayWithinTheSpace() {
        dealing.moveTo(new Gva(PIECE + 5));
        dealing.move(-PIECE);
        assertEquals(0, piece());
        dealing.move(-PIECE);
        assertEquals(0, piece());
        dealing.moveTo(new Gva(0xffff_ffffL));
        dealing.move(1L << 30);
        assertEquals(2047, piece());
    }

    @Test
    void fromTheEndItBeginsAnew() {
        dealing.moveTo(new Gva(0xffff_ffffL));
        dealing.playingProperty().set(true);
        assertEquals(0, piece());
        dealing.end();
        assertFalse(dealing.isOn());
        dealing.advance(10, 1);
        assertFalse(dealing.isOn());
    }

    private int piece() {
        return (int) (dealing.cursorProperty().get().orElseThrow().raw() / PIECE);
    }
}
