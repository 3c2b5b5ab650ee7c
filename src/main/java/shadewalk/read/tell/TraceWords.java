package shadewalk.read.tell;

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
///
/// @param names how it shows host addresses
public record TraceWords(HostNaming names) {

    /// The line of the event's tracepoint, or null where the kernel prints nothing.
    public @Nullable String of(MmuEvent event) {
        Told told = Told.of(event);
        return told.printed() ? told.tracepoint() + ": " + values(event) : null;
    }

    /// What stands behind the tracepoint's name; nothing where the kernel prints nothing.
    private String values(MmuEvent event) {
        return switch (event) {
            case MmuEvent.PageFaultTaken e ->
                    "vcpu 0 rip %s address %s error_code %s"
                            .formatted(
                                    Hex.prefixed(e.rip().raw()),
                                    Hex.padded(e.address().raw(), 16),
                                    Hex.prefixed(e.errorCode()));
            case MmuEvent.ExceptionInjected e -> vector(e.vector()) + errorCode(e.errorCode());
            case MmuEvent.InstructionEmulated e ->
                    "0:%s:%s%s%s"
                            .formatted(
                                    Hex.of(e.rip().raw()),
                                    e.bytes(),
                                    code(e.code()),
                                    e.failed() ? " failed" : "");
            case MmuEvent.MmioSeen e ->
                    "mmio %s len %d gpa %s val %s"
                            .formatted(
                                    e.kind().kernelName(),
                                    e.bytes(),
                                    Hex.prefixed(e.gpa().raw()),
                                    Hex.prefixed(e.value()));
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
                    "sptep:* gfn %s access %s gen %s"
                            .formatted(e.gfn(), Hex.of(e.access()), Hex.of(e.generation()));
            case MmuEvent.MmioSpteChecked e ->
                    "spte %s kvm_gen %s spte-gen %s valid %s"
                            .formatted(
                                    Hex.of(e.spte()),
                                    Hex.of(e.kvmGeneration()),
                                    Hex.of(e.spteGeneration()),
                                    bit(e.kvmGeneration() == e.spteGeneration()));
            case MmuEvent.MmioPageFaultHandled e ->
                    "addr:%s gfn %s access %s"
                            .formatted(Hex.of(e.address().raw()), e.gfn(), Hex.of(e.access()));
            case MmuEvent.FastPageFaultTried e ->
                    "vcpu 0 gva %s error_code %s sptep * old %s new %s spurious %s fixed %s"
                            .formatted(
                                    Hex.of(e.address().raw()),
                                    PageFault.names(e.pferr()),
                                    names.leaf(e.was()),
                                    names.leaf(e.now()),
                                    bit(e.spurious()),
                                    bit(e.fixed()));
            case MmuEvent.ShadowPageUnsynced e -> page(e.page());
            case MmuEvent.ShadowPageSynced e -> page(e.page());
            case MmuEvent.AllZappedFast e ->
                    "kvm-mmu-valid-gen " + e.generation() + " used_pages " + Hex.of(e.usedPages());
            case MmuEvent.SpteSet e -> set(e);
            case MmuEvent.StepStarted _, MmuEvent.StepEnded _, MmuEvent.AccessStarted _ -> "";
            case MmuEvent.AccessDone _, MmuEvent.MmioExited _, MmuEvent.RunFailed _ -> "";
            case MmuEvent.SpteChanged _, MmuEvent.ShadowPageCreated _ -> "";
            case MmuEvent.ShadowPageInvalidated _, MmuEvent.ShadowPageFreed _ -> "";
            case MmuEvent.UnsyncChildMarked _, MmuEvent.WriteFloodingCounted _ -> "";
            case MmuEvent.RootCounted _, MmuEvent.PageLimitSet _, MmuEvent.OfCpu _ -> "";
            case MmuEvent.OfHost _, MmuEvent.Counted _ -> "";
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
        return switch (vector) {
            case 0 -> "#DE";
            case 1 -> "#DB";
            case 3 -> "#BP";
            case 4 -> "#OF";
            case 5 -> "#BR";
            case 6 -> "#UD";
            case 7 -> "#NM";
            case 8 -> "#DF";
            case 10 -> "#TS";
            case 11 -> "#NP";
            case 12 -> "#SS";
            case 13 -> "#GP";
            case 14 -> "#PF";
            case 16 -> "#MF";
            case 17 -> "#AC";
            case 18 -> "#MC";
            default -> Hex.prefixed(vector);
        };
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
