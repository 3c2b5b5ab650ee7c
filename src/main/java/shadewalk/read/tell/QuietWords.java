package shadewalk.read.tell;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import shadewalk.bits.Hex;
import shadewalk.state.Acc;
import shadewalk.state.MmuEvent;
import shadewalk.state.Outcome;
import shadewalk.state.Request;
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
            case MmuEvent.Note note -> ofNote(note);
            case MmuEvent.OfShadow change -> ofShadow(change);
            case MmuEvent.OfCpu change -> ofCpu(change);
            case MmuEvent.OfHost change -> ofHost(change);
            case MmuEvent.Counted(var stat, var by) ->
                    "counter " + stat.kernelName() + (by < 0 ? " " : " +") + by;
        };
    }

    private static String ofNote(MmuEvent.Note note) {
        return switch (note) {
            case MmuEvent.StepStarted(var number, var words) -> "action " + number + ": " + words;
            case MmuEvent.StepEnded(var number, var outcome) ->
                    "action " + number + " ends: " + outcome(outcome);
            case MmuEvent.AccessStarted(var access) -> "the guest " + access(access);
            case MmuEvent.AccessDone(var access, var address) ->
                    "the guest " + access(access) + " and reaches host address " + address;
            case MmuEvent.MmioExited(var write, var bytes, var gpa, var value) ->
                    "the device "
                            + (write ? "gets " : "gives ")
                            + Hex.prefixed(value)
                            + ", "
                            + bytes
                            + " bytes at gpa "
                            + gpa;
            case MmuEvent.RunFailed(var reason) -> "the processor cannot go on: " + reason;
            case MmuEvent.PageFaultTaken _,
                    MmuEvent.ExceptionInjected _,
                    MmuEvent.InstructionEmulated _,
                    MmuEvent.MmioSeen _,
                    MmuEvent.WalkStarted _,
                    MmuEvent.GpteRead _,
                    MmuEvent.AccessedBitSet _,
                    MmuEvent.DirtyBitSet _,
                    MmuEvent.WalkFailed _,
                    MmuEvent.ShadowPageGot _,
                    MmuEvent.ShadowPageZapPrepared _,
                    MmuEvent.SpteRequested _,
                    MmuEvent.MmioSpteMarked _,
                    MmuEvent.MmioSpteChecked _,
                    MmuEvent.MmioPageFaultHandled _,
                    MmuEvent.FastPageFaultTried _ ->
                    "";
        };
    }

    private static String ofShadow(MmuEvent.OfShadow change) {
        return switch (change) {
            case MmuEvent.ShadowPageCreated(var page, var gfn, var role) ->
                    "shadow page sp" + page + " made for gfn " + gfn + ", " + role(role);
            case MmuEvent.ShadowPageInvalidated(var page) ->
                    "shadow page sp" + page + " invalid: no lookup finds it";
            case MmuEvent.ShadowPageFreed(var page) -> "shadow page sp" + page + " freed";
            case MmuEvent.UnsyncChildMarked(var at, var now) ->
                    now
                            ? "something unsync lies below " + at
                            : "nothing unsync lies below " + at + " any more";
            case MmuEvent.WriteFloodingCounted(var page, var was, var now) ->
                    "sp" + page + " writes without use: " + was + " becomes " + now;
            case MmuEvent.RootCounted(var page, var was, var now) ->
                    "sp" + page + " used as root: " + was + " becomes " + now;
            case MmuEvent.PageLimitSet(var was, var now) ->
                    "limit of shadow pages: " + was + " becomes " + now;
            case MmuEvent.SpteChanged e ->
                    e.at()
                            + " "
                            + why(e.why())
                            + ": "
                            + spte(e.was())
                            + " becomes "
                            + spte(e.now());
            case MmuEvent.ShadowPageUnsynced _,
                    MmuEvent.ShadowPageSynced _,
                    MmuEvent.AllZappedFast _,
                    MmuEvent.SpteSet _ ->
                    "";
        };
    }

    private static String ofCpu(MmuEvent.OfCpu change) {
        return switch (change) {
            case MmuEvent.RegisterLoaded(var name, var was, var now) ->
                    name + " " + Hex.prefixed(was) + " becomes " + Hex.prefixed(now);
            case MmuEvent.PdptrsLoaded(_, var now) ->
                    now.stream()
                            .map(Hex::prefixed)
                            .collect(Collectors.joining(" ", "PDPTEs loaded: ", ""));
            case MmuEvent.RootsChanged(var was, var now) -> roots(was, now);
            case MmuEvent.RequestMade(var request) -> "to do before entry: " + name(request);
            case MmuEvent.RequestServed(var request) -> "done: " + name(request);
            case MmuEvent.MmioCacheChanged _ -> "remembered device page changed";
            case MmuEvent.RetryRemembered(_, var now) ->
                    now.instruction().equals(new Gva(0))
                            ? "remembered retry forgotten"
                            : "retry at " + now.instruction() + " remembered";
        };
    }

    private static String ofHost(MmuEvent.OfHost change) {
        return switch (change) {
            case MmuEvent.MemslotsChanged(_, var now) ->
                    "memslots: " + now.slots().size() + " in generation " + now.generation();
            case MmuEvent.MemoryWritten e ->
                    writer(e.by())
                            + " writes gpa "
                            + e.at()
                            + ": "
                            + Hex.padded(e.was(), e.bytes() * 2)
                            + " becomes "
                            + Hex.padded(e.now(), e.bytes() * 2);
            case MmuEvent.HostFrameChanged(var slot, var page, _, var now) ->
                    "page " + Hex.prefixed(page) + " of slot " + slot + " is now pfn " + now;
            case MmuEvent.PageLoggedDirty(var slot, var page) ->
                    "page " + Hex.prefixed(page) + " of slot " + slot + " logged dirty";
            case MmuEvent.DirtyLogCleared(var slot) -> "dirty log of slot " + slot + " emptied";
        };
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> "done";
            case Outcome.Value(var value, var bytes) -> "read " + Hex.padded(value, bytes * 2);
            case Outcome.Exception e ->
                    e.vector() == 14
                            ? "the guest gets a page fault at "
                                    + e.cr2()
                                    + ", error code "
                                    + Hex.prefixed(e.error())
                                    + PageFault.names(e.error())
                                            .transform(names -> names.isEmpty() ? "" : " " + names)
                            : "the guest gets exception " + e.vector();
            case Outcome.DirtyFrames(var gfns) -> gfns.size() + " frames were written";
            case Outcome.Refused(var what, var errno) -> what + " refused, error " + errno;
            case Outcome.Fatal(var reason) -> "the processor stopped: " + reason;
        };
    }

    private static String access(Access access) {
        String verb =
                switch (access.kind()) {
                    case READ -> "reads ";
                    case WRITE -> "writes ";
                    case FETCH -> "fetches from ";
                };
        return verb + access.gva() + (access.user() ? " as user" : " as supervisor");
    }

    private static String role(Role role) {
        return "level "
                + role.level()
                + (role.has4ByteGpte() && !role.direct() ? " quadrant " + role.quadrant() : "")
                + (role.direct() ? " direct" : "")
                + " access "
                + Acc.name(role.access());
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
            return "no root is loaded";
        }
        return now.current().isPae()
                ? "root: pae_root for CR3 " + Hex.prefixed(now.current().pgd())
                : "root: sp" + now.current().page();
    }

    private static String why(MmuEvent.Why why) {
        return switch (why) {
            case LINKED -> "linked";
            case ZAPPED -> "zapped";
            case SYNCED -> "synced";
            case WRITE_PROTECTED -> "write-protected";
            case DIRTY_LOGGED -> "write-protected for the dirty log";
            case FAST_FIXED -> "made writable without the lock";
            case MARKED_MMIO -> "made an MMIO entry";
            case USED -> "used by the processor";
            case HOST_UNMAPPED -> "unmapped by the host";
        };
    }

    private static String spte(long value) {
        return value == 0
                ? "0"
                : Spte.mmio(value) ? "MMIO " + Hex.prefixed(value) : Hex.prefixed(value);
    }

    private static String writer(MmuEvent.Writer by) {
        return switch (by) {
            case GUEST -> "the guest";
            case EMULATOR -> "KVM's emulator";
            case WALKER -> "KVM's walker";
            case HOST -> "the host";
        };
    }

    private static String name(Request request) {
        return "KVM_REQ_" + request.name();
    }
}
