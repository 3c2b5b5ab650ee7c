package shadewalk.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;

/// The parts a state is made of are values: whichever way two were made, they are equal if they
/// hold the same.
class ValuesTest {

    private static final SpteAt FIRST = new SpteAt(3, 5);
    private static final SpteAt SECOND = new SpteAt(4, 511);

    record Case(String words, Object one, Object same, Object other) {}

    static List<Case> cases() {
        return List.of(
                new Case(
                        "[3=7 511=ff]",
                        Words.ZERO.with(3, 7).with(511, 0xff),
                        Words.ZERO.with(511, 0xff).with(3, 9).with(3, 7),
                        Words.ZERO.with(3, 7)),
                new Case(
                        Places.NONE.plus(FIRST).all().toString(),
                        Places.NONE.plus(FIRST),
                        Places.NONE.plus(SECOND).plus(FIRST).minus(SECOND),
                        Places.NONE.plus(SECOND)),
                new Case(
                        "[9, 2]",
                        PageList.NONE.withNewest(2).withNewest(9),
                        PageList.NONE.withNewest(2).withNewest(4).withNewest(9).without(4),
                        PageList.NONE.withNewest(9).withNewest(2)),
                new Case(
                        "mmu_flooded=2 pf_taken=1",
                        Stats.ZERO.plus(Stat.PF_TAKEN, 1).plus(Stat.MMU_FLOODED, 2),
                        Stats.ZERO.plus(Stat.MMU_FLOODED, 2).plus(Stat.PF_TAKEN, 1),
                        Stats.ZERO.plus(Stat.PF_TAKEN, 1)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void equalIfTheyHoldTheSame(Case values) {
        assertEquals(values.one(), values.same());
        assertEquals(values.one().hashCode(), values.same().hashCode());
        assertNotEquals(values.one(), values.other());
        assertNotEquals(values.one(), "something else");
        assertEquals(values.words(), values.one().toString());
    }

    @Test
    void aSetOfEntriesHoldsWhatWasPutIn() {
        Bits512 set = Bits512.NONE.with(0, true).with(64, true).with(511, true).with(0, false);
        assertEquals(64, set.next(0));
        assertEquals(511, set.next(65));
        assertEquals(512, set.next(511 + 1));
        assertEquals(512, Bits512.NONE.next(0));
        Bits512 same = Bits512.NONE.with(511, true).with(64, true);
        assertEquals(same, set);
        assertEquals(same.hashCode(), set.hashCode());
        assertNotEquals(Bits512.NONE, set);
    }

    @Test
    void aMapIsWhatItMapsNotHowItCameAbout() {
        LongMap<String> map = LongMap.<String>empty().put(1, "a").put(1L << 40, "b");
        LongMap<String> same = LongMap.<String>empty().put(1L << 40, "b").put(7, "x");
        assertEquals(map, same.put(1, "a").remove(7));
        assertEquals(map.hashCode(), same.put(1, "a").remove(7).hashCode());
        assertNotEquals(map, map.put(2, "c"));
        assertNotEquals(map, map.put(1, "z"));
        assertNotEquals(map, map.remove(1).put(2, "a"));
        assertEquals(map, map.remove(5));
    }

    @Test
    void nothingIsTakenFromAListThatItIsNotOn() {
        Places places = Places.NONE.plus(FIRST);
        String message =
                assertThrows(IllegalStateException.class, () -> places.minus(SECOND)).getMessage();
        assertEquals(SECOND + " is not in " + places, message);
    }

    @Test
    void theFirstStateHoldsWordsAcrossTheEndOfAPage() {
        Memslot slot = new Memslot(0, new Gfn(0x10), 2, false, false, false);
        Start start = new Start(Memslots.NONE.with(slot, 0));
        start.write(new Gpa(0x1_0ffd), 8, 0x8877_6655_4433_2211L);
        State state = start.state(new Registers(0x11, 0, 0, 0, 0, List.of(0L, 0L, 0L, 0L)), 64);
        assertEquals(0x33_2211L, state.read(new Gpa(0x1_0ffd), 3));
        assertEquals(0x88_7766_5544L, state.read(new Gpa(0x1_1000), 5));
        assertThrows(IllegalArgumentException.class, () -> start.write(new Gpa(0x1_1ffd), 4, 0));
    }

    @Test
    void aMemslotHasANumberAndPages() {
        Supplier<Memslot> numbered = () -> new Memslot(32, new Gfn(0), 1, false, false, false);
        Supplier<Memslot> empty = () -> new Memslot(0, new Gfn(0), 0, false, false, false);
        assertThrows(IllegalArgumentException.class, numbered::get);
        assertThrows(IllegalArgumentException.class, empty::get);
    }

    @Test
    void aShadowEntryIsReadThroughTheLayoutOfItsKind() {
        long device = 0x8_0000_0300_0027L;
        long mapping = 0x4_0000_1e67L;
        assertEquals("SPTE (leaf)", Spte.layout(mapping, 1).name());
        assertEquals("SPTE (non-leaf)", Spte.layout(mapping, 2).name());
        assertEquals("SPTE (leaf)", Spte.layout(Spte.PS.set(mapping), 2).name());
        assertEquals("SPTE (MMIO)", Spte.layout(device, 1).name());
        assertEquals("SPTE (empty)", Spte.layout(0, 1).name());
    }
}
