package shadewalk.cpu;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shadewalk.mmu.EmulatedMemory;
import shadewalk.mmu.EmulatedMemory.Place;
import shadewalk.mmu.Recorder;
import shadewalk.mmu.Vcpu;
import shadewalk.state.MmuEvent;
import shadewalk.state.MmuEvent.Code;
import shadewalk.state.MmuEvent.Mmio;
import shadewalk.x86.Cr0;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;
import shadewalk.x86.PageFault;

/// KVM's instruction emulator.
///
/// It fetches the instruction through the guest's tables, and so with a walk of its own; so does
/// every access to data. A device access ends at the owner of the virtual machine, who answers it
/// at once.
///
/// Source: `arch/x86/kvm/x86.c`, `x86_emulate_instruction`, `emulator_read_write`,
/// `emulator_cmpxchg_emulated`; `arch/x86/kvm/emulate.c`; v6.1.
final class Emulator implements Bus {

    private final Recorder recorder;
    private final Vcpu vcpu;
    private final Core core;
    private final EmulatedMemory memory;
    private final Owner owner;
    private final LastExit lastExit;
    private final List<Part> deviceWrites = new ArrayList<>();

    /// The bytes of the instruction that is looked at.
    private CodeBytes code = CodeBytes.nowhere();

    Emulator(Recorder recorder, Vcpu vcpu, Core core, Owner owner, LastExit lastExit) {
        this.recorder = recorder;
        this.vcpu = vcpu;
        this.core = core;
        this.owner = owner;
        this.lastExit = lastExit;
        this.memory = vcpu.emulatedMemory();
    }

    /// A stretch of an access that a device answers.
    private record Part(Gpa gpa, int bytes, long value) {}

    /// Emulates the instruction at the instruction pointer. Kernel: x86.c, x86_emulate_instruction.
    ///
    /// @param known the instruction, where the processor has handed it over and none must be
    ///   fetched
    /// @param fault the address of the page fault that led here, or null
    /// @param retryAllowed whether the guest may try again instead
    void emulate(@Nullable Instruction known, @Nullable Gva fault, boolean retryAllowed) {
        vcpu.exceptions().clear();
        try {
            Instruction instruction = decoded(known);
            if (!retries(instruction, fault, retryAllowed)) {
                memory.emulates(instruction.hasOneOperandInMemory() ? fault : null);
                execute(instruction);
            }
        } catch (Interruption interruption) {
            deviceWrites.clear();
            giveUp(interruption.why(), retryAllowed ? fault : null);
        } finally {
            memory.emulated();
        }
    }

    /// @param again the address that the guest may try again natively, or null
    private void giveUp(Interruption.Why why, @Nullable Gva again) {
        switch (why) {
            case Interruption.NotFetched(var address, var error) -> {
                if (again == null || !memory.reexecuteInstead(again)) {
                    vcpu.queuePageFault(address, error);
                }
            }
            case Interruption.GuestPageFault(var address, var error) ->
                    vcpu.queuePageFault(address, error);
            case Interruption.GeneralProtection _ -> vcpu.exceptions().queueGeneralProtection();
            case Interruption.NotEmulated(var reason) -> {
                if (again == null || !memory.reexecuteInstead(again)) {
                    fail(reason);
                }
            }
            // Begun anew, natively, from the same instruction pointer.
            case Interruption.CompareExchangeFailed _,
                    Interruption.PageFaultExit _,
                    Interruption.BadDescriptor _ -> {}
        }
    }

    /// Whether the guest is to try again natively instead; in any case what it tried last is
    /// remembered or forgotten. Kernel: x86.c, retry_instruction.
    private boolean retries(Instruction instruction, @Nullable Gva fault, boolean allowed) {
        return memory.retryInstead(
                allowed && fault != null,
                instruction.operation().writesTables(),
                new Gva(core.rip()),
                fault == null ? new Gva(0) : fault);
    }

    /// The guest's own programs get an exception; the failure of its kernel ends the machine.
    /// Kernel: x86.c, handle_emulation_failure.
    private void fail(String reason) {
        tell(true);
        if (!core.user()) {
            throw lastExit.internalError(reason);
        }
        vcpu.exceptions().queueInvalidOpcode();
    }

    private void tell(boolean failed) {
        recorder.emit(
                new MmuEvent.InstructionEmulated(
                        new Gva(core.rip()), code.text(), kindOfCode(), failed));
    }

    private Code kindOfCode() {
        if (core.longMode()) {
            return Code.LONG;
        }
        return recorder.now().cpu().registers().cr0(Cr0.PE) ? Code.PROTECTED : Code.REAL;
    }

    /// Moves the instruction pointer past an instruction whose effect is done already. Kernel:
    /// svm.c, __svm_skip_emulated_instruction.
    ///
    /// @param known the instruction, or null if it must be fetched
    /// @return false if it cannot be
    boolean skip(@Nullable Instruction known) {
        vcpu.exceptions().clear();
        try {
            core.setRip(core.rip() + decoded(known).length());
            return true;
        } catch (Interruption _) {
            tell(true);
            return false;
        }
    }

    /// The same for an instruction that cannot be begun anew.
    void skipOrStop(@Nullable Instruction known) {
        if (!skip(known)) {
            throw lastExit.internalError(PROBLEMS.get("guest.no-skip"));
        }
    }

    /// Fetches and decodes the instruction, and no more.
    void look() {
        try {
            decoded(null);
        } catch (Interruption _) {
            // Nothing is to be done with it anyway.
            return;
        }
    }

    /// Kernel: x86.c, x86_decode_emulated_instruction.
    private Instruction decoded(@Nullable Instruction known) throws Interruption {
        if (known != null) {
            code = known.code();
            return known;
        }
        code = new CodeBytes(new EmulatedFetch(core, memory));
        try {
            return Decoder.decode(code, core.longMode());
        } finally {
            tell(false);
        }
    }

    private void execute(Instruction instruction) throws Interruption {
        if (instruction.operation() == Operation.MOV_TO_CR) {
            loadControlRegister(instruction);
        } else if (instruction.operation() == Operation.INVLPG
                && instruction.source() instanceof Operand.Memory place) {
            vcpu.invlpg(new Gva(Execution.address(core, instruction, place)));
            core.setRip(core.rip() + instruction.length());
        } else if (!new Execution(core, this, instruction).run()) {
            throw notModelled(instruction);
        }
        for (Part part : deviceWrites) {
            owner.write(part.gpa(), part.bytes(), part.value());
            lastExit.deviceAccessed(part.gpa());
        }
        deviceWrites.clear();
    }

    /// Kernel: emulate.c, em_cr_write; x86.c, emulator_set_cr.
    private void loadControlRegister(Instruction instruction) throws Interruption {
        if (!(instruction.target() instanceof Operand.Register(var control))
                || instruction.source() instanceof Operand.Memory) {
            throw notModelled(instruction);
        }
        long value = Execution.value(core, instruction.source(), core.addressBytes());
        boolean done =
                switch (control) {
                    case 0 -> vcpu.registers().loadCr0(value, core.longMode());
                    case 3 -> vcpu.registers().loadCr3(value);
                    case 4 -> vcpu.registers().loadCr4(value);
                    default -> false;
                };
        if (!done) {
            throw Interruption.generalProtection();
        }
        core.setRip(core.rip() + instruction.length());
    }

    private static Interruption notModelled(Instruction instruction) {
        return new Interruption(new Interruption.NotEmulated(instruction.unknown()));
    }

    /// Kernel: x86.c, emulator_read_emulated.
    @Override
    public long load(long address, int bytes) throws Interruption {
        checkCanonical(address, bytes);
        List<Part> devices = new ArrayList<>();
        int first = NativeBus.firstPart(address, bytes);
        long value = loadPart(address, first, devices, 0);
        if (first < bytes) {
            long second = Sizes.low(address + first, core.addressBytes());
            value |= loadPart(second, bytes - first, devices, first) << first * 8;
        }
        if (devices.isEmpty()) {
            return value;
        }
        Gpa start = devices.getFirst().gpa();
        // The kernel tells the first device address, but the length of the last part.
        int told = first < bytes ? bytes - first : bytes;
        recorder.emit(new MmuEvent.MmioSeen(Mmio.UNSATISFIED_READ, told, start, 0));
        for (Part part : devices) {
            long answer = owner.read(part.gpa(), part.bytes());
            lastExit.deviceAccessed(part.gpa());
            int shift = (int) part.value() * 8;
            value = value & ~(Sizes.mask(part.bytes()) << shift) | answer << shift;
        }
        recorder.emit(new MmuEvent.MmioSeen(Mmio.READ, bytes, start, value));
        return value;
    }

    /// Loads within one page; what a device must answer is put on the list, with its distance from
    /// the first byte of the access in place of a value. Kernel: x86.c,
    /// emulator_read_write_onepage.
    private long loadPart(long address, int bytes, List<Part> devices, int distance)
            throws Interruption {
        Reached reached = reach(address, false);
        Long value = reached.device() ? null : memory.load(reached.gpa(), bytes);
        if (value == null) {
            devices.add(new Part(reached.gpa(), bytes, distance));
            return 0;
        }
        return value;
    }

    /// A page fault of such a load is told to the guest as that of a write.
    @Override
    public long loadToChange(long address, int bytes) throws Interruption {
        try {
            return load(address, bytes);
        } catch (Interruption interruption) {
            if (interruption.why() instanceof Interruption.GuestPageFault(var at, var error)) {
                throw new Interruption(new Interruption.GuestPageFault(at, PageFault.W.set(error)));
            }
            throw interruption;
        }
    }

    /// Kernel: x86.c, emulator_write_emulated.
    @Override
    public void store(long address, int bytes, long value) throws Interruption {
        checkCanonical(address, bytes);
        int first = NativeBus.firstPart(address, bytes);
        storePart(address, first, Sizes.low(value, first));
        if (first < bytes) {
            long second = Sizes.low(address + first, core.addressBytes());
            storePart(second, bytes - first, value >>> first * 8);
        }
    }

    /// Kernel: x86.c, emulator_read_write_onepage.
    private void storePart(long address, int bytes, long value) throws Interruption {
        Reached reached = reach(address, true);
        if (!reached.device() && memory.store(reached.gpa(), bytes, value)) {
            return;
        }
        recorder.emit(new MmuEvent.MmioSeen(Mmio.WRITE, bytes, reached.gpa(), value));
        deviceWrites.add(new Part(reached.gpa(), bytes, value));
    }

    /// A compare-and-exchange on the memory itself, if it is memory; else a plain write. Kernel:
    /// x86.c, emulator_cmpxchg_emulated.
    @Override
    public void exchange(long address, int bytes, long expected, long value) throws Interruption {
        Gpa gpa = memory.write(new Gva(address)).gpa();
        if (gpa == null
                || NativeBus.firstPart(address, bytes) < bytes
                || !memory.exchangeable(gpa)) {
            store(address, bytes, value);
            return;
        }
        Long current = memory.load(gpa, bytes);
        if (current == null || current != expected) {
            throw new Interruption(new Interruption.CompareExchangeFailed());
        }
        memory.store(gpa, bytes, value);
    }

    /// Where a data access goes; a fault of the guest's own interrupts.
    private Reached reach(long address, boolean write) throws Interruption {
        Place place = memory.data(new Gva(address), write);
        Gpa gpa = place.gpa();
        if (gpa == null) {
            throw new Interruption(
                    new Interruption.GuestPageFault(new Gva(address), place.faultCode()));
        }
        return new Reached(gpa, place.device());
    }

    /// A place that an access may go to.
    private record Reached(Gpa gpa, boolean device) {}

    /// Kernel: emulate.c, __linearize.
    private void checkCanonical(long address, int bytes) throws Interruption {
        if (core.longMode()
                && !(NativeBus.canonical(address) && NativeBus.canonical(address + bytes - 1))) {
            throw Interruption.generalProtection();
        }
    }
}
