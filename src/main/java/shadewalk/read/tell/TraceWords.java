package shadewalk.read.tell;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Hex;
import shadewalk.read.Told;
import shadewalk.state.Acc;
import shadewalk.state.MmuEvent;
import shadewalk.state.PageSummary;
import shadewalk.state.Spte;
import shadewalk.x86.PageFault;

/// Says an event as the kernel's tracepoint of it prints it, such as `kvm_mmu_walker_error: pferr 6
/// W|U`.
///
/// Source: `arch/x86/kvm/mmu/mmutrace.h`, `arch/x86/kvm/trace.h` and `include/trace/events/kvm.h`,
/// v6.1.
public final class TraceWords {

    private static final Map<Integer, String> VECTORS =
            Map.ofEntries(
                    Map.entry(0, "#DE"),
                    Map.entry(1, "#DB"),
                    Map.entry(3, "#BP"),
                    Map.entry(4, "#OF"),
                    Map.entry(5, "#BR"),
                    Map.entry(6, "#UD"),
                    Map.entry(7, "#NM"),
                    Map.entry(8, "#DF"),
                    Map.entry(10, "#TS"),
                    Map.entry(11, "#NP"),
                    Map.entry(12, "#SS"),
                    Map.entry(13, "#GP"),
                    Map.entry(14, "#PF"),
                    Map.entry(16, "#MF"),
                    Map.entry(17, "#AC"),
                    Map.entry(18, "#MC"));

    private final HostNaming names;

    /// Words that show host addresses as `names` has it.
    public TraceWords(HostNaming names) {
        this.names = names;
    }

    /// The line of the event's tracepoint, or null where the kernel prints nothing.
    public @Nullable String of(MmuEvent event) {
        Told told = Told.of(event);
        return told.printed() ? told.tracepoint() + ": " + values(event) : null;
    }

    /// What stands behind the tracepoint's name; nothing where the kernel prints nothing.
    private String values(MmuEvent event) {
        return switch (event) {
            case MmuEvent.Note note -> ofNote(note);
            case MmuEvent.OfShadow change -> ofShadow(change);
            case MmuEvent.OfCpu _, MmuEvent.OfHost _, MmuEvent.Counted _ -> "";
        };
    }

    private String ofNote(MmuEvent.Note note) {
        return switch (note) {
            case MmuEvent.PageFaultTaken e ->
                    "vcpu 0 rip "
                            + Hex.prefixed(e.rip().raw())
                            + " address "
                            + Hex.padded(e.address().raw(), 16)
                            + " error_code "
                            + Hex.prefixed(e.errorCode());
            case MmuEvent.ExceptionInjected e -> vector(e.vector()) + errorCode(e.errorCode());
            case MmuEvent.InstructionEmulated e ->
                    "0:"
                            + Hex.of(e.rip().raw())
                            + ":"
                            + e.bytes()
                            + code(e.code())
                            + (e.failed() ? " failed" : "");
            case MmuEvent.MmioSeen e ->
                    "mmio "
                            + e.kind().kernelName()
                            + " len "
                            + e.bytes()
                            + " gpa "
                            + Hex.prefixed(e.gpa().raw())
                            + " val "
                            + Hex.prefixed(e.value());
            case MmuEvent.WalkStarted e ->
                    "addr " + Hex.of(e.address().raw()) + " pferr " + pferr(e.pferr());
            case MmuEvent.GpteRead e -> "pte " + Hex.of(e.gpte()) + " level " + e.level();
            case MmuEvent.AccessedBitSet e -> "gpa " + Hex.of(e.at().raw());
            case MmuEvent.DirtyBitSet e -> "gpa " + Hex.of(e.at().raw());
            case MmuEvent.WalkFailed e -> "pferr " + pferr(e.pferr());
            case MmuEvent.ShadowPageGot e -> page(e.page()) + (e.created() ? " new" : " existing");
            case MmuEvent.ShadowPageZapPrepared e -> page(e.page());
            case MmuEvent.SpteRequested e -> requested(e);
            case MmuEvent.MmioSpteMarked e ->
                    "sptep:* gfn "
                            + e.gfn()
                            + " access "
                            + Hex.of(e.access())
                            + " gen "
                            + Hex.of(e.generation());
            case MmuEvent.MmioSpteChecked e ->
                    "spte "
                            + Hex.of(e.spte())
                            + " kvm_gen "
                            + Hex.of(e.kvmGeneration())
                            + " spte-gen "
                            + Hex.of(e.spteGeneration())
                            + " valid "
                            + bit(e.kvmGeneration() == e.spteGeneration());
            case MmuEvent.MmioPageFaultHandled e ->
                    "addr:"
                            + Hex.of(e.address().raw())
                            + " gfn "
                            + e.gfn()
                            + " access "
                            + Hex.of(e.access());
            case MmuEvent.FastPageFaultTried e ->
                    "vcpu 0 gva "
                            + Hex.of(e.address().raw())
                            + " error_code "
                            + PageFault.names(e.pferr())
                            + " sptep * old "
                            + names.leaf(e.was())
                            + " new "
                            + names.leaf(e.now())
                            + " spurious "
                            + bit(e.spurious())
                            + " fixed "
                            + bit(e.fixed());
            case MmuEvent.StepStarted _,
                    MmuEvent.StepEnded _,
                    MmuEvent.AccessStarted _,
                    MmuEvent.AccessDone _,
                    MmuEvent.MmioExited _,
                    MmuEvent.RunFailed _ ->
                    "";
        };
    }

    private String ofShadow(MmuEvent.OfShadow change) {
        return switch (change) {
            case MmuEvent.ShadowPageUnsynced e -> page(e.page());
            case MmuEvent.ShadowPageSynced e -> page(e.page());
            case MmuEvent.AllZappedFast e ->
                    "kvm-mmu-valid-gen " + e.generation() + " used_pages " + Hex.of(e.usedPages());
            case MmuEvent.SpteSet e -> set(e);
            case MmuEvent.SpteChanged _,
                    MmuEvent.ShadowPageCreated _,
                    MmuEvent.ShadowPageInvalidated _,
                    MmuEvent.ShadowPageFreed _,
                    MmuEvent.UnsyncChildMarked _,
                    MmuEvent.WriteFloodingCounted _,
                    MmuEvent.RootCounted _,
                    MmuEvent.PageLimitSet _ ->
                    "";
        };
    }

    private String requested(MmuEvent.SpteRequested e) {
        if (!e.pfn().isNoSlot() && !e.pfn().isError()) {
            names.maps(e.pfn(), e.gfn());
        }
        return "gfn " + e.gfn() + " pfn " + names.frame(e.pfn()) + " level " + e.level();
    }

    private String set(MmuEvent.SpteSet e) {
        long spte = e.now();
        names.maps(Spte.pfn(spte), e.gfn());
        return "gfn "
                + e.gfn()
                + " spte "
                + names.leaf(spte)
                + " (r"
                + (Spte.W.in(spte) ? 'w' : '-')
                + (Spte.NX.in(spte) ? '-' : 'x')
                + (Spte.U.in(spte) ? 'u' : '-')
                + ") level "
                + e.level()
                + " at "
                + names.place(e.at());
    }

    /// What four tracepoints print of a shadow page.
    private static String page(PageSummary page) {
        var role = page.role();
        return "sp gen "
                + page.generation()
                + " gfn "
                + page.gfn()
                + " l"
                + role.level()
                + (role.has4ByteGpte() ? " 4-byte q" : " 8-byte q")
                + role.quadrant()
                + (role.direct() ? " direct " : " ")
                + Acc.name(role.access())
                + (role.invalid() ? " invalid" : "")
                + (role.eferNx() ? " nxe" : " !nxe")
                + (role.adDisabled() ? " !ad" : " ad")
                + " root "
                + page.rootCount()
                + (page.unsync() ? " unsync" : " sync");
    }

    private static String pferr(long code) {
        String names = PageFault.names(code);
        return names.isEmpty() ? Hex.of(code) : Hex.of(code) + " " + names;
    }

    private static String vector(int vector) {
        return VECTORS.getOrDefault(vector, Hex.prefixed(vector));
    }

    private static String errorCode(long code) {
        return code < 0 ? "" : " (" + Hex.prefixed(code) + ")";
    }

    private static char bit(boolean set) {
        return set ? '1' : '0';
    }

    private static String code(MmuEvent.Code code) {
        return switch (code) {
            case REAL -> " (real)";
            case PROTECTED -> " (prot32)";
            case LONG -> " (prot64)";
        };
    }
}
