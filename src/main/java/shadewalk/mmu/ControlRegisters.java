package shadewalk.mmu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Field;
import shadewalk.state.MmuEvent;
import shadewalk.state.Registers;
import shadewalk.state.Registers.Name;
import shadewalk.state.Request;
import shadewalk.x86.Cr0;
import shadewalk.x86.Cr4;
import shadewalk.x86.Efer;
import shadewalk.x86.Gpa;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.PagingMode;

/// What loading a control register does to the MMU.
///
/// Each load answers false where the processor raises a general-protection fault instead; nothing
/// has changed then.
///
/// Source: `arch/x86/kvm/x86.c`, v6.1: `kvm_set_cr0`, `kvm_set_cr3`, `kvm_set_cr4`, `set_efer`,
/// `load_pdptrs`.
public final class ControlRegisters {

    /// What of a value counts when CR0 or CR4 is loaded (`mk_cr_64`).
    private static final Field LOW = new Field("low", 31, 0);

    private static final Field CR3_BEYOND = new Field("reserved", 62, ReservedBits.PHYSICAL_BITS);
    private static final Field NO_FLUSH = Field.bit("no-flush", 63);

    /// CR4 bits the guest's processor does not have.
    static final long CR4_RESERVED =
            ~Cr4.LAYOUT.named()
                    | Cr4.UMIP.mask()
                    | Cr4.LA57.mask()
                    | Cr4.PCIDE.mask()
                    | Cr4.PKE.mask();

    private static final long EFER_RESERVED =
            ~(Efer.SCE.mask()
                    | Efer.LME.mask()
                    | Efer.LMA.mask()
                    | Efer.NX.mask()
                    | Efer.SVME.mask()
                    | Efer.LMSLE.mask());

    /// EFER bits that the processor of the recordings has; KVM lets a guest set LMSLE besides.
    private static final long EFER_OF_PROCESSOR =
            Efer.SCE.mask()
                    | Efer.LME.mask()
                    | Efer.LMA.mask()
                    | Efer.NX.mask()
                    | Efer.SVME.mask()
                    | Efer.FFXSR.mask();

    private static final long CR0_ROLE_BITS = Cr0.PG.mask() | Cr0.WP.mask();
    private static final long CR0_PDPTR_BITS = Cr0.CD.mask() | Cr0.NW.mask() | Cr0.PG.mask();
    private static final long CR4_ROLE_BITS =
            Cr4.PSE.mask()
                    | Cr4.PAE.mask()
                    | Cr4.LA57.mask()
                    | Cr4.SMEP.mask()
                    | Cr4.SMAP.mask()
                    | Cr4.PKE.mask();
    private static final long CR4_PDPTR_BITS =
            Cr4.PGE.mask() | Cr4.PSE.mask() | Cr4.PAE.mask() | Cr4.SMEP.mask();
    private static final long EFER_ROLE_BITS = Efer.LME.mask() | Efer.NX.mask();

    private final Recorder recorder;
    private final GuestMemory memory;
    private final RootLoader roots;

    ControlRegisters(Recorder recorder, GuestMemory memory, RootLoader roots) {
        this.recorder = recorder;
        this.memory = memory;
        this.roots = roots;
    }

    /// MOV to CR0. Kernel: x86.c, kvm_set_cr0, kvm_post_set_cr0.
    ///
    /// @param longCode whether the running code is 64-bit code
    public boolean loadCr0(long value, boolean longCode) {
        long old = registers().cr0();
        long now = Cr0.ET.set(LOW.of(value)) & Cr0.LAYOUT.named();
        boolean paging = Cr0.PG.in(now);
        if (Cr0.NW.in(now) && !Cr0.CD.in(now)
                || paging && !Cr0.PE.in(now)
                || !paging && longMode() && longCode) {
            return false;
        }
        boolean startsLongMode = registers().efer(Efer.LME) && paging && !Cr0.PG.in(old);
        if (startsLongMode && (longCode || !registers().cr4(Cr4.PAE))) {
            return false;
        }
        boolean reloads =
                !registers().efer(Efer.LME)
                        && paging
                        && registers().cr4(Cr4.PAE)
                        && ((now ^ old) & CR0_PDPTR_BITS) != 0;
        if (reloads && !loadPdptrs(registers().cr3())) {
            return false;
        }
        load(Name.CR0, now);
        if (registers().efer(Efer.LME)) {
            load(Name.EFER, Efer.LMA.put(registers().efer(), paging));
        }
        if (Cr0.PG.in(old) && !paging) {
            recorder.request(Request.TLB_FLUSH_GUEST);
        }
        if (((now ^ old) & CR0_ROLE_BITS) != 0) {
            roots.unload();
        }
        return true;
    }

    /// Whether the guest loads CR0 without leaving: KVM watches it only for bits other than TS and
    /// MP, as long as the processor runs with the guest's own CR0 (`svm_set_cr0`, the selective CR0
    /// write intercept). Kernel: svm.c, check_selective_cr0_intercepted.
    public boolean loadsCr0Natively(long value) {
        long old = registers().cr0();
        boolean own = Cr0.PG.in(old) && Cr0.WP.in(old) && !Cr0.CD.in(old) && !Cr0.NW.in(old);
        return own && Cr0.MP.clear(Cr0.TS.clear(LOW.of(value) ^ old)) == 0;
    }

    /// Such a load.
    public void loadCr0Natively(long value) {
        load(Name.CR0, LOW.of(value) & Cr0.LAYOUT.named());
    }

    /// Whether general-protection faults leave the guest, for an erratum of processors on which SVM
    /// instructions are enabled (`svm_gp_erratum_intercept`). Kernel: svm.c, svm_set_efer,
    /// gp_interception.
    public boolean interceptsGeneralProtection() {
        return registers().efer(Efer.SVME);
    }

    /// Whether EFER has bits that the processor does not know, so that VMRUN refuses the guest.
    public boolean hasUnknownEfer() {
        return (registers().efer() & ~EFER_OF_PROCESSOR) != 0;
    }

    /// MOV to CR3. Kernel: x86.c, kvm_set_cr3.
    public boolean loadCr3(long value) {
        long old = registers().cr3();
        boolean pae = registers().mode() == PagingMode.PAE;
        if (value != old || pae) {
            if (longMode() && (CR3_BEYOND.in(value) || NO_FLUSH.in(value))) {
                return false;
            }
            if (pae && !loadPdptrs(value)) {
                return false;
            }
            if (value != old) {
                roots.switchTo(value);
            }
            load(Name.CR3, value);
        }
        recorder.request(Request.MMU_SYNC);
        recorder.request(Request.TLB_FLUSH_CURRENT);
        return true;
    }

    /// MOV to CR4. Kernel: x86.c, kvm_set_cr4, kvm_post_set_cr4.
    public boolean loadCr4(long written) {
        long value = LOW.of(written);
        long old = registers().cr4();
        if ((value & CR4_RESERVED) != 0) {
            return false;
        }
        if (longMode()) {
            if (!Cr4.PAE.in(value)) {
                return false;
            }
        } else if (registers().cr0(Cr0.PG)
                && Cr4.PAE.in(value)
                && ((value ^ old) & CR4_PDPTR_BITS) != 0
                && !loadPdptrs(registers().cr3())) {
            return false;
        }
        load(Name.CR4, value);
        if (((value ^ old) & CR4_ROLE_BITS) != 0) {
            roots.unload();
        }
        if (Cr4.PGE.in(value ^ old)) {
            recorder.request(Request.TLB_FLUSH_GUEST);
        } else if (Cr4.PAE.in(value ^ old) || Cr4.SMEP.in(value) && !Cr4.SMEP.in(old)) {
            recorder.request(Request.TLB_FLUSH_CURRENT);
        }
        return true;
    }

    /// WRMSR to EFER. Kernel: x86.c, set_efer.
    public boolean loadEfer(long value) {
        long old = registers().efer();
        if ((value & EFER_RESERVED) != 0 || registers().cr0(Cr0.PG) && Efer.LME.in(value ^ old)) {
            return false;
        }
        load(Name.EFER, Efer.LMA.put(value, Efer.LMA.in(old)));
        if (((value ^ old) & EFER_ROLE_BITS) != 0) {
            roots.unload();
        }
        return true;
    }

    /// Remembers the address of a page fault that is being delivered.
    public void loadCr2(long address) {
        load(Name.CR2, address);
    }

    /// Loads the four PAE pointers. If they differ from those in use, the current root goes.
    /// Kernel: x86.c, load_pdptrs.
    private boolean loadPdptrs(long cr3) {
        List<Long> now = pdptrs(cr3, at -> memory.read(at, 8));
        if (now == null) {
            return false;
        }
        List<Long> was = registers().pdptrs();
        if (!was.equals(now)) {
            roots.unloadCurrent();
            recorder.emit(new MmuEvent.PdptrsLoaded(was, now));
        }
        return true;
    }

    /// The four PAE pointers as they stand in memory; null if one of them is malformed or their
    /// table lies nowhere.
    public static @Nullable List<Long> pdptrs(long cr3, Function<Gpa, @Nullable Long> memory) {
        List<Long> pointers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Long pointer = memory.apply(new Gpa(PagingMode.PAE.root(cr3).raw() + i * 8L));
            if (pointer == null
                    || GuestEntry.P.in(pointer) && (pointer & ReservedBits.pdpteMask()) != 0) {
                return null;
            }
            pointers.add(pointer);
        }
        return pointers;
    }

    private boolean longMode() {
        return registers().efer(Efer.LMA);
    }

    private void load(Name name, long now) {
        long was = registers().get(name);
        if (was != now) {
            recorder.emit(new MmuEvent.RegisterLoaded(name, was, now));
        }
    }

    private Registers registers() {
        return recorder.now().cpu().registers();
    }
}
