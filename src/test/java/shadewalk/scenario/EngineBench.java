package shadewalk.scenario;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;
import shadewalk.mmu.HardwareWalker;
import shadewalk.mmu.Recorder;
import shadewalk.mmu.Vcpu;
import shadewalk.x86.Access;

/// What the engine does most: translating through entries that are there, and handling faults with
/// everything recorded.
@org.openjdk.jmh.annotations.State(Scope.Thread)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBench {

    private HardwareWalker hardware =
            new HardwareWalker(new Recorder(MappedGuest.start(), (_, _) -> {}));
    private final shadewalk.state.State start = MappedGuest.start();
    private long random = 88_172_645_463_325_252L;

    /// How many events there were.
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @org.openjdk.jmh.annotations.State(Scope.Thread)
    public static class Events {

        public long events;
    }

    /// Maps every page and marks it used.
    @Setup(Level.Trial)
    public void map() {
        Vcpu vcpu = MappedGuest.enter(new Recorder(start, (_, _) -> {}));
        MappedGuest.fault(vcpu, MappedGuest.PAGES);
        hardware = vcpu.hardware();
        for (int page = 0; page < MappedGuest.PAGES; page++) {
            hardware.translate(write(page));
        }
    }

    private static Access write(int page) {
        return new Access(MappedGuest.address(page), Access.Kind.WRITE, false);
    }

    /// One access to a page chosen at random.
    @Benchmark
    public long warmAccess() {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        return hardware.translate(write((int) (random & MappedGuest.PAGES - 1)));
    }

    /// One fault on a page of a table that is shadowed already or, once in 512 times, is not.
    @Benchmark
    @OperationsPerInvocation(MappedGuest.PAGES)
    public int fault(Events count) {
        EventLog log = new EventLog(start);
        MappedGuest.fault(MappedGuest.enter(new Recorder(start, log::append)), MappedGuest.PAGES);
        count.events += log.timeline().size();
        return log.timeline().size();
    }
}
