package shadewalk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shadewalk.manuals.Book.Access;
import shadewalk.manuals.Book.Answer;
import shadewalk.manuals.Book.Use;
import shadewalk.state.MmuEvent;
import shadewalk.state.Outcome;
import shadewalk.state.Spte;
import shadewalk.state.State;
import shadewalk.x86.Cr0;
import shadewalk.x86.Cr4;
import shadewalk.x86.Efer;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.PagingMode;

/// Long random runs in every paging mode. After each step everything that must hold is looked at,
/// in shorter runs after each event, and whenever the guest has flushed what it changed, the shadow
/// tables allow nothing that its own tables forbid, and every access ends as the manuals say.
///
/// `-Dshadewalk.seeds=100 -Dshadewalk.steps=2000` makes more and longer runs, and
/// `-Dshadewalk.scenario=1500` leaves out recorded scenarios whose packed file has more bytes. Each
/// failure names its mode and seed.
class InvariantsTest {

    private static final int SEEDS = Integer.getInteger("shadewalk.seeds", 8);
    private static final int STEPS = Integer.getInteger("shadewalk.steps", 400);
    private static final long LARGEST = Long.getLong("shadewalk.scenario", Long.MAX_VALUE);
    private static final int SHORT = 120;

    record Seed(PagingMode mode, int seed) {
        @Override
        public String toString() {
            return mode + " guest, seed " + seed;
        }
    }

    static Stream<Seed> seeds() {
        return Stream.of(PagingMode.values())
                .flatMap(mode ->
                        IntStream.rangeClosed(1, SEEDS).mapToObj(seed -> new Seed(mode, seed)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void whateverTheGuestDoes(Seed seed) {
        RandomGuest guest = new RandomGuest(seed.mode(), seed.seed());
        Run run = new Run(guest.machine(), seed.toString());
        for (int i = 0; i < STEPS && !run.isOver(); i++) {
            run.step(guest.next(run.now()), i < SHORT);
        }
    }

    static Stream<Path> recordedScenarios() throws IOException {
        Path oracle = Path.of("src/test/resources/oracle");
        try (Stream<Path> mixes = Files.list(oracle.resolve("mix"));
                Stream<Path> scenarios = Files.list(oracle.resolve("scenarios"))) {
            return Stream.concat(mixes, scenarios)
                    .filter(file -> file.toFile().length() <= LARGEST)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recordedScenarios")
    void whateverARecordedGuestDid(Path file) throws IOException, ScenarioProblem {
        Scenario scenario = read(file);
        Run run = new Run(scenario.machine(), scenario.name());
        for (Step step : scenario.steps()) {
            if (!run.isOver()) {
                run.step(step, false);
            }
        }
    }

    private static Scenario read(Path file) throws IOException, ScenarioProblem {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return ScenarioText.parse(String.valueOf(file.getFileName()), text);
        }
    }

    /// Scenarios that take code, stack or tables from under the scripted program itself: how their
    /// steps end does not say how the access ended.
    private static final String AGENT_BROKEN = "50-";

    /// A run that is watched.
    private static final class Run {

        private final String name;
        private final Runner runner;
        private final long device;
        private int seen;
        private State now;
        private boolean stale;
        private boolean nxSwitched;
        private boolean pseSwitched;

        /// The host has changed a shadowed table, which nothing the guest does makes good.
        private boolean spoilt;

        /// Shadowed tables that were mapped writable in place of a device entry that had W: KVM
        /// takes that for a writable mapping that was looked into before. The recording
        /// `42-mmio-turns-table` shows it.
        private final Set<Gfn> unwatched = new HashSet<>();

        Run(Machine machine, String name) {
            this.name = name;
            this.runner = new Runner(machine);
            this.device = machine.mmioValue();
            this.now = machine.initialState();
            runner.start();
            follow("start", true);
        }

        State now() {
            return now;
        }

        boolean isOver() {
            return runner.isOver();
        }

        void step(Step step, boolean everyEvent) {
            String where = name + ", step " + runner.timeline().steps() + ": " + step;
            GuestView before = view();
            long cr4 = now.cpu().registers().cr4();
            boolean exact = !stale && !spoilt && !name.startsWith(AGENT_BROKEN);
            Outcome outcome = runner.run(step);
            follow(where, everyEvent);
            if (exact && !runner.isOver()) {
                agreesWithManual(before, step, outcome, where);
            }
            if (flushes(step, outcome, cr4)) {
                stale = false;
            }
            if (!stale && !spoilt && !runner.isOver()) {
                assertEquals(List.of(), view().excess(), where);
            }
        }

        private GuestView view() {
            return new GuestView(now, nxSwitched, pseSwitched);
        }

        /// Plays the events of a step once more, from the state before it.
        private void follow(String where, boolean everyEvent) {
            Timeline timeline = runner.timeline();
            for (; seen < timeline.size(); seen++) {
                MmuEvent event = timeline.event(seen);
                String place = where + ", event " + seen + ": " + event;
                assertTrue(EventTruth.holds(now, event), () -> "not true of what was: " + place);
                note(event);
                now = now.after(event);
                if (everyEvent) {
                    assertEquals(List.of(), Invariants.brokenBetweenEvents(now), place);
                }
            }
            assertEquals(timeline.at(seen), now, where + ": the state made again from its events");
            assertEquals(List.of(), Invariants.brokenBetweenSteps(now, unwatched), where);
        }

        private void note(MmuEvent event) {
            switch (event) {
                case MmuEvent.MemoryWritten written when isShadowed(written.at().gfn()) -> {
                    stale |= written.by() == MmuEvent.Writer.GUEST;
                    spoilt |= written.by() == MmuEvent.Writer.HOST;
                }
                case MmuEvent.HostFrameChanged(int slot, long page, _, _) ->
                        spoilt |=
                                isShadowed(
                                        Objects.requireNonNull(now.slots().numbered(slot))
                                                .gfn(page));
                case MmuEvent.SpteSet set when Spte.mmio(set.was()) && Spte.writable(set.now()) -> {
                    if (isShadowed(set.gfn())) {
                        unwatched.add(set.gfn());
                        spoilt = true;
                    }
                }
                // KVM renews a device entry that it syncs, also where there is memory by now. The
                // recording `60-mmio-kinds-32` shows it.
                case MmuEvent.MmioSpteMarked marked ->
                        spoilt |= now.slots().of(marked.gfn()) != null;
                case MmuEvent.AllZappedFast _ -> {
                    spoilt = false;
                    unwatched.clear();
                }
                case MmuEvent.RegisterLoaded(var name, long was, long is) -> {
                    switch (name) {
                        case EFER -> nxSwitched |= Efer.NX.in(was ^ is);
                        case CR4 -> pseSwitched |= Cr4.PSE.in(was ^ is);
                        case CR0 -> pseSwitched |= Cr0.PG.in(was ^ is);
                        case CR2, CR3 -> {}
                    }
                }
                default -> {}
            }
        }

        private boolean isShadowed(Gfn gfn) {
            return !now.shadow().pagesOf(gfn).isEmpty();
        }

        private boolean flushes(Step step, Outcome outcome, long cr4Before) {
            long changed = now.cpu().registers().cr4() ^ cr4Before;
            return outcome instanceof Outcome.Done
                    && (step instanceof Step.LoadCr3 || Cr4.PGE.in(changed));
        }

        private void agreesWithManual(GuestView before, Step step, Outcome outcome, String where) {
            Access access = access(step);
            if (access == null || !isCanonical(access.linear())) {
                return;
            }
            List<Answer> answers = before.answers(access);
            assertTrue(
                    answers.stream().anyMatch(answer -> isAs(answer, access, outcome)),
                    () -> where + " ended as " + outcome + ", but the manual says " + answers);
        }

        /// The one access of a step; null if it has none or more.
        private static @Nullable Access access(Step step) {
            return switch (step) {
                case Step.Read(var ring, var gva, int bytes) when gva.offset() + bytes <= 4096 ->
                        access(ring, gva.raw(), Use.READ);
                case Step.Write(var ring, var gva, _, int bytes)
                        when gva.offset() + bytes <= 4096 ->
                        access(ring, gva.raw(), Use.WRITE);
                case Step.Exec(var ring, var gva) -> access(ring, gva.raw(), Use.FETCH);
                default -> null;
            };
        }

        private static boolean isCanonical(long linear) {
            return linear << 16 >> 16 == linear;
        }

        private static Access access(Step.Ring ring, long linear, Use use) {
            return new Access(linear, use, ring.user(), ring == Step.Ring.SUPERVISOR_AC);
        }

        private boolean isAs(Answer answer, Access access, Outcome outcome) {
            return switch (answer) {
                case Answer.Fault(int code) -> faults(outcome, access) && errorOf(outcome) == code;
                case Answer.Reached(long physical, _, _) ->
                        switch (outcome) {
                            case Outcome.Done _ -> true;
                            case Outcome.Value(long value, int bytes) ->
                                    value == valueAt(physical, bytes);
                            // The code that was reached may fault in turn.
                            case Outcome.Exception _ ->
                                    access.use() == Use.FETCH && !faults(outcome, access);
                            default -> false;
                        };
            };
        }

        private static boolean faults(Outcome outcome, Access access) {
            return outcome instanceof Outcome.Exception(int vector, _, var cr2, _)
                    && vector == 14
                    && cr2.raw() == access.linear();
        }

        private static long errorOf(Outcome outcome) {
            return outcome instanceof Outcome.Exception exception ? exception.error() : -1;
        }

        private long valueAt(long physical, int bytes) {
            Long value = now.read(new Gpa(physical), bytes);
            return value == null ? bytes == 8 ? device : device & (1L << bytes * 8) - 1 : value;
        }
    }
}
