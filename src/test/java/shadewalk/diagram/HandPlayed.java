package shadewalk.diagram;

import java.util.ArrayList;
import java.util.List;
import shadewalk.read.GuestStep;
import shadewalk.read.GuestWalk;
import shadewalk.read.ShadowStep;
import shadewalk.read.ShadowWalk;
import shadewalk.read.WalkStory;
import shadewalk.state.Acc;
import shadewalk.state.Memslot;
import shadewalk.state.Memslots;
import shadewalk.state.MmuEvent;
import shadewalk.state.PageSummary;
import shadewalk.state.Registers;
import shadewalk.state.Role;
import shadewalk.state.Roots;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.state.Start;
import shadewalk.state.State;
import shadewalk.x86.Access;
import shadewalk.x86.Cr0;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.Gva;
import shadewalk.x86.Hpa;
import shadewalk.x86.Pfn;

/// A 32-bit guest and the events of its first accesses, played by hand: what a picture needs,
/// without the engine. One page directory in gfn 1, whose entry 770 names the table in gfn 2.
public final class HandPlayed {

    private static final Role ROOT = new Role(0x3712);

    private final List<MmuEvent> events = new ArrayList<>();
    private final List<State> states = new ArrayList<>();
    private int stepStart;

    public HandPlayed() {
        Memslot slot = new Memslot(0, new Gfn(0), 0x1000, false, false, false);
        Start start = new Start(Memslots.NONE.with(slot, 2));
        start.write(new Gpa(0x1004), 4, 0x3067);
        start.write(new Gpa(0x1c08), 4, 0x2007);
        start.write(new Gpa(0x1ffc), 4, 0x3067);
        start.write(new Gpa(0x2004), 4, 0x10007);
        start.write(new Gpa(0x2804), 4, 0x11067);
        start.write(new Gpa(0x280c), 4, 0x12005);
        long cr0 = Cr0.PE.mask() | Cr0.WP.mask() | Cr0.PG.mask();
        states.add(start.state(new Registers(cr0, 0, 0x1000, 0, 0, Registers.NO_PDPTRS), 64));
    }

    /// The host puts another value into an entry of the page directory.
    public static MmuEvent pdeWritten(int index, long value) {
        Gpa at = new Gpa(0x1000 + index * 4L);
        Pfn frame = new Pfn(0x40_0001);
        return new MmuEvent.MemoryWritten(at, frame, 4, 0, value, MmuEvent.Writer.HOST);
    }

    /// The present state, had that happened.
    public State withPde(int index, long value) {
        return now().after(pdeWritten(index, value));
    }

    public State now() {
        return states.getLast();
    }

    public List<MmuEvent> events() {
        return List.copyOf(events);
    }

    /// The state after the first `n` events.
    public State at(int n) {
        return states.get(n);
    }

    /// The story of the present step as told by the first `n` events.
    public WalkStory story(Gva gva, int n) {
        return WalkStory.of(gva, events.subList(Math.min(stepStart, n), n), at(n));
    }

    public WalkStory story() {
        return story(new Gva(0), events.size());
    }

    private void emit(MmuEvent event) {
        events.add(event);
        states.add(now().after(event));
    }

    /// The four page directories.
    public HandPlayed loadRoots() {
        stepStart = events.size();
        Roots roots = Roots.NONE;
        for (int quadrant = 0; quadrant < 4; quadrant++) {
            int page = make(new Gfn(1), ROOT.withQuadrant(quadrant));
            emit(new MmuEvent.RootCounted(page, 0, 1));
            long entry = Spte.CHILD.with(Spte.P.mask(), now().shadow().page(page).table().raw());
            roots = roots.withPaeRoot(quadrant, entry);
        }
        emit(new MmuEvent.RootsChanged(Roots.NONE, roots.withCurrent(Roots.Root.pae(0x1000))));
        return this;
    }

    private int make(Gfn gfn, Role role) {
        int id = now().shadow().nextPage();
        emit(new MmuEvent.ShadowPageCreated(id, gfn, role));
        emit(new MmuEvent.ShadowPageGot(PageSummary.of(now().shadow().page(id)), true));
        return id;
    }

    /// A supervisor read of an address that is mapped by the guest's tables but not yet by ours.
    public HandPlayed read(long address) {
        stepStart = events.size();
        Gva gva = new Gva(address);
        Access access = new Access(gva, Access.Kind.READ, false);
        emit(new MmuEvent.StepStarted(0, "read s " + gva));
        emit(new MmuEvent.AccessStarted(access));
        emit(new MmuEvent.PageFaultTaken(new Gva(0xffc0_0002L), gva, 0));
        walkGuest(gva);
        link(gva);
        map(gva);
        ShadowStep last = ShadowWalk.of(now(), gva).steps().getLast();
        Hpa there = Spte.pfn(last.spte()).at(gva.offset());
        emit(new MmuEvent.AccessDone(access, there));
        return this;
    }

    private void walkGuest(Gva gva) {
        emit(new MmuEvent.WalkStarted(gva, 0));
        List<GuestStep> steps = GuestWalk.of(now(), gva).steps();
        for (GuestStep step : steps) {
            emit(new MmuEvent.GpteRead(step.level().number(), step.at(), step.entry()));
        }
        for (GuestStep step : steps) {
            if (!GuestEntry.A.in(step.entry())) {
                emit(new MmuEvent.AccessedBitSet(step.at()));
                long now = GuestEntry.A.set(step.entry());
                Pfn frame = new Pfn(0x40_0000 + step.table().raw());
                emit(
                        new MmuEvent.MemoryWritten(
                                step.at(), frame, 4, step.entry(), now, MmuEvent.Writer.WALKER));
            }
        }
    }

    private void link(Gva gva) {
        ShadowStep pde = ShadowWalk.of(now(), gva).at(2).orElseThrow();
        if (pde.present()) {
            return;
        }
        Gfn table = GuestWalk.of(now(), gva).at(1).orElseThrow().table();
        int page = make(table, ROOT.withLevel(1).withQuadrant(pde.index() & 1));
        long flags = 0x827;
        long spte = Spte.CHILD.with(flags, now().shadow().page(page).table().raw());
        emit(new MmuEvent.SpteChanged(pde.at(), 2, table, 0, 0, spte, MmuEvent.Why.LINKED));
    }

    private void map(Gva gva) {
        GuestStep pte = GuestWalk.of(now(), gva).at(1).orElseThrow();
        Gfn gfn = new Gfn(pte.entry() >>> 12);
        Pfn pfn = new Pfn(0x40_0000 + gfn.raw());
        emit(new MmuEvent.SpteRequested(gfn, pfn, 1));
        SpteAt at = ShadowWalk.of(now(), gva).at(1).orElseThrow().at();
        boolean dirty = GuestEntry.D.in(pte.entry());
        long spte = Spte.PFN.with(dirty ? 0xe67 : 0xa25, pfn.raw());
        emit(new MmuEvent.SpteSet(at, 1, gfn, dirty ? Acc.ALL : Acc.EXEC | Acc.USER, 0, spte));
    }
}
