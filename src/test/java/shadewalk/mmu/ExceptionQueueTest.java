package shadewalk.mmu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shadewalk.x86.Gva;

class ExceptionQueueTest {

    private final ExceptionQueue queue = new ExceptionQueue();

    /// What becomes of an exception during whose delivery another one is raised (Intel SDM volume
    /// 3A, table 6-5).
    @ParameterizedTest
    @CsvSource({
        "14, 14, 8",
        "14, 13, 8",
        "14, 6, 6",
        "13, 14, 14",
        "13, 13, 8",
        "13, 6, 6",
        "6, 14, 14",
        "0, 11, 8",
        "12, 10, 8",
        "1, 13, 13"
    })
    void twoExceptionsBecomeOne(int first, int second, int then) {
        queue.requeue(first, 0);
        queue.queue(second, 0, null);
        assertFalse(queue.isReinjection());
        var taken = queue.take();
        assertEquals(then, taken == null ? -1 : taken.vector());
        assertFalse(queue.isShutDown());
    }

    @Test
    void aDoubleFaultThatFaultsIsTheEnd() {
        queue.requeue(8, 0);
        queue.queue(14, 2, new Gva(0x1000));
        assertTrue(queue.isShutDown());
        assertNull(queue.take());
    }

    @Test
    void whatIsEmulatedInsteadIsForgotten() {
        queue.requeue(14, 2);
        assertTrue(queue.isReinjection());
        queue.clear();
        assertNull(queue.take());
        assertFalse(queue.isReinjection());
    }
}
