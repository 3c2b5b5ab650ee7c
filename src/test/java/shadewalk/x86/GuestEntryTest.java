package shadewalk.x86;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GuestEntryTest {

    @Test
    void bothSparePartsOfALongModeEntryHaveTheirOwnName() {
        assertEquals(GuestEntry.AVL, GuestEntry.PTE.field("AVL"));
        assertEquals(GuestEntry.AVL_HIGH, GuestEntry.PTE.field("AVL 58:52"));
    }
}
