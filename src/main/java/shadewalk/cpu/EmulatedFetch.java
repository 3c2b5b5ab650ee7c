package shadewalk.cpu;

import static shadewalk.text.Texts.PROBLEMS;

import org.jspecify.annotations.Nullable;
import shadewalk.mmu.EmulatedMemory;
import shadewalk.mmu.EmulatedMemory.Place;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;

/// The bytes of an instruction as KVM's emulator fetches them, with one walk for each page.
final class EmulatedFetch implements CodeBytes.Source {

    private final Core core;
    private final EmulatedMemory memory;
    private @Nullable Gfn frame;
    private long pageOf = -1;

    EmulatedFetch(Core core, EmulatedMemory memory) {
        this.core = core;
        this.memory = memory;
    }

    /// Kernel: emulate.c, __do_insn_fetch_bytes.
    @Override
    public int at(int index) throws Interruption {
        Gva address = new Gva(Sizes.low(core.rip() + index, core.addressBytes()));
        if (frame == null || pageOf != address.page().raw()) {
            Place place = memory.fetch(address);
            Gpa gpa = place.gpa();
            if (gpa == null) {
                throw new Interruption(new Interruption.NotFetched(address, place.faultCode()));
            }
            frame = gpa.gfn();
            pageOf = address.page().raw();
        }
        Long value = memory.load(frame.at(address.offset()), 1);
        if (value == null) {
            throw new Interruption(new Interruption.NotEmulated(PROBLEMS.get("guest.no-memory")));
        }
        return (int) (value & 0xff);
    }
}
