package shadewalk.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shadewalk.read.Thing;
import shadewalk.scenario.Timeline;
import shadewalk.state.MmuEvent;
import shadewalk.x86.Gfn;

class SessionTest {

    private final Timeline run = Runs.twoHalves();
    private final Session session = new Session(run);

    @Test
    void eventsGoForthAndBackToTheSameState() {
        List<Object> there = new ArrayList<>();
        for (int i = 0; i < run.size(); i++) {
            there.add(session.state());
            session.eventForward();
        }
        for (int i = run.size() - 1; i >= 0; i--) {
            session.eventBack();
            assertEquals(there.get(i), session.state(), "at position " + i);
        }
    }

    @Test
    void stepsEndWhereTheirLastEventIs() {
        session.stepForward();
        assertEquals(run.stepEnd(0), session.position());
        session.eventForward();
        session.stepForward();
        assertEquals(run.stepEnd(1), session.position());
        session.stepBack();
        assertEquals(run.stepEnd(0), session.position());
        session.stepBack();
        assertEquals(0, session.position());
    }

    @Test
    void beforeTheBeginningAndBehindTheEndIsNothing() {
        session.eventBack();
        assertEquals(0, session.position());
        session.jump(1_000_000);
        assertEquals(run.size(), session.position());
        session.stepForward();
        assertEquals(run.size(), session.position());
    }

    @Test
    void aLockHoldsAgainstEveryWayForward() {
        session.lockBehind(5);
        session.toEnd();
        session.stepForward();
        session.eventForward();
        session.jump(run.size());
        assertEquals(5, session.position());
        session.lockBehind(run.size());
        session.toEnd();
        assertEquals(run.size(), session.position());
    }

    @Test
    void aLockTakesBackWhatIsShownBehindIt() {
        session.toEnd();
        session.lockBehind(7);
        assertEquals(7, session.position());
    }

    @Test
    void theMomentChangesOnceAMove() {
        List<Integer> seen = new ArrayList<>();
        session.momentProperty().subscribe(moment -> seen.add(moment.position()));
        session.jump(3);
        session.jump(3);
        session.eventForward();
        assertEquals(List.of(0, 3, 4), seen);
    }

    @Test
    void theLastChangeOfAGuestEntryIsTheWriteToIt() {
        session.toEnd();
        Thing entry = new Thing.GuestEntry(new Gfn(5), 513);
        session.toLastChange(entry);
        Optional<MmuEvent> event = session.moment().event();
        assertTrue(
                event.orElseThrow() instanceof MmuEvent.MemoryWritten written
                        && written.at().raw() == 0x5804,
                () -> "stands behind " + event);
    }

    @Test
    void aStoryHoldsTheEventsOfThisStepOnly() {
        session.jump(run.stepStart(1) + 3);
        List<MmuEvent> story = session.moment().events();
        assertEquals(3, story.size());
        assertTrue(story.getFirst() instanceof MmuEvent.StepStarted);
    }
}
