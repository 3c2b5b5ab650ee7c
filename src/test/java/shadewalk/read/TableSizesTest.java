package shadewalk.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import shadewalk.read.TableSizes.Side;

class TableSizesTest {

    private static final TableSizes PT32 = new TableSizes(4, 4096);

    @Test
    void entriesOfFourBytesNeedFourDirectoriesAndTwoTables() {
        assertEquals(1024, PT32.entries(Side.GUEST));
        assertEquals(512, PT32.entries(Side.SHADOW));
        assertEquals(32, PT32.reach(Side.GUEST, 2));
        assertEquals(30, PT32.reach(Side.SHADOW, 2));
        assertEquals(4, PT32.parts(2));
        assertEquals(2, PT32.parts(1));
    }

    @Test
    void theBitsThatChooseAreThoseOfTheQuadrant() {
        for (int level = 1; level <= 2; level++) {
            assertEquals(Quadrant.count(level), PT32.parts(level));
            assertEquals(Quadrant.bits(level).range(), PT32.chosenBy(level).orElseThrow().range());
        }
    }

    @Test
    void entriesAsLongAsSptesOrTablesTwiceAsLargeNeedOne() {
        for (TableSizes alike :
                new TableSizes[] {PT32.withShortEntries(false), PT32.withLargeTables(true)}) {
            assertEquals(1, alike.parts(1));
            assertEquals(1, alike.parts(2));
            assertTrue(alike.chosenBy(1).isEmpty());
        }
        assertEquals(1, PT32.withShortEntries(false).withLargeTables(true).parts(2));
    }
}
