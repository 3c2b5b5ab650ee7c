package shadewalk.read.tell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import shadewalk.read.Telling;

class StandInsTest {

    @Test
    void fourDirectoriesStandForOneAndTwoPageTables() {
        assertEquals(
                "A guest PD has 1,024 entries reaching 4 MiB each, a shadow PD 512 reaching 2 MiB:"
                        + " so 4 shadow PDs stand for it.",
                StandIns.why(2, Telling.ALL).orElseThrow());
        assertEquals(
                "A guest PT has 1,024 entries reaching 4 KiB each, a shadow PT 512 reaching 4 KiB:"
                        + " so 2 shadow PTs stand for it.",
                StandIns.why(1, Telling.ALL).orElseThrow());
    }

    @Test
    void theReasonInFullSaysHowLongEntriesAre() {
        assertTrue(
                StandIns.whyInFull(2, Telling.ALL)
                        .orElseThrow()
                        .endsWith("A page holds 1,024 entries of 4 bytes, or 512 of 8."),
                StandIns.whyInFull(2, Telling.ALL).orElseThrow());
    }
}
