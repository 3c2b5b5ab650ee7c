package shadewalk.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shadewalk.state.SpteAt;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Pfn;

class ThingTest {

    private static final List<Thing> PLACES =
            List.of(
                    new Thing.GuestTable(new Gfn(0xc0a01)),
                    new Thing.GuestEntry(new Gfn(4), 770),
                    new Thing.ShadowTable(12),
                    new Thing.ShadowEntry(new SpteAt(3, 17)),
                    new Thing.PaeRoot(),
                    new Thing.RootEntry(3));

    private static final List<Thing> PARTS =
            List.of(
                    new Thing.Role(3),
                    new Thing.Bits(new Thing.GuestEntry(new Gfn(4), 770), 11, 9),
                    new Thing.Bits(new Thing.ShadowEntry(new SpteAt(3, 17)), 1, 1),
                    new Thing.Ruler(Thing.Ruler.Side.GUEST, 31, 22),
                    new Thing.AddressBit(21),
                    new Thing.Register("cr3"),
                    new Thing.Register("efer"),
                    new Thing.HostCr3(),
                    new Thing.Memory(new Gpa(0x13234)),
                    new Thing.MemoryPage(new Gfn(0x13)),
                    new Thing.HostFrame(new Pfn(0x400010)));

    @Test
    void anIdNamesItsThingAndNoOther() {
        Stream.concat(PLACES.stream(), PARTS.stream())
                .forEach(thing -> assertEquals(Optional.of(thing), ThingIds.of(thing.id())));
        for (String id : List.of("", "ruler/guest/pde", "caption", "gfn", "gfn04", "sp3x", "cr1")) {
            assertEquals(Optional.empty(), ThingIds.of(id), id);
            assertEquals(Optional.empty(), ThingIds.around(id.replace("gfn04", "gfn")), id);
        }
    }

    @Test
    void whatBelongsToAThingIsAroundIt() {
        for (Thing thing : PLACES) {
            assertEquals(Optional.of(thing), ThingIds.around(thing.id() + "/value"));
            assertEquals(Optional.of(thing), thing.place());
        }
        for (Thing thing : PARTS) {
            assertEquals(Optional.of(thing), ThingIds.smallest(thing.id() + "/box"));
            assertEquals(thing.place(), ThingIds.around(thing.id()).flatMap(Thing::place));
        }
    }

    @Test
    void theSecondPlaceOfATableNamesTheSameThing() {
        assertEquals(
                Optional.of(new Thing.GuestEntry(new Gfn(4), 770)),
                ThingIds.around("gfn4@1/e770/index"));
    }

    @ParameterizedTest
    @CsvSource({
        "sp12[5], sp12/spte5",
        "GFN 1f[770], gfn1f/e770",
        "pae_root[3], pae_root/e3",
        "sp12/spte5, sp12/spte5",
        "memory/0x13234, memory/0x13234",
        "0xc0801234,",
        "spam,"
    })
    void aThingIsUnderstoodAsThePicturesWriteIt(String text, String id) {
        assertEquals(Optional.ofNullable(id), ThingIds.typed(text).map(Thing::id));
    }

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
    void aClickMeansTheThingThatItsShapeBelongsTo(String shape, String id, boolean means) {
        assertEquals(means, ThingIds.shows(shape, ThingIds.of(id).orElseThrow()));
    }
}
