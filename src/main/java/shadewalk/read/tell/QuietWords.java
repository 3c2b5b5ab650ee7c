package shadewalk.read.tell;

import static shadewalk.text.Texts.EVENTS;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import shadewalk.bits.Hex;
import shadewalk.state.Acc;
import shadewalk.state.MmuEvent;
import shadewalk.state.Outcome;
import shadewalk.state.Role;
import shadewalk.state.Roots;
import shadewalk.state.Spte;
import shadewalk.x86.Access;
import shadewalk.x86.Gva;
import shadewalk.x86.PageFault;

/// Says the events of which the kernel's tracepoints say nothing.
final class QuietWords {

    private QuietWords() {}

    /// A clause such as `entry sp3/spte5 linked: 0 becomes 0x9000006827`; empty for an event that
    /// has a tracepoint.
    static String of(MmuEvent event) {
        return switch (event) {
            case MmuEvent.StepStarted(var number, var words) ->
                    EVENTS.get("quiet.started", number, words);
            case MmuEvent.StepEnded(var number, var outcome) ->
                    EVENTS.get("quiet.ended", number, outcome(outcome));
            case MmuEvent.AccessStarted(var access) -> EVENTS.get("quiet.access", access(access));
            case MmuEvent.AccessDone(var access, var address) ->
                    EVENTS.get("quiet.reached", access(access), address);
            case MmuEvent.MmioExited(var write, var bytes, var gpa, var value) ->
                    EVENTS.get(
                            write ? "quiet.mmio-write" : "quiet.mmio-read",
                            Hex.prefixed(value),
                            bytes,
                            gpa);
            case MmuEvent.RunFailed(var reason) -> EVENTS.get("quiet.failed", reason);
            case MmuEvent.ShadowPageCreated(var page, var gfn, var role) ->
                    EVENTS.get("quiet.created", page, gfn, role(role));
            case MmuEvent.ShadowPageInvalidated(var page) -> EVENTS.get("quiet.invalidated", page);
            case MmuEvent.ShadowPageFreed(var page) -> EVENTS.get("quiet.freed", page);
            case MmuEvent.UnsyncChildMarked(var at, var now) ->
                    EVENTS.get(now ? "quiet.unsync" : "quiet.in-sync", at);
            case MmuEvent.WriteFloodingCounted(var page, var was, var now) ->
                    EVENTS.get("quiet.flooding", page, was, now);
            case MmuEvent.RootCounted(var page, var was, var now) ->
                    EVENTS.get("quiet.rooted", page, was, now);
            case MmuEvent.PageLimitSet(var was, var now) -> EVENTS.get("quiet.limit", was, now);
            case MmuEvent.SpteChanged e ->
                    EVENTS.get(
                            "quiet.spte",
                            e.at(),
                            EVENTS.get("why." + e.why()),
                            spte(e.was()),
                            spte(e.now()));
            case MmuEvent.RegisterLoaded(var name, var was, var now) ->
                    EVENTS.get("quiet.loaded", name, Hex.prefixed(was), Hex.prefixed(now));
            case MmuEvent.PdptrsLoaded(_, var now) ->
                    EVENTS.get(
                            "quiet.pdptrs",
                            now.stream().map(Hex::prefixed).collect(Collectors.joining(" ")));
            case MmuEvent.RootsChanged(var was, var now) -> roots(was, now);
            case MmuEvent.RequestMade(var request) -> EVENTS.get("quiet.request", request);
            case MmuEvent.RequestServed(var request) -> EVENTS.get("quiet.served", request);
            case MmuEvent.MmioCacheChanged _ -> EVENTS.get("quiet.mmio-cache");
            case MmuEvent.RetryRemembered(_, var now) ->
                    now.instruction().equals(new Gva(0))
                            ? EVENTS.get("quiet.retry-forgotten")
                            : EVENTS.get("quiet.retry", now.instruction());
            case MmuEvent.MemslotsChanged(_, var now) ->
                    EVENTS.get("quiet.memslots", now.slots().size(), now.generation());
            case MmuEvent.MemoryWritten e ->
                    EVENTS.get(
                            "quiet.written",
                            EVENTS.get("writer." + e.by()),
                            e.at(),
                            Hex.padded(e.was(), e.bytes() * 2),
                            Hex.padded(e.now(), e.bytes() * 2));
            case MmuEvent.HostFrameChanged(var slot, var page, _, var now) ->
                    EVENTS.get("quiet.frame", Hex.prefixed(page), slot, now);
            case MmuEvent.PageLoggedDirty(var slot, var page) ->
                    EVENTS.get("quiet.logged", Hex.prefixed(page), slot);
            case MmuEvent.DirtyLogCleared(var slot) -> EVENTS.get("quiet.log-emptied", slot);
            case MmuEvent.Counted(var stat, var by) ->
                    EVENTS.get("quiet.counted", stat.kernelName(), by < 0 ? by : "+" + by);
            case MmuEvent.PageFaultTaken _, MmuEvent.ExceptionInjected _ -> "";
            case MmuEvent.InstructionEmulated _, MmuEvent.MmioSeen _, MmuEvent.WalkStarted _ -> "";
            case MmuEvent.GpteRead _, MmuEvent.AccessedBitSet _, MmuEvent.DirtyBitSet _ -> "";
            case MmuEvent.WalkFailed _, MmuEvent.ShadowPageGot _ -> "";
            case MmuEvent.ShadowPageZapPrepared _, MmuEvent.SpteRequested _ -> "";
            case MmuEvent.MmioSpteMarked _, MmuEvent.MmioSpteChecked _ -> "";
            case MmuEvent.MmioPageFaultHandled _, MmuEvent.FastPageFaultTried _ -> "";
            case MmuEvent.ShadowPageUnsynced _, MmuEvent.ShadowPageSynced _ -> "";
            case MmuEvent.AllZappedFast _, MmuEvent.SpteSet _ -> "";
        };
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> EVENTS.get("quiet.done");
            case Outcome.Value(var value, var bytes) ->
                    EVENTS.get("quiet.value", Hex.padded(value, bytes * 2));
            case Outcome.Exception e ->
                    e.vector() == 14
                            ? EVENTS.get(
                                    "quiet.page-fault",
                                    e.cr2(),
                                    (Hex.prefixed(e.error()) + " " + PageFault.names(e.error()))
                                            .strip())
                            : EVENTS.get("quiet.exception", e.vector());
            case Outcome.DirtyFrames(var gfns) -> EVENTS.get("quiet.dirty", gfns.size());
            case Outcome.Refused(var what, var errno) -> EVENTS.get("quiet.refused", what, errno);
            case Outcome.Fatal(var reason) -> EVENTS.get("quiet.stopped", reason);
        };
    }

    private static String access(Access access) {
        return EVENTS.get("access." + access.kind(), access.gva(), access.user() ? 1 : 0);
    }

    private static String role(Role role) {
        boolean quartered = role.has4ByteGpte() && !role.direct();
        return EVENTS.get(
                "quiet.role",
                role.level(),
                quartered ? role.quadrant() : -1,
                role.direct() ? 1 : 0,
                Acc.name(role.access()));
    }

    private static String roots(Roots was, Roots now) {
        String entries =
                IntStream.range(0, 4)
                        .filter(i -> !was.paeRoot().get(i).equals(now.paeRoot().get(i)))
                        .mapToObj(i -> "pae_root[" + i + "] " + spte(now.paeRoot().get(i)))
                        .collect(Collectors.joining(", "));
        if (!entries.isEmpty()) {
            return entries;
        }
        if (!now.current().valid()) {
            return EVENTS.get("quiet.no-root");
        }
        return now.current().isPae()
                ? EVENTS.get("quiet.pae-root", Hex.prefixed(now.current().pgd()))
                : EVENTS.get("quiet.root", now.current().page());
    }

    private static String spte(long value) {
        return value == 0
                ? "0"
                : Spte.mmio(value) ? "MMIO " + Hex.prefixed(value) : Hex.prefixed(value);
    }
}
