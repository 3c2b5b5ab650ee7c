package shadewalk.diagram.bits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.HandPlayed;
import shadewalk.diagram.Shape;
import shadewalk.read.EntryPair;
import shadewalk.read.Telling;
import shadewalk.state.State;
import shadewalk.x86.Gva;

class BitsPictureTest {

    private static final Gva GVA = new Gva(0xc0a0_1234L);

    @Test
    void whereNothingLeadsFromOneWordToTheOtherItSaysWhy() {
        assertEquals(
                "There are no shadow tables yet: the processor has no root to walk.",
                apart(new HandPlayed().now()));
        assertEquals(
                "The shadow walk ends above this level: SPTE 5 in sp3 is empty, no table is linked"
                        + " there.",
                apart(new HandPlayed().loadRoots().now()));
        assertTrue(
                EntryPair.last(new HandPlayed().loadRoots().read(GVA.raw()).now(), GVA)
                        .apartWords(Telling.ALL)
                        .isEmpty());
    }

    @Test
    void everyCellOfAnSpteHasItsNumbersAndAWord() {
        State state = new HandPlayed().loadRoots().read(GVA.raw()).now();
        Diagram picture = BitsPicture.of(EntryPair.last(state, GVA), Set.of(), Telling.ALL);
        assertEquals("53:52", text(picture, "sp4/spte1/bits53-52/range"));
        assertEquals("unused", text(picture, "sp4/spte1/bits62-54/unnamed"));
    }

    private static String apart(State state) {
        EntryPair pair = EntryPair.last(state, GVA);
        Diagram picture = BitsPicture.of(pair, Set.of(), Telling.ALL);
        String words = pair.apartWords(Telling.ALL).orElse("");
        assertTrue(picture.description().contains(words), picture.description());
        assertTrue(picture.byId().containsKey("empty"));
        return words;
    }

    private static String text(Diagram picture, String id) {
        return ((Shape.Text) Objects.requireNonNull(picture.byId().get(id), id)).text();
    }
}
