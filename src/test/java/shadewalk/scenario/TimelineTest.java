package shadewalk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shadewalk.state.MmuEvent;
import shadewalk.state.State;

class TimelineTest {

    private static final int EVENTS = 5_000;

    private final RandomRun run = new RandomRun(1, 4, 40);
    private final EventLog log = new EventLog(run.now());
    private final List<State> states = new ArrayList<>(List.of(run.now()));
    private final List<MmuEvent> events = new ArrayList<>();

    private Timeline play(int count) {
        for (int i = 0; i < count; i++) {
            MmuEvent event = run.next();
            log.append(run.now(), event);
            events.add(event);
            states.add(run.now());
        }
        return log.timeline();
    }

    @Test
    void everyStateIsTheSameWhicheverWayItIsReached() {
        Timeline timeline = play(EVENTS);
        for (int n = 0; n <= EVENTS; n++) {
            assertEquals(states.get(n), timeline.at(n), "after " + n + " events");
        }
        Random random = new Random(2);
        for (int i = 0; i < 300; i++) {
            int n = random.nextInt(EVENTS + 1);
            assertEquals(states.get(n), timeline.at(n), "after " + n + " events");
        }
    }

    @Test
    void aTimelineStaysWhatItWasWhileTheRunGoesOn() {
        Timeline before = play(1_500);
        Timeline after = play(EVENTS);
        assertEquals(1_500, before.size());
        assertSame(states.get(1_500), before.at(1_500));
        assertThrows(IndexOutOfBoundsException.class, () -> before.event(1_500));
        assertEquals(states.get(1_400), after.at(1_400));
        assertEquals(75, before.steps());
        assertEquals(325, after.steps());
    }

    @Test
    void anotherThreadMayLookWhileTheRunGoesOn() {
        Timeline timeline = play(3_000);
        var looking =
                CompletableFuture.supplyAsync(() -> {
                    List<State> seen = new ArrayList<>();
                    for (int n = 0; n <= 3_000; n += 100) {
                        seen.add(timeline.at(n));
                    }
                    return seen;
                });
        play(EVENTS);
        List<State> expected = new ArrayList<>();
        for (int n = 0; n <= 3_000; n += 100) {
            expected.add(states.get(n));
        }
        assertEquals(expected, looking.join());
    }

    @Test
    void stepsLieBetweenTheirMarkers() {
        Timeline timeline = play(50);
        assertEquals(3, timeline.steps());
        assertEquals(20, timeline.stepStart(1));
        assertEquals(40, timeline.stepEnd(1));
        assertEquals(50, timeline.stepEnd(2));
        assertEquals(-1, timeline.stepOf(0));
        assertEquals(0, timeline.stepOf(1));
        assertEquals(0, timeline.stepOf(20));
        assertEquals(1, timeline.stepOf(21));
        assertEquals(2, timeline.stepOf(50));
        assertThrows(IndexOutOfBoundsException.class, () -> timeline.stepStart(3));
    }

    @Test
    void nextAndPreviousStandBehindTheEventTheyFound() {
        Timeline timeline = play(60);
        assertEquals(OptionalInt.of(21), timeline.next(1, MmuEvent.StepStarted.class::isInstance));
        assertEquals(
                OptionalInt.of(1), timeline.previous(21, MmuEvent.StepStarted.class::isInstance));
        assertEquals(
                OptionalInt.empty(), timeline.previous(1, MmuEvent.StepStarted.class::isInstance));
        assertEquals(
                OptionalInt.empty(), timeline.next(41, MmuEvent.StepStarted.class::isInstance));
    }

    @Test
    void aBranchSharesItsBeginningAndThenGoesItsOwnWay() {
        Timeline timeline = play(2_000);
        EventLog branch = new EventLog(timeline, 1_200);
        assertEquals(states.get(1_200), branch.last());
        MmuEvent other = new MmuEvent.WalkFailed(4);
        branch.append(branch.last().after(other), other);
        assertEquals(other, branch.timeline().event(1_200));
        assertEquals(events.get(1_200), timeline.event(1_200));
        assertEquals(states.get(1_100), branch.timeline().at(1_100));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_023, 1_024, 1_025, 2_048, 3_000})
    void aBranchMayLeaveAnywhereAndGrowAsLongAsItsOrigin(int upTo) {
        Timeline timeline = play(3_000);
        EventLog branch = new EventLog(timeline, upTo);
        MmuEvent other = new MmuEvent.WalkFailed(4);
        for (int i = 0; i < 2_500; i++) {
            branch.append(branch.last(), other);
        }
        Timeline grown = branch.timeline();
        assertEquals(upTo + 2_500, grown.size());
        assertEquals(timeline.stepOf(upTo), grown.stepOf(grown.size()));
        for (int n = 0; n <= grown.size(); n += 250) {
            assertEquals(states.get(Math.min(n, upTo)), grown.at(n), "after " + n + " events");
        }
        for (int n = 0; n < 3_000; n++) {
            assertEquals(events.get(n), timeline.event(n));
        }
    }
}
