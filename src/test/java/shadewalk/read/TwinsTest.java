package shadewalk.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shadewalk.scenario.Timeline;
import shadewalk.state.ShadowPage;
import shadewalk.state.SpteAt;
import shadewalk.state.State;
import shadewalk.ui.session.Runs;
import shadewalk.x86.Gfn;

class TwinsTest {

    private final Timeline run = Runs.twoHalves();
    private final State state = run.at(run.size());

    private int page(int gfn, int level, int quadrant) {
        return state.shadow()
                .all()
                .filter(p -> p.gfn().raw() == gfn && p.level() == level)
                .filter(p -> p.role().quadrant() == quadrant)
                .mapToInt(ShadowPage::id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDirectoryEntryIsTwoShadowEntriesOfItsQuarter() {
        int quarter = page(1, 2, 3);
        assertEquals(
                List.of(
                        new Thing.ShadowEntry(new SpteAt(quarter, 4)),
                        new Thing.ShadowEntry(new SpteAt(quarter, 5))),
                Twins.of(state, new Thing.GuestEntry(new Gfn(1), 770)));
    }

    @Test
    void aTableEntryIsOneShadowEntryOfItsHalf() {
        assertEquals(
                List.of(new Thing.ShadowEntry(new SpteAt(page(5, 1, 1), 1))),
                Twins.of(state, new Thing.GuestEntry(new Gfn(5), 513)));
    }

    @Test
    void aGuestTableHasAShadowPageForEachPart() {
        assertEquals(4, Twins.of(state, new Thing.GuestTable(new Gfn(1))).size());
        assertEquals(2, Twins.of(state, new Thing.GuestTable(new Gfn(5))).size());
    }

    @Test
    void goingOverAndBackIsWhereOneWas() {
        for (int index = 0; index < 1024; index++) {
            for (int gfn : List.of(1, 5)) {
                Thing.GuestEntry entry = new Thing.GuestEntry(new Gfn(gfn), index);
                for (Thing twin : Twins.of(state, entry)) {
                    assertEquals(List.of(entry), Twins.of(state, twin));
                }
            }
        }
    }
}
