package shadewalk.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shadewalk.read.EventKind;
import shadewalk.read.Plot;
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
        player.playThrough();
        playOut();
        assertEquals(run.size(), session.position());
        assertFalse(player.playing());
    }

    @Test
    void twiceTheSpeedIsHalfTheTime() {
        player.playThrough();
        double normal = playOut();
        player.speedProperty().set(2);
        player.playThrough();
        assertEquals(normal / 2, playOut(), normal * 0.1);
    }

    @Test
    void playingRestsAtEachTurnOfThePlotAndGoesOn() {
        List<Integer> rests = new ArrayList<>();
        while (session.position() < run.size()) {
            player.play();
            playOut();
            rests.add(session.position());
        }
        List<Integer> turns =
                IntStream.range(1, run.size()).filter(p -> Plot.turns(run, p)).boxed().toList();
        assertTrue(turns.size() > 2, turns.toString());
        assertEquals(turns, rests.subList(0, rests.size() - 1));
    }

    /// In a picture in which most events change nothing, a run must not stand still.
    @Test
    void whatChangesNothingInThePictureIsSoonOver() {
        double seen = player.dwell();
        player.hurryIf(() -> true);
        assertEquals(seen / 4, player.dwell(), 1e-9);
        player.waitFor(() -> 20);
        session.jump(1);
        assertTrue(player.dwell() >= 20 * 0.3, "words are read all the same");
    }

    @Test
    void theRunWaitsForWordsToBeRead() {
        player.waitFor(() -> 20);
        player.playThrough();
        double last = 0;
        double seconds = 0;
        int position = 0;
        while (player.playing()) {
            player.advance(1 / 60.0);
            seconds += 1 / 60.0;
            if (session.position() != position) {
                assertTrue(seconds - last >= 20 * 0.3, position + " stayed " + (seconds - last));
                position = session.position();
                last = seconds;
            }
        }
        assertEquals(run.size(), session.position());
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
        player.playThrough();
        playOut();
        assertTrue(session.moment().event().orElseThrow() instanceof MmuEvent.PageFaultTaken);
        assertTrue(session.position() < run.size());
    }

    @Test
    void playingStopsBeforeALock() {
        session.lockBehind(6);
        player.playThrough();
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
