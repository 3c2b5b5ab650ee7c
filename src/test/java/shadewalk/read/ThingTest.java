package shadewalk.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shadewalk.state.SpteAt;
import shadewalk.x86.Gfn;

class ThingTest {

    private static final List<Thing> THINGS =
            List.of(
                    new Thing.GuestTable(new Gfn(0xc0a01)),
                    new Thing.GuestEntry(new Gfn(4), 770),
                    new Thing.ShadowTable(12),
                    new Thing.ShadowEntry(new SpteAt(3, 17)),
                    new Thing.PaeRoot(),
                    new Thing.RootEntry(3));

    @Test
    void anIdNamesItsThing() {
        for (Thing thing : THINGS) {
            assertEquals(Optional.of(thing), Thing.of(thing.id()));
            assertEquals(Optional.of(thing), Thing.of(thing.id() + "/value"));
        }
    }

    @Test
    void theSecondPlaceOfATableNamesTheSameThing() {
        assertEquals(
                Optional.of(new Thing.GuestEntry(new Gfn(4), 770)), Thing.of("gfn4@1/e770/index"));
    }

    @Test
    void otherIdsNameNothing() {
        for (String id : List.of("ruler/guest/pde", "caption", "gfn", "sp3x")) {
            assertEquals(Optional.empty(), Thing.of(id), id);
        }
    }
}
