package shadewalk.ui.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import shadewalk.read.EventKind;
import shadewalk.read.tell.EventLine;
import shadewalk.scenario.Timeline;
import shadewalk.state.MmuEvent;
import shadewalk.ui.session.Runs;
import shadewalk.ui.session.Session;

class EventListModelTest {

    private final Timeline run = Runs.twoHalves();
    private final Session session = new Session(run);
    private final EventListModel model = new EventListModel(session, Runnable::run, Runnable::run);

    @Test
    void everyEventHasWords() {
        for (int i = 0; i < run.size(); i++) {
            assertTrue(!EventLine.of(run.event(i)).words().isBlank(), run.event(i) + " is silent");
        }
    }

    @Test
    void countersAreLeftOutUntilTheyAreWanted() {
        int without = model.rows().size();
        model.hidden().remove(EventKind.COUNT);
        assertEquals(run.size(), model.rows().size());
        assertTrue(without < run.size());
    }

    @Test
    void allTypedWordsMustBeThere() {
        model.searchProperty().set("  KVM_mmu_get_page q1 new ");
        assertTrue(!model.rows().isEmpty());
        for (int position : model.rows()) {
            assertTrue(
                    run.event(position - 1) instanceof MmuEvent.ShadowPageGot got
                            && got.created()
                            && got.page().role().quadrant() == 1);
        }
    }

    @Test
    void tracepointsOnlyIsWhatTheKernelPrints() {
        model.kernelOnlyProperty().set(true);
        for (int position : model.rows()) {
            assertTrue(EventLine.of(run.event(position - 1)).kernels());
        }
    }

    @Test
    void whatIsLockedIsNotListed() {
        session.lockBehind(6);
        for (int position : model.rows()) {
            assertTrue(position <= 6);
        }
    }

    @Test
    void aClickGoesThereAndTheRowFollowsTheSession() {
        model.go(3);
        assertEquals(model.rows().get(3), session.position());
        assertEquals(3, model.currentRow());
        session.jump(0);
        assertEquals(-1, model.currentRow());
    }

    @Test
    void theListIsTextForAMail() {
        model.kernelOnlyProperty().set(true);
        model.searchProperty().set("kvm_mmu_get_page q1 new");
        List<String> all = model.text().lines().toList();
        assertEquals(model.rows().size(), all.size());
        assertTrue(all.getFirst().contains("kvm_mmu_get_page: sp gen 0 gfn 1 l2 4-byte q1"));
        model.go(1);
        assertEquals(all.get(1) + "\n", model.currentText());
    }
}
