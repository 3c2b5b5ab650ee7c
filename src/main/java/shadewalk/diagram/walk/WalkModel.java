package shadewalk.diagram.walk;

import static shadewalk.text.Texts.PICTURES;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Field;
import shadewalk.diagram.Tone;
import shadewalk.read.GuestStep;
import shadewalk.read.OnStage;
import shadewalk.read.Phase;
import shadewalk.read.Portion;
import shadewalk.read.Quadrant;
import shadewalk.read.Seen;
import shadewalk.read.ShadowStep;
import shadewalk.read.ShadowWalk;
import shadewalk.read.Telling;
import shadewalk.read.Thing;
import shadewalk.read.Touch;
import shadewalk.read.TwinWalk;
import shadewalk.read.Twins;
import shadewalk.read.WalkStory;
import shadewalk.read.tell.EventWords;
import shadewalk.read.tell.Names;
import shadewalk.state.HostMemory;
import shadewalk.state.MmuEvent;
import shadewalk.state.Roots;
import shadewalk.state.ShadowPage;
import shadewalk.state.SpteAt;
import shadewalk.state.State;
import shadewalk.x86.Gpa;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.Hpa;
import shadewalk.x86.PageFault;
import shadewalk.x86.PagingMode;

/// What the walk shows at one moment: both walks of the address, and which of their entries stand
/// out.
///
/// @param telling what may be said: how many shadow pages a guest table takes could be an answer
/// @param looked what somebody looks at
/// @param stage the parts that are on stage
record WalkModel(
        State state,
        WalkStory story,
        TwinWalk walk,
        Telling telling,
        Optional<Thing> looked,
        Set<OnStage> stage) {

    /// A place for a shadow page in a column.
    ///
    /// @param part of the guest's table that the page stands for
    /// @param page the page, or null if it has not been made
    record Slot(Portion part, @Nullable ShadowPage page) {}

    static WalkModel of(Seen seen) {
        TwinWalk walk = TwinWalk.of(seen.state(), seen.story().gva());
        return new WalkModel(
                seen.state(), seen.story(), walk, seen.telling(), seen.selected(), seen.stage());
    }

    /// The entries of a table that are not folded away: those that somebody looks at or that stand
    /// for such, and the one that something just happened to.
    ///
    /// @param entries how many the table has
    Set<Integer> wanted(Thing table, int entries) {
        Set<Integer> wanted = new TreeSet<>();
        Stream.concat(
                        looked.stream()
                                .flatMap(thing ->
                                        Stream.concat(
                                                Stream.of(thing), Twins.of(state, thing).stream())),
                        story.touch().map(Touch::thing).stream())
                .filter(thing -> thing.table().filter(table::equals).isPresent())
                .forEach(thing -> {
                    switch (thing) {
                        case Thing.GuestEntry(_, var index) -> wanted.add(index);
                        case Thing.ShadowEntry(var at) -> wanted.add(at.index());
                        default -> {}
                    }
                });
        wanted.removeIf(index -> index >= entries);
        return wanted;
    }

    PagingMode guestMode() {
        return walk.guest().mode();
    }

    PagingMode shadowMode() {
        return walk.shadow().mode();
    }

    /// Whether a part is on stage.
    boolean shows(OnStage part) {
        return stage.contains(part);
    }

    /// What of its role tells a page from its siblings; empty where nothing does, before badges are
    /// on stage, and while it could be the answer to a question.
    String apart(ShadowPage page) {
        boolean may = shows(OnStage.BADGES) && telling.all();
        return may ? Names.apart(state, page) : "";
    }

    /// Where the guest's walk leads, if it reaches memory.
    Optional<Gpa> guestPage() {
        return Optional.ofNullable(walk.guest().gpa()).filter(_ -> shows(OnStage.GUEST));
    }

    /// Where the processor's walk leads, if it reaches memory. Before that walk is on stage: where
    /// the guest's page lies.
    Optional<Hpa> hostPage() {
        if (!shows(OnStage.MEMORY)) {
            return Optional.empty();
        }
        return shows(OnStage.SHADOW)
                ? Optional.ofNullable(walk.shadow().address())
                : guestPage()
                        .flatMap(page ->
                                Optional.ofNullable(state.frame(page.gfn()))
                                        .filter(HostMemory::isOwn)
                                        .map(frame -> frame.at(page.offset())));
    }

    /// What happened last, in words, if what it happened to is on stage.
    String words() {
        MmuEvent event = story.event();
        return event == null || !speaks() ? "" : EventWords.of(event, state, walk);
    }

    /// Before the shadow is on stage only the guest's own walk is spoken of.
    private boolean speaks() {
        return shows(OnStage.SHADOW)
                || story.touch()
                        .filter(touch -> touch.thing() instanceof Thing.GuestEntry)
                        .filter(_ -> shows(OnStage.GUEST))
                        .isPresent();
    }

    /// What the processor's CR3 leads to.
    String root() {
        Roots.Root root = state.cpu().roots().current();
        return root.isPae()
                ? new Thing.PaeRoot().id()
                : root.hasPage()
                        ? new Thing.ShadowTable(root.page()).id()
                        : PICTURES.get("shadow-track.none");
    }

    /// Levels of the picture: those of the shadow, which has at least as many as the guest.
    int depth() {
        return shadowMode().depth();
    }

    /// Levels that have a column: without the shadow, those of the guest.
    int columns() {
        return shows(OnStage.SHADOW) ? depth() : Math.max(2, guestMode().depth());
    }

    /// Whether a guest table needs several shadow pages.
    boolean quartered() {
        return guestMode().equals(PagingMode.PT32);
    }

    /// Whether the picture says how many shadow pages a guest table takes.
    boolean tellsHowMany() {
        return telling.all() || !quartered();
    }

    /// Whether KVM has read the guest's entry of a level in this story.
    boolean guestRead(int level) {
        return story.phase() == Phase.REST || level >= story.guestLevel();
    }

    /// Whether the processor's walk is over; until then none of its entries has been used.
    boolean walked() {
        return story.phase() != Phase.HARDWARE_WALK;
    }

    Tone mark(GuestStep step) {
        Tone touched = touched(step.thing());
        if (touched != Tone.PLAIN) {
            return touched;
        }
        if (!guestRead(step.level().number())) {
            return Tone.PLAIN;
        }
        if (step.present()) {
            return forbids(step) ? Tone.FAULT : Tone.PATH;
        }
        return story.phase() == Phase.REST ? Tone.GHOST : Tone.FAULT;
    }

    /// Whether the guest's fault is due to a right that this entry withholds.
    private boolean forbids(GuestStep step) {
        if (story.phase() != Phase.GUEST_FAULT || story.errorCode().isEmpty()) {
            return false;
        }
        long code = story.errorCode().getAsLong();
        return PageFault.U.in(code) && withholds(step, GuestEntry.US)
                || PageFault.W.in(code) && withholds(step, GuestEntry.RW)
                || PageFault.F.in(code)
                        && has(step, GuestEntry.NX)
                        && GuestEntry.NX.in(step.entry());
    }

    private static boolean withholds(GuestStep step, Field right) {
        return has(step, right) && !right.in(step.entry());
    }

    private static boolean has(GuestStep step, Field field) {
        return step.layout().fields().contains(field);
    }

    Tone mark(ShadowStep step) {
        boolean last = walk.shadow().last().filter(step::equals).isPresent();
        if (last && story.phase() == Phase.EXIT) {
            return Tone.FAULT;
        }
        if (!walked()) {
            return Tone.PLAIN;
        }
        Tone touched = touched(step.thing());
        if (touched != Tone.PLAIN) {
            return touched;
        }
        if (step.present()) {
            return Tone.PATH;
        }
        if (last && story.event() instanceof MmuEvent.SpteRequested) {
            return Tone.CURRENT;
        }
        return step.mmio() ? Tone.MMIO : Tone.GHOST;
    }

    /// The tone of what the last event was about, [Tone#PLAIN] for everything else.
    Tone touched(Thing thing) {
        Optional<Touch> touch = story.touch().filter(t -> t.thing().equals(thing));
        return touch.map(t -> t.kind() == Touch.Kind.READ ? Tone.CURRENT : Tone.CHANGED)
                .orElse(Tone.PLAIN);
    }

    /// The shadow pages of a level's column: those that stand for the guest's table on the way, and
    /// those the entries above name.
    List<Slot> slots(int level) {
        List<ShadowPage> pages = new ArrayList<>();
        walk.guestTable(level)
                .ifPresent(table -> pages.addAll(TwinWalk.standIns(state, table, level)));
        linked(level).stream().filter(page -> !pages.contains(page)).forEach(pages::add);
        touchedPage(level).filter(page -> !pages.contains(page)).ifPresent(pages::add);
        List<Slot> slots = new ArrayList<>();
        for (ShadowPage page : pages) {
            slots.add(new Slot(Portion.of(page), page));
        }
        if (tellsHowMany() && (walk.guestTable(level).isPresent() || !pages.isEmpty())) {
            addMissing(slots, level);
        }
        slots.sort(
                Comparator.comparingInt((Slot slot) -> slot.part().quadrant())
                        .thenComparingInt(slot -> slot.page() == null ? -1 : slot.page().id()));
        return slots;
    }

    private void addMissing(List<Slot> slots, int level) {
        if (!quartered()) {
            if (slots.isEmpty()) {
                slots.add(new Slot(new Portion(level, 0, 1), null));
            }
            return;
        }
        for (int quadrant = 0; quadrant < Quadrant.count(level); quadrant++) {
            Portion missing = Portion.quarter(level, quadrant);
            if (slots.stream().noneMatch(slot -> missing.equals(slot.part()))) {
                slots.add(new Slot(missing, null));
            }
        }
    }

    /// The page that something just happened to, if it is of a level: a new one is seen before an
    /// entry names it.
    private Optional<ShadowPage> touchedPage(int level) {
        return story.touch()
                .map(Touch::thing)
                .filter(thing ->
                        thing instanceof Thing.ShadowTable t && state.shadow().exists(t.page()))
                .map(thing -> state.shadow().page(((Thing.ShadowTable) thing).page()))
                .filter(page -> page.level() == level);
    }

    /// The pages that the entry above names, and the one beside it that shares its guest entry.
    private List<ShadowPage> linked(int level) {
        List<ShadowPage> pages = new ArrayList<>();
        for (ShadowStep step : walk.shadow().steps()) {
            if (step.level().number() == level && !step.inPaeRoot()) {
                pages.add(state.shadow().page(step.page()));
            }
            if (step.level().number() == level + 1 && !step.inPaeRoot() && quartered()) {
                ShadowStep.of(state, new SpteAt(step.page(), step.index() ^ 1))
                        .child()
                        .ifPresent(twin -> add(pages, state.shadow().page(twin)));
            }
        }
        return pages;
    }

    private static void add(List<ShadowPage> pages, ShadowPage page) {
        if (!pages.contains(page)) {
            pages.add(page);
        }
    }

    /// The step of the walk in a page, if it goes through there.
    Optional<ShadowStep> step(ShadowPage page) {
        return walk.shadow().at(page.level()).filter(step -> step.page() == page.id());
    }

    boolean onTheWay(ShadowPage page) {
        return step(page).isPresent();
    }

    boolean missed() {
        return walk.shadow().end() != ShadowWalk.End.PAGE;
    }
}
