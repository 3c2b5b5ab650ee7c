package shadewalk.cpu;

import shadewalk.mmu.HardwareWalker;
import shadewalk.mmu.Recorder;
import shadewalk.mmu.Vcpu;
import shadewalk.x86.Access;
import shadewalk.x86.Access.Kind;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gva;
import shadewalk.x86.Hpa;
import shadewalk.x86.Page;

/// Memory as the processor reaches it by itself: through the shadow tables.
///
/// An access that crosses a page is made to both pages before anything is changed; the fault of the
/// second names that page's first byte. As on the processor of the recordings, in 32-bit code that
/// byte may be the one at 4 GiB, and in 64-bit code each page is asked whether it is canonical only
/// when its turn comes.
final class NativeBus implements Bus {

    private final Recorder recorder;
    private final Vcpu vcpu;
    private final Core core;

    NativeBus(Recorder recorder, Vcpu vcpu, Core core) {
        this.recorder = recorder;
        this.vcpu = vcpu;
        this.core = core;
    }

    @Override
    public long load(long address, int bytes) throws Interruption {
        return load(address, bytes, access(address, Kind.READ));
    }

    @Override
    public void store(long address, int bytes, long value) throws Interruption {
        store(address, bytes, value, access(address, Kind.WRITE));
    }

    /// Loads with supervisor rights, whatever the code that runs may do: what the processor reads
    /// for itself while it delivers an event.
    long loadForDelivery(long address, int bytes) throws Interruption {
        return load(address, bytes, supervisor(address, Kind.READ));
    }

    void storeForDelivery(long address, int bytes, long value) throws Interruption {
        store(address, bytes, value, supervisor(address, Kind.WRITE));
    }

    /// One byte of an instruction.
    int fetch(long address) throws Interruption {
        return (int) read(translate(access(address, Kind.FETCH)), 1);
    }

    private Access access(long address, Kind kind) {
        return new Access(new Gva(address), kind, core.user(), core.alignmentCheck());
    }

    private Access supervisor(long address, Kind kind) {
        boolean lifted = !core.user() && core.alignmentCheck();
        return new Access(new Gva(address), kind, false, lifted);
    }

    private long load(long address, int bytes, Access access) throws Interruption {
        int first = firstPart(address, bytes);
        Hpa low = translate(access);
        if (first == bytes) {
            return read(low, bytes);
        }
        Hpa high = translate(access.at(new Gva(address + first)));
        return read(low, first) | read(high, bytes - first) << first * 8;
    }

    private void store(long address, int bytes, long value, Access access) throws Interruption {
        int first = firstPart(address, bytes);
        Hpa low = translate(access);
        Gfn lowFrame = vcpu.hardware().frameOf(access.gva());
        if (first == bytes) {
            write(lowFrame, low, bytes, value);
            return;
        }
        Gva second = new Gva(address + first);
        Hpa high = translate(access.at(second));
        Gfn highFrame = vcpu.hardware().frameOf(second);
        write(lowFrame, low, first, Sizes.low(value, first));
        write(highFrame, high, bytes - first, value >>> first * 8);
    }

    /// How many of the bytes lie in the first page.
    static int firstPart(long address, int bytes) {
        return Math.min(bytes, Page.SIZE - Page.OFFSET.intOf(address));
    }

    static boolean canonical(long address) {
        return address << 16 >> 16 == address;
    }

    private Hpa translate(Access access) throws Interruption {
        if (core.longMode() && !canonical(access.gva().raw())) {
            throw Interruption.generalProtection();
        }
        long answer = vcpu.hardware().translate(access);
        if (HardwareWalker.isFault(answer)) {
            throw new Interruption(
                    new Interruption.PageFaultExit(access.gva(), HardwareWalker.errorCode(answer)));
        }
        return new Hpa(answer);
    }

    private long read(Hpa at, int bytes) {
        return recorder.now().memory().read(at.pfn(), at.offset(), bytes);
    }

    private void write(Gfn gfn, Hpa at, int bytes, long value) {
        vcpu.storeNatively(gfn.at(at.offset()), at.pfn(), bytes, value);
    }
}
