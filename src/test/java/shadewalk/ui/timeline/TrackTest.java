package shadewalk.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import shadewalk.read.EventKind;
import shadewalk.scenario.EventLog;
import shadewalk.scenario.Timeline;
import shadewalk.state.MmuEvent;
import shadewalk.state.Stat;
import shadewalk.ui.session.Chapters;
import shadewalk.ui.session.Runs;
import shadewalk.x86.Gva;

class TrackTest {

    private static Track track(Timeline run, double width) {
        return new Track(run, Chapters.ofSteps(run), 10, width, 1);
    }

    @Test
    void everyEventOfAShortRunHasATickWhereItLeads() {
        Timeline run = Runs.twoHalves();
        Track track = track(run, 2000);
        assertEquals(run.size(), track.ticks().size());
        for (Track.Tick tick : track.ticks()) {
            assertEquals(tick.position(), track.position(tick.x()));
        }
    }

    @Test
    void placesOutsideTheBarAreItsEnds() {
        Timeline run = Runs.twoHalves();
        Track track = track(run, 500);
        assertEquals(0, track.position(-1000));
        assertEquals(run.size(), track.position(5000));
    }

    @Test
    void aHundredThousandEventsShareTicksAndAFaultIsNotLostAmongThem() {
        EventLog log = new EventLog(Runs.twoHalves().at(0));
        for (int i = 0; i < 100_000; i++) {
            MmuEvent event =
                    i == 50_000
                            ? new MmuEvent.PageFaultTaken(new Gva(0), new Gva(0), 2)
                            : new MmuEvent.Counted(Stat.PF_TAKEN, 0);
            log.append(log.last().after(event), event);
        }
        Track track = track(log.timeline(), 1000);
        assertTrue(track.ticks().size() <= 260, () -> track.ticks().size() + " ticks");
        assertEquals(100_000, track.ticks().stream().mapToInt(Track.Tick::count).sum());
        assertEquals(1, track.ticks().stream().filter(t -> t.kind() == EventKind.FAULT).count());
    }

    @Test
    void thousandsOfStepsShareBandsAndEachIsInOne() {
        Timeline run = Runs.twoHalves();
        List<Chapters.Chapter> all = Chapters.ofSteps(run).all();
        Track wide = track(run, 2000);
        assertEquals(all.size(), wide.bands().size());
        Track narrow = track(run, 8);
        assertTrue(narrow.bands().size() <= 3, () -> narrow.bands().size() + " bands");
        for (int i = 0; i < all.size(); i++) {
            int chapter = i;
            assertEquals(1, narrow.bands().stream().filter(b -> b.holds(chapter)).count());
        }
    }

    @Test
    void anEmptyRunIsABarWithoutTicks() {
        Timeline run = new EventLog(Runs.twoHalves().at(0)).timeline();
        Track track = track(run, 800);
        assertTrue(track.ticks().isEmpty());
        assertEquals(0, track.position(400));
    }
}
