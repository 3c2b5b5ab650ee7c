package shadewalk.read.tell;

import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.read.GuestStep;
import shadewalk.read.TwinWalk;
import shadewalk.state.Acc;
import shadewalk.state.MmuEvent;
import shadewalk.state.PageSummary;
import shadewalk.state.Role;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.State;
import shadewalk.x86.Access;
import shadewalk.x86.Gfn;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.PageFault;

/// An event in a sentence or two, for the callout beside the thing it happens to.
public final class EventWords {

    private EventWords() {}

    /// The sentence, or an empty text for an event that says nothing about memory.
    ///
    /// @param state after the event
    /// @param walk of the address the event is about
    public static String of(MmuEvent event, State state, TwinWalk walk) {
        return switch (event) {
            case MmuEvent.StepStarted e -> e.words();
            case MmuEvent.AccessStarted e ->
                    "A " + access(e.access()) + ". The processor looks in the shadow tables.";
            case MmuEvent.AccessDone e ->
                    "The shadow tables lead to host address " + e.address() + ". Done.";
            case MmuEvent.PageFaultTaken e -> fault(e.errorCode());
            case MmuEvent.ExceptionInjected e ->
                    "The guest gets the exception, vector " + e.vector() + code(e.errorCode());
            case MmuEvent.WalkStarted _ ->
                    "KVM walks the guest's own tables, in software, from CR3.";
            case MmuEvent.GpteRead e -> read(e, walk);
            case MmuEvent.AccessedBitSet _ ->
                    "KVM sets A in the guest's entry, as the processor would have done.";
            case MmuEvent.DirtyBitSet _ ->
                    "KVM sets D in the guest's entry: the page is about to be written.";
            case MmuEvent.WalkFailed e ->
                    "The guest's own tables forbid it: the fault is the guest's" + code(e.pferr());
            case MmuEvent.ShadowPageGot e -> got(e);
            case MmuEvent.ShadowPageCreated e ->
                    "A new, empty shadow page for " + key(e.gfn(), e.role()) + ".";
            case MmuEvent.ShadowPageZapPrepared e ->
                    "The shadow page for " + key(e.page()) + " is emptied and given up.";
            case MmuEvent.ShadowPageUnsynced e ->
                    "From now on the guest may write gfn "
                            + e.page().gfn()
                            + " unnoticed: its shadow page is unsync.";
            case MmuEvent.ShadowPageSynced e ->
                    "The shadow page of gfn " + e.page().gfn() + " stops being unsync.";
            case MmuEvent.ShadowPageInvalidated _ -> "No lookup finds this page any more.";
            case MmuEvent.ShadowPageFreed _ -> "Nobody used it any more; it is gone.";
            case MmuEvent.SpteRequested e ->
                    "gfn " + e.gfn() + " lies in host frame " + e.pfn() + ". An entry is wanted.";
            case MmuEvent.SpteSet e -> set(e, walk);
            case MmuEvent.SpteChanged e -> changed(e);
            case MmuEvent.MmioSpteMarked e ->
                    "No memslot holds gfn "
                            + e.gfn()
                            + ": the entry is made to stand for a device.";
            case MmuEvent.MmioPageFaultHandled e ->
                    "A device entry: gfn " + e.gfn() + " has no memory, no walk is needed.";
            case MmuEvent.MmioSpteChecked e ->
                    e.kvmGeneration() == e.spteGeneration()
                            ? "The device entry is of the current memslot generation."
                            : "The device entry is of an old memslot generation.";
            case MmuEvent.FastPageFaultTried _ -> "KVM tries to give W back without its lock.";
            case MmuEvent.MemoryWritten e -> written(e);
            case MmuEvent.RootsChanged e ->
                    e.now().current().valid()
                            ? "The processor's CR3 leads to these roots."
                            : "The roots are dropped; the next entry builds new ones.";
            case MmuEvent.RegisterLoaded e -> e.name() + " becomes " + Hex.prefixed(e.now()) + ".";
            case MmuEvent.AllZappedFast _ ->
                    "Every shadow page is obsolete at once: another generation begins.";
            case MmuEvent.WriteFloodingCounted e ->
                    "Writes to this table since its last use: " + e.now() + ".";
            case MmuEvent.MmioSeen e -> seen(e);
            case MmuEvent.MmioExited e ->
                    "The device's owner in user space "
                            + (e.write() ? "takes " : "answers ")
                            + Hex.prefixed(e.value())
                            + ".";
            case MmuEvent.InstructionEmulated e ->
                    e.failed()
                            ? "KVM cannot carry out the guest's instruction."
                            : "KVM carries out the guest's instruction itself (" + e.bytes() + ").";
            case MmuEvent.StepEnded _,
                    MmuEvent.RunFailed _,
                    MmuEvent.UnsyncChildMarked _,
                    MmuEvent.RootCounted _,
                    MmuEvent.PageLimitSet _,
                    MmuEvent.PdptrsLoaded _,
                    MmuEvent.RequestMade _,
                    MmuEvent.RequestServed _,
                    MmuEvent.MmioCacheChanged _,
                    MmuEvent.RetryRemembered _,
                    MmuEvent.MemslotsChanged _,
                    MmuEvent.HostFrameChanged _,
                    MmuEvent.PageLoggedDirty _,
                    MmuEvent.DirtyLogCleared _,
                    MmuEvent.Counted _ ->
                    "";
        };
    }

    private static String access(Access access) {
        String what =
                switch (access.kind()) {
                    case READ -> "read";
                    case WRITE -> "write";
                    case FETCH -> "fetch";
                };
        return (access.user() ? "user " : "supervisor ") + what + " of " + access.gva();
    }

    private static String code(long code) {
        return code < 0 ? "." : " (error code " + Hex.of(code) + ").";
    }

    private static String fault(long code) {
        if (PageFault.RSVD.in(code)) {
            return "A reserved bit stops the processor: page fault, exit to KVM" + code(code);
        }
        return PageFault.P.in(code)
                ? "The entry does not allow it: page fault, exit to KVM" + code(code)
                : "Nothing is mapped here: page fault, exit to KVM" + code(code);
    }

    private static String read(MmuEvent.GpteRead e, TwinWalk walk) {
        if (!GuestEntry.P.in(e.gpte())) {
            return "The guest's " + Names.entry(e.level()) + " is not present.";
        }
        return walk.guest()
                .at(e.level())
                .map(step -> chosen(step, e))
                .orElse("KVM reads " + Hex.of(e.gpte()) + " at level " + e.level() + ".");
    }

    private static String chosen(GuestStep step, MmuEvent.GpteRead e) {
        Field index = step.level().index();
        return "Address bits "
                + index.range()
                + " are "
                + step.index()
                + ": "
                + Names.entry(e.level())
                + " "
                + step.index()
                + (step.leaf() ? " maps the page." : " names the next table.");
    }

    private static String got(MmuEvent.ShadowPageGot e) {
        return e.created()
                ? "KVM had no shadow page for " + key(e.page()) + ". It makes one."
                : "KVM finds the shadow page for " + key(e.page()) + " again.";
    }

    private static String key(PageSummary page) {
        return key(page.gfn(), page.role());
    }

    private static String key(Gfn gfn, Role role) {
        String key = "gfn " + gfn + ", level " + role.level();
        return role.has4ByteGpte() ? key + ", q" + role.quadrant() : key;
    }

    private static String set(MmuEvent.SpteSet e, TwinWalk walk) {
        boolean onTheWay =
                walk.shadow()
                        .last()
                        .map(last -> !last.inPaeRoot() && last.at().equals(e.at()))
                        .orElse(false);
        if (!onTheWay) {
            return "A neighbour is mapped in advance: gfn " + e.gfn() + ", A clear.";
        }
        return "The SPTE maps gfn " + e.gfn() + why(e, walk);
    }

    private static String why(MmuEvent.SpteSet e, TwinWalk walk) {
        if (Spte.W.in(e.now())) {
            return ", writable.";
        }
        boolean clean =
                walk.guest().steps().stream()
                        .anyMatch(step ->
                                step.leaf()
                                        && GuestEntry.RW.in(step.entry())
                                        && !GuestEntry.D.in(step.entry()));
        if (clean) {
            return ", read-only: the guest's page is clean, and KVM must see the first write.";
        }
        return (e.access() & Acc.WRITE) == 0
                ? ", read-only, as the guest wants it."
                : ", read-only: writes to this frame must be seen.";
    }

    private static String changed(MmuEvent.SpteChanged e) {
        return switch (e.why()) {
            case LINKED -> "The entry now names shadow page " + ShadowPage.childOf(e.now()) + ".";
            case ZAPPED -> "The entry is emptied.";
            case SYNCED -> "The entry is brought up to date with the guest's table.";
            case WRITE_PROTECTED -> "The frame became a shadowed table: W is taken away.";
            case DIRTY_LOGGED -> "Writes are logged again: W is taken away.";
            case FAST_FIXED -> "W is given back.";
            case MARKED_MMIO -> "The entry stands for a device.";
            case USED -> "The processor sets " + marks(e) + " while it uses the entry.";
            case HOST_UNMAPPED -> "The host took the frame away.";
        };
    }

    private static String marks(MmuEvent.SpteChanged e) {
        boolean accessed = Spte.A.in(e.now()) && !Spte.A.in(e.was());
        boolean dirty = Spte.D.in(e.now()) && !Spte.D.in(e.was());
        return accessed && dirty ? "A and D" : dirty ? "D" : "A";
    }

    private static String seen(MmuEvent.MmioSeen e) {
        return switch (e.kind()) {
            case UNSATISFIED_READ ->
                    "No memory at " + e.gpa() + ": a device must answer. KVM asks user space.";
            case READ -> "The device's " + Hex.prefixed(e.value()) + " is what the guest reads.";
            case WRITE ->
                    "No memory at "
                            + e.gpa()
                            + ": a device gets "
                            + Hex.prefixed(e.value())
                            + ". KVM tells user space.";
        };
    }

    private static String written(MmuEvent.MemoryWritten e) {
        String what = Hex.prefixed(e.now()) + " at " + e.at();
        return switch (e.by()) {
            case GUEST -> "The guest writes " + what + ".";
            case EMULATOR -> "KVM writes " + what + " for the guest.";
            case WALKER -> "The guest's entry is now " + Hex.prefixed(e.now()) + ".";
            case HOST -> "The host writes " + what + ", unseen by KVM.";
        };
    }
}
