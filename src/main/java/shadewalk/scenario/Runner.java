package shadewalk.scenario;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import shadewalk.bits.Hex;
import shadewalk.cpu.Core;
import shadewalk.cpu.Failure;
import shadewalk.cpu.Owner;
import shadewalk.mmu.HostSide;
import shadewalk.mmu.Recorder;
import shadewalk.mmu.Vcpu;
import shadewalk.mmu.Vm;
import shadewalk.state.Memslot;
import shadewalk.state.Memslots;
import shadewalk.state.MmuEvent;
import shadewalk.state.Outcome;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Page;

/// Does the steps of a scenario, one after the other, and keeps the record.
public final class Runner {

    /// After so many device accesses in one step the run is given up, as the recorder does.
    private static final int MAX_EXITS = 100;

    private static final int EINVAL = -22;

    private final Machine machine;
    private final EventLog log;
    private final Recorder recorder;
    private final Vm vm;
    private final Vcpu vcpu;
    private final Core core;
    private final Guest guest;
    private final Map<Integer, Boolean> hugePages = new HashMap<>();

    private int step;
    private int exits;
    private boolean over;

    public Runner(Machine machine) {
        this(machine, new EventLog(machine.initialState()), 0, false);
        machine.memslots().forEach(this::rememberBacking);
    }

    private Runner(Machine machine, EventLog log, int step, boolean started) {
        this(machine, log, log::append, step, started);
    }

    private Runner(Machine machine, EventLog log, Recorder.Sink sink, int step, boolean started) {
        this.machine = machine;
        this.log = log;
        this.step = step;
        recorder = new Recorder(log.last(), sink);
        vm = new Vm(recorder, machine.mmuPages() != 0);
        vcpu = new Vcpu(vm);
        core = new Core(machine.mode() == Mode.LONG);
        Agent agent = machine.agent();
        guest =
                agent == null
                        ? new BareGuest(recorder, vcpu, core, new Devices())
                        : new AgentGuest(
                                agent,
                                machine.mode(),
                                recorder,
                                vcpu,
                                core,
                                new Devices(),
                                started);
    }

    /// A runner that shares a past with another run and goes on differently from there.
    ///
    /// In the middle of a step the rest of that step does not happen: whatever was about to be
    /// emulated or injected is dropped.
    ///
    /// @param past the other run, of the same machine
    /// @param upTo a position in it, 0 to `past.size()`
    public static Runner fork(Machine machine, Timeline past, int upTo) {
        Runner runner =
                new Runner(
                        machine,
                        new EventLog(past, upTo),
                        Math.max(past.stepOf(upTo), 0),
                        upTo > 0);
        for (int i = 0; i < upTo; i++) {
            if (past.event(i) instanceof MmuEvent.MemslotsChanged(_, Memslots now)) {
                now.slots().forEach(runner::rememberBacking);
            }
        }
        past.at(0).slots().slots().forEach(runner::rememberBacking);
        return runner;
    }

    /// A slot's number keeps the host memory it got first, with its kind of pages.
    private void rememberBacking(Memslot slot) {
        hugePages.putIfAbsent(slot.id(), slot.hugePages());
    }

    /// Runs all steps of a scenario, or those up to the one at which the virtual machine fails. No
    /// record is kept: every event goes to `sink` and is forgotten, so that a run may be of any
    /// length.
    public static void run(Scenario scenario, Recorder.Sink sink) {
        Machine machine = scenario.machine();
        EventLog start = new EventLog(machine.initialState());
        Runner runner = new Runner(machine, start, sink, 0, false);
        machine.memslots().forEach(runner::rememberBacking);
        runner.start();
        for (Step next : scenario.steps()) {
            if (runner.isOver()) {
                return;
            }
            runner.run(next);
        }
    }

    /// Step 0: the guest starts.
    public Outcome start() {
        recorder.emit(new MmuEvent.StepStarted(0, "start"));
        return end(
                orFatal(() -> {
                    guest.start();
                    return new Outcome.Done();
                }));
    }

    /// Does the next step.
    ///
    /// @throws IllegalStateException if the virtual machine has failed before
    public Outcome run(Step next) {
        if (over) {
            throw new IllegalStateException("the virtual machine has failed in step " + step);
        }
        step++;
        exits = 0;
        recorder.emit(new MmuEvent.StepStarted(step, next.words(machine.mode())));
        next.access().ifPresent(access -> recorder.emit(new MmuEvent.AccessStarted(access)));
        return end(next.runsGuest() ? orFatal(() -> guest.run(next)) : byHost(next));
    }

    private Outcome orFatal(Supplier<Outcome> guests) {
        try {
            return guests.get();
        } catch (Failure failure) {
            recorder.emit(new MmuEvent.RunFailed(failure.kernelWords()));
            return new Outcome.Fatal(failure.reason());
        }
    }

    /// Whether the virtual machine has failed, so that no further step is possible.
    public boolean isOver() {
        return over;
    }

    /// The run up to now.
    public Timeline timeline() {
        return log.timeline();
    }

    private Outcome end(Outcome outcome) {
        machine.watches().forEach(watch -> vm.host().look(watch.at(), watch.bytes()));
        recorder.emit(new MmuEvent.StepEnded(step, outcome));
        if (outcome instanceof Outcome.Fatal) {
            over = true;
            vm.destroy();
            vcpu.unload();
        }
        return outcome;
    }

    private Outcome byHost(Step next) {
        HostSide host = vm.host();
        return switch (next) {
            case Step.SetMemslot slot -> setMemslot(slot);
            case Step.DirtyLog(var id) -> {
                List<Gfn> dirty = vm.dirtyLog(id);
                yield dirty == null
                        ? new Outcome.Refused("dirtylog", Vm.noDirtyLog())
                        : new Outcome.DirtyFrames(dirty);
            }
            case Step.Poke(var at, var bytes, var value) ->
                    host.poke(at, bytes, value) ? new Outcome.Done() : outside(at, bytes);
            case Step.Discard(var at, var bytes) ->
                    host.discard(at, bytes) ? new Outcome.Done() : outside(at, bytes);
            default -> throw new IllegalArgumentException(next + " is not done by the host");
        };
    }

    /// The recorder gives up where it finds no memory, or is told to discard from the middle of a
    /// page.
    private static Outcome outside(Gpa at, long bytes) {
        return new Outcome.Fatal(PROBLEMS.get("guest.outside", Hex.prefixed(bytes), at));
    }

    private Outcome setMemslot(Step.SetMemslot slot) {
        int errno;
        if (malformed(slot)) {
            errno = EINVAL;
        } else if (slot.bytes() == 0) {
            errno = vm.delete(slot.id());
        } else {
            boolean huge = hugePages.computeIfAbsent(slot.id(), _ -> slot.hugePages());
            errno =
                    vm.set(
                            new Memslot(
                                    slot.id(),
                                    slot.base().gfn(),
                                    slot.bytes() / Page.SIZE,
                                    slot.readOnly(),
                                    slot.logDirty(),
                                    huge));
        }
        return errno == 0 ? new Outcome.Done() : new Outcome.Refused("memslot", errno);
    }

    /// What `KVM_SET_USER_MEMORY_REGION` refuses before it looks at the memslots: parts of pages,
    /// and a range that runs over the end of the address space.
    private static boolean malformed(Step.SetMemslot slot) {
        long base = slot.base().raw();
        return slot.base().offset() != 0
                || slot.bytes() % Page.SIZE != 0
                || Long.compareUnsigned(base + slot.bytes(), base) < 0;
    }

    /// Devices: they answer every read with the same value and swallow every write.
    private final class Devices implements Owner {

        @Override
        public long read(Gpa at, int bytes) {
            long value =
                    bytes == 8 ? machine.mmioValue() : machine.mmioValue() & (1L << bytes * 8) - 1;
            exited(new MmuEvent.MmioExited(false, bytes, at, value));
            return value;
        }

        @Override
        public void write(Gpa at, int bytes, long value) {
            exited(new MmuEvent.MmioExited(true, bytes, at, value));
        }

        private void exited(MmuEvent.MmioExited exit) {
            recorder.emit(exit);
            exits++;
            if (exits > MAX_EXITS) {
                throw new Failure(PROBLEMS.get("guest.devices"), "too many exits");
            }
        }
    }
}
