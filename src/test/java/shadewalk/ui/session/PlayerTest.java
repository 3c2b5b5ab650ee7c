package shadewalk.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import shadewalk.read.EventKind;
import shadewalk.scenario.Timeline;
import shadewalk.state.MmuEvent;

class PlayerTest {

    private final Timeline run = Runs.twoHalves();
    private final Session session = new Session(run);
    private final Player player = new Player(session);

    /// Lets time pass in frames until nothing plays any more; how long that was.
    private double playOut() {
        double seconds = 0;
        while (player.playing() && seconds < 10_000) {
            player.advance(1 / 60.0);
            seconds += 1 / 60.0;
        }
        return seconds;
    }

    @Test
    void playingStopsAtAFlag() {
        session.flagsProperty().set(List.of(new Flag("here", 3)));
        player.play();
        for (int i = 0; i < 20; i++) {
            player.advance(10);
        }
        assertEquals(3, session.position());
        assertFalse(player.playing());
    }

    @Test
    void playsToTheEndAndStops() {
        player.play();
        playOut();
        assertEquals(run.size(), session.position());
        assertFalse(player.playing());
    }

    @Test
    void twiceTheSpeedIsHalfTheTime() {
        player.play();
        double normal = playOut();
        player.speedProperty().set(2);
        player.play();
        assertEquals(normal / 2, playOut(), normal * 0.1);
    }

    @Test
    void speedStaysBetweenAQuarterAndFourTimes() {
        for (int i = 0; i < 10; i++) {
            player.faster();
        }
        assertEquals(4, player.speedProperty().get());
        for (int i = 0; i < 10; i++) {
            player.slower();
        }
        assertEquals(0.25, player.speedProperty().get());
    }

    @Test
    void playingStopsAtABreakpoint() {
        player.breakpoints().kinds().add(EventKind.FAULT);
        player.play();
        playOut();
        assertTrue(session.moment().event().orElseThrow() instanceof MmuEvent.PageFaultTaken);
        assertTrue(session.position() < run.size());
    }

    @Test
    void playingStopsBeforeALock() {
        session.lockBehind(6);
        player.play();
        playOut();
        assertEquals(6, session.position());
    }

    @Test
    void byStepsOnlyTheirEndsAreShown() {
        player.paceProperty().set(Player.Pace.STEP);
        player.play();
        player.advance(100);
        assertEquals(run.stepEnd(0), session.position());
    }

    @Test
    void manyEventsFitIntoTheTimeThatIsGiven() {
        player.playTo(run.size(), 5);
        assertEquals(5, playOut(), 2.5);
        assertEquals(run.size(), session.position());
    }
}
