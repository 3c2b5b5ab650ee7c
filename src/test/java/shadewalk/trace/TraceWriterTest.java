package shadewalk.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shadewalk.scenario.EventLog;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;
import shadewalk.state.HostMemory;
import shadewalk.state.Memslots;
import shadewalk.state.MmuEvent;
import shadewalk.state.Outcome;
import shadewalk.state.Role;
import shadewalk.state.Roots;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.state.Stat;
import shadewalk.state.State;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;
import shadewalk.x86.Pfn;

/// Runs made by hand, since what a step does is not this printer's concern.
class TraceWriterTest {

    private static final String SETUP =
            """
            mode 32
            cr3 0x1000
            mmupages 64
            memslot 1 0x2000000 0x10000 ro log
            memslot 0 0x0 0x1000000 thp
            agent 0xffc00000 0xf00000
            mem32 0x1004 0x2007
            watch 0x1000 0x2000
            ops
            """;

    private static final List<String> CONFIG =
            List.of(
                    "scenario hand.scn",
                    "config mmupages=64",
                    "config mode=32 cr0=0x80010011 cr3=0x1000 cr4=0x0 efer=0x0"
                            + " agent_gva=0xffc00000 agent_gpa=0xf00000",
                    "config memslot 0 gpa=0x0 size=0x1000000 thp",
                    "config memslot 1 gpa=0x2000000 size=0x10000 ro log");

    private static final Role L2 = new Role(0).withLevel(2);
    private static final Role L1 = new Role(0).withLevel(1);

    private final Scenario scenario;
    private final EventLog log;

    TraceWriterTest() throws ScenarioProblem {
        scenario = ScenarioText.parse("hand.scn", SETUP + "nop s\npoke32 0x1004 0x2027\nnop s\n");
        log = new EventLog(scenario.machine().initialState());
    }

    private void happens(MmuEvent... events) {
        for (MmuEvent event : events) {
            log.append(log.last().after(event), event);
        }
    }

    private void step(int number, Outcome outcome, MmuEvent... events) {
        happens(new MmuEvent.StepStarted(number, number == 0 ? "start" : "nop s"));
        happens(events);
        happens(new MmuEvent.StepEnded(number, outcome));
    }

    private static final Outcome DONE = new Outcome.Done();

    /// The lines after those of the setup.
    private List<String> printed() {
        List<String> lines = new ArrayList<>();
        TraceWriter.print(scenario, log.timeline(), lines::add);
        assertEquals(CONFIG, lines.subList(0, CONFIG.size()));
        return lines.subList(CONFIG.size(), lines.size());
    }

    private static long link(int page, long flags) {
        return Spte.CHILD.with(flags, ShadowPage.tableOf(page).raw());
    }

    private static long leaf(long frame, long flags) {
        return Spte.PFN.with(flags, frame);
    }

    private MmuEvent changed(int page, int index, int level, long now) {
        State state = log.last();
        long was = state.shadow().exists(page) ? state.shadow().page(page).spte(index) : 0;
        return changed(page, index, level, was, now);
    }

    private static MmuEvent changed(int page, int index, int level, long was, long now) {
        return new MmuEvent.SpteChanged(
                new SpteAt(page, index), level, new Gfn(0x10), 7, was, now, MmuEvent.Why.LINKED);
    }

    private MmuEvent root() {
        Roots roots = Roots.NONE.withCurrent(Roots.Root.pae(0x1000)).withPaeRoot(3, link(0, 1));
        return new MmuEvent.RootsChanged(log.last().cpu().roots(), roots);
    }

    private void firstStep() {
        step(
                0,
                DONE,
                new MmuEvent.ShadowPageCreated(0, new Gfn(1), L2),
                root(),
                new MmuEvent.ShadowPageCreated(1, new Gfn(2), L1),
                changed(0, 1, 2, 0, link(1, 0x827)),
                new MmuEvent.SpteRequested(new Gfn(0x10), new Pfn(0x40_0010), 1),
                new MmuEvent.SpteSet(
                        new SpteAt(1, 2), 1, new Gfn(0x10), 7, 0, leaf(0x40_0010, 0xa25)),
                new MmuEvent.Counted(Stat.PF_TAKEN, 1));
    }

    @Test
    void aStepEndsWithItsResultAndWhatItChanged() {
        firstStep();
        assertEquals(
                List.of(
                        "step 0: start",
                        "kvm_mmu_spte_requested: gfn 10 pfn {10} level 1",
                        "kvm_mmu_set_spte: gfn 10 spte {10}|a25 (r-xu) level 1 at <t0>+010",
                        "result 0: ok",
                        "shadow 0: root=<t1> level=3",
                        "shadow 0: l3 gva=0xc0000000 spte=<t2>|001",
                        "shadow 0: l2 gva=0xc0200000 spte=<t0>|827",
                        "shadow 0: l1 gva=0xc0202000 spte={10}|a25",
                        "stats 0: mmu_cache_miss=+2 pages_4k=+1 pf_taken=+1",
                        "end of scenario, 0 steps"),
                printed());
    }

    @Test
    void anEntryThatWentIsShownAsItWasPrinted() {
        firstStep();
        step(
                1,
                new Outcome.Value(0xdeadbeefL, 4),
                new MmuEvent.SpteRequested(new Gfn(0x77), new Pfn(0x40_0010), 1),
                changed(1, 2, 1, 0),
                changed(1, 3, 1, 0, leaf(0x40_0010, 0x8000_0000_0000_0a25L)));
        assertEquals(
                List.of(
                        "step 1: nop s",
                        "kvm_mmu_spte_requested: gfn 77 pfn {77} level 1",
                        "result 1: ok value=0xdeadbeef",
                        "shadow 1: l1 gva=0xc0202000 spte=0 (was {10}|a25)",
                        "shadow 1: l1 gva=0xc0203000 spte={77}|a25+0x8000000000000000",
                        "end of scenario, 1 steps"),
                printed().subList(9, 15));
    }

    @Test
    void aStepOfTheHostShowsNoTablesUntilTheGuestRunsAgain() {
        firstStep();
        step(1, DONE);
        step(
                2,
                DONE,
                changed(1, 2, 1, 0),
                new MmuEvent.MemoryWritten(
                        new Gpa(0x1004),
                        HostMemory.EMPTY.frame(0, 1),
                        4,
                        0x2007,
                        0x2027,
                        MmuEvent.Writer.HOST));
        step(3, new Outcome.Exception(14, 6, new Gva(0x401000), new Gva(0xffc0_2000L)));
        assertEquals(
                List.of(
                        "step 2: nop s",
                        "result 2: ok",
                        "guestmem 2: gpa=0x00001004 old=0x00002007 new=0x00002027",
                        "stats 2: pages_4k=-1",
                        "step 3: nop s",
                        "result 3: exception vector=14 error=0x6 cr2=0x00401000 ip=0xffc02000",
                        "shadow 3: l1 gva=0xc0202000 spte=0 (was {10}|a25)",
                        "end of scenario, 3 steps"),
                printed().subList(11, 19));
    }

    @Test
    void watchedMemoryIsNotSeenWithoutItsSlotAndComparedWhenItReturns() {
        firstStep();
        Memslots with = log.last().slots();
        Memslots without = with.without(0, 4);
        step(1, DONE, new MmuEvent.MemslotsChanged(with, without));
        step(
                2,
                DONE,
                new MmuEvent.MemoryWritten(
                        new Gpa(0x1008),
                        HostMemory.EMPTY.frame(0, 1),
                        4,
                        0,
                        5,
                        MmuEvent.Writer.HOST));
        step(3, DONE, new MmuEvent.MemslotsChanged(without, with));
        assertEquals(
                List.of(
                        "step 1: nop s",
                        "result 1: ok",
                        "step 2: nop s",
                        "result 2: ok",
                        "step 3: nop s",
                        "result 3: ok",
                        "guestmem 3: gpa=0x00001008 old=0x00000000 new=0x00000005",
                        "end of scenario, 3 steps"),
                printed().subList(9, 17));
    }

    @Test
    void changedWordsAreCountedFromWhereTheirWatchBeginsAndTheLastIsSeenWhole()
            throws ScenarioProblem {
        Scenario odd =
                ScenarioText.parse(
                        "odd.scn",
                        """
                        memslot 0 0 0x10000
                        watch 0x1ffe 0x7
                        ops
                        nop s
                        """);
        State start = odd.machine().initialState();
        MmuEvent write =
                new MmuEvent.MemoryWritten(
                        new Gpa(0x2000),
                        HostMemory.EMPTY.frame(0, 2),
                        8,
                        0,
                        0x8877_6655_4433_2211L,
                        MmuEvent.Writer.HOST);
        MmuEvent end = new MmuEvent.StepEnded(0, DONE);
        List<String> lines = new ArrayList<>();
        TraceWriter writer = new TraceWriter(odd, lines::add);
        writer.begin(start);
        writer.accept(start.after(write), write);
        writer.accept(start.after(write), end);
        assertEquals(
                List.of(
                        "guestmem 0: gpa=0x00001ffe old=0x00000000 new=0x22110000",
                        "guestmem 0: gpa=0x00002002 old=0x00000000 new=0x66554433"),
                lines.stream().filter(line -> line.startsWith("guestmem")).toList());
    }

    @Test
    void aFailedRunEndsWhereItFailed() {
        firstStep();
        happens(
                new MmuEvent.StepStarted(1, "cr3 value=0x03000000"),
                new MmuEvent.MmioExited(false, 4, new Gpa(0x300_2040), 0xe3e2_e1e0L),
                new MmuEvent.RunFailed("exit_reason=8 suberror=1048833 rip=0xffc00083"),
                new MmuEvent.StepEnded(1, new Outcome.Fatal("shutdown")));
        assertEquals(
                List.of(
                        "step 1: cr3 value=0x03000000",
                        "exit 1: mmio read gpa=0x03002040 len=4 data=0xe3e2e1e0",
                        "fatal 1: exit_reason=8 suberror=1048833 rip=0xffc00083"),
                printed().subList(9, 12));
    }

    @Test
    void resultsOfTheHostsStepsNameFramesOrTheRefusal() {
        firstStep();
        step(1, new Outcome.DirtyFrames(List.of(new Gfn(1), new Gfn(0xf00))));
        step(2, new Outcome.DirtyFrames(List.of()));
        step(3, new Outcome.Refused("memslot", -22));
        assertEquals(
                List.of(
                        "result 1: ok dirty_gfns=1 f00",
                        "result 2: ok dirty_gfns=-",
                        "result 3: memslot error -22"),
                printed().stream().filter(l -> l.startsWith("result")).skip(1).toList());
    }

    @Test
    void aLongListOfDirtyFramesStopsWhereTheRecordersDoes() {
        firstStep();
        List<Gfn> many = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            many.add(new Gfn(0x100 + i));
        }
        step(1, new Outcome.DirtyFrames(many));
        String line = printed().get(10);
        assertEquals("result 1: ok dirty_gfns=100", line.substring(0, 27));
        assertEquals(190, line.split(" ", -1).length - 3);
    }
}
