package shadewalk.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import shadewalk.state.Memslot;
import shadewalk.state.Memslots;
import shadewalk.state.MmuEvent;
import shadewalk.state.Outcome;
import shadewalk.state.Registers;
import shadewalk.state.Role;
import shadewalk.state.Roots;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.state.Start;
import shadewalk.state.State;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;
import shadewalk.x86.Pfn;

/// Makes events at random that could follow each other: shadow pages come, are linked, filled,
/// emptied and go; memory and registers change; steps begin and end. No engine is behind them.
public final class RandomRun {

    private static final int EVENTS_A_STEP = 20;
    private static final long LINK = 0x827;
    private static final long LEAF = 0xe63;

    private final Random random;
    private final int rootLevel;
    private final int maxPages;
    private final List<Integer> pages = new ArrayList<>();
    private State now;
    private int events;
    private int step;

    /// @param rootLevel 3 for four `pae_root` entries, 4 for one root page
    public RandomRun(long seed, int rootLevel, int maxPages) {
        this.random = new Random(seed);
        this.rootLevel = rootLevel;
        this.maxPages = maxPages;
        Memslots slots =
                Memslots.NONE.with(new Memslot(0, new Gfn(0), 0x1000, false, false, false), 2);
        Registers registers = new Registers(0, 0, 0, 0, 0, Registers.NO_PDPTRS);
        this.now = new Start(slots).state(registers, 1 << 20);
    }

    public State now() {
        return now;
    }

    /// The next event; it has happened when this returns.
    public MmuEvent next() {
        MmuEvent event = pick();
        now = now.after(event);
        events++;
        return event;
    }

    private MmuEvent pick() {
        int place = events % EVENTS_A_STEP;
        if (place == 0) {
            return new MmuEvent.StepStarted(step, "nop s");
        }
        if (place == EVENTS_A_STEP - 1) {
            return new MmuEvent.StepEnded(step++, new Outcome.Done());
        }
        if (pages.size() < 4 || random.nextInt(20) == 0 && pages.size() < maxPages) {
            return create();
        }
        return switch (random.nextInt(16)) {
            case 0 -> write();
            case 1 ->
                    new MmuEvent.RegisterLoaded(
                            Registers.Name.CR2, now.cpu().registers().cr2(), random.nextLong());
            case 2 -> new MmuEvent.WalkStarted(new Gva(random.nextInt()), random.nextInt(32));
            case 3 -> root();
            case 4, 5 -> empty();
            case 6 -> freeOrElseEmpty();
            default -> fill();
        };
    }

    private MmuEvent create() {
        int level = 1 + random.nextInt(rootLevel == 3 ? 2 : 4);
        int id = now.shadow().nextPage();
        pages.add(id);
        Role role = new Role(0).withLevel(level).withDirect(random.nextInt(4) == 0);
        return new MmuEvent.ShadowPageCreated(id, new Gfn(random.nextInt(64)), role);
    }

    private MmuEvent write() {
        Gpa at = new Gpa(random.nextInt(32) * 4096L + random.nextInt(1024) * 4L);
        Pfn frame = now.memory().frame(0, at.gfn().raw());
        long was = now.memory().read(frame, at.offset(), 4);
        long value = random.nextInt() & 0xffff_ffffL;
        return new MmuEvent.MemoryWritten(at, frame, 4, was, value, MmuEvent.Writer.GUEST);
    }

    private MmuEvent root() {
        Roots was = now.cpu().roots();
        if (rootLevel == 3) {
            int quarter = random.nextInt(4);
            ShadowPage page = any();
            long entry = page.level() == 2 ? Spte.CHILD.with(1, page.table().raw()) : 0;
            Roots set = was.withCurrent(Roots.Root.pae(0)).withPaeRoot(quarter, entry);
            return new MmuEvent.RootsChanged(was, set);
        }
        ShadowPage page = any();
        return page.level() < 4
                ? fill()
                : new MmuEvent.RootsChanged(was, was.withCurrent(new Roots.Root(page.id(), 0)));
    }

    private MmuEvent fill() {
        ShadowPage page = any();
        int index = random.nextInt(4) == 0 ? random.nextInt(512) : random.nextInt(8);
        ShadowPage child = any();
        long spte =
                page.level() > 1 && child.level() == page.level() - 1
                        ? Spte.CHILD.with(LINK, child.table().raw())
                        : leaf(page.level());
        return change(page, index, spte);
    }

    private long leaf(int level) {
        if (level == 4) {
            return 0;
        }
        long spte = Spte.PFN.with(LEAF, 0x40_0000L + random.nextInt(4096));
        return level == 1 ? spte : Spte.PS.set(spte);
    }

    private MmuEvent empty() {
        ShadowPage page = any();
        int index = page.spt().nextNonZero(random.nextInt(8));
        return change(page, index == 512 ? 0 : index, 0);
    }

    private MmuEvent freeOrElseEmpty() {
        ShadowPage page = any();
        if (!page.parents().isEmpty() || isRoot(page) || page.spt().nextNonZero(0) < 512) {
            return empty();
        }
        pages.removeIf(id -> id == page.id());
        return new MmuEvent.ShadowPageFreed(page.id());
    }

    private boolean isRoot(ShadowPage page) {
        Roots roots = now.cpu().roots();
        return roots.current().page() == page.id()
                || roots.paeRoot().stream()
                        .anyMatch(e -> e != 0 && ShadowPage.childOf(e) == page.id());
    }

    private MmuEvent change(ShadowPage page, int index, long spte) {
        SpteAt at = new SpteAt(page.id(), index);
        Gfn gfn = page.indirect() ? new Gfn(random.nextInt(4096)) : page.gfnAt(index);
        return new MmuEvent.SpteChanged(
                at,
                page.level(),
                gfn,
                page.role().access(),
                page.spte(index),
                spte,
                MmuEvent.Why.SYNCED);
    }

    private ShadowPage any() {
        return now.shadow().page(pages.get(random.nextInt(pages.size())));
    }
}
