package shadewalk.cpu;

import static shadewalk.text.Texts.PROBLEMS;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Hex;
import shadewalk.mmu.EmulatedMemory;
import shadewalk.mmu.EmulatedMemory.Place;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;
import shadewalk.x86.Page;

/// The bytes of an instruction as KVM's emulator fetches them, a page at a time.
final class EmulatedFetch implements CodeBytes.Source {

    private final Core core;
    private final EmulatedMemory memory;
    private final ByteArrayOutputStream fetched = new ByteArrayOutputStream();
    private @Nullable Gfn frame;
    private long pageOf = -1;

    EmulatedFetch(Core core, EmulatedMemory memory) {
        this.core = core;
        this.memory = memory;
    }

    /// What could be fetched.
    String text() {
        return Hex.bytes(fetched.toByteArray());
    }

    /// Kernel: emulate.c, __do_insn_fetch_bytes.
    @Override
    public int at(int index) throws Interruption {
        long address = Sizes.low(core.rip() + index, core.addressBytes());
        Gva start = new Gva(address).page();
        if (frame == null || pageOf != start.raw()) {
            Place place = memory.fetch(new Gva(address));
            Gpa gpa = place.gpa();
            if (gpa == null) {
                throw new Interruption(
                        new Interruption.NotFetched(new Gva(address), place.faultCode(), text()));
            }
            frame = gpa.gfn();
            pageOf = start.raw();
        }
        Long value = memory.load(frame.at(Page.OFFSET.intOf(address)), 1);
        if (value == null) {
            throw new Interruption(
                    new Interruption.NotEmulated(text(), PROBLEMS.get("guest.no-memory")));
        }
        if (index == fetched.size()) {
            fetched.write(value.intValue());
        }
        return (int) (value & 0xff);
    }
}
