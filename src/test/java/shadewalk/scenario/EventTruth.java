package shadewalk.scenario;

import shadewalk.state.MmuEvent;
import shadewalk.state.PageSummary;
import shadewalk.state.Registers;
import shadewalk.state.ShadowPage;
import shadewalk.state.State;
import shadewalk.x86.PagingMode;

/// An event says what was and what is. What it says was there must have been there.
final class EventTruth {

    private EventTruth() {}

    /// Whether an event agrees with the state before it.
    static boolean holds(State before, MmuEvent event) {
        return switch (event) {
            case MmuEvent.SpteSet e ->
                    e.was() == before.shadow().spte(e.at())
                            && e.level() == page(before, e.at().page()).level();
            case MmuEvent.SpteChanged e ->
                    e.was() == before.shadow().spte(e.at())
                            && e.was() != e.now()
                            && e.level() == page(before, e.at().page()).level();
            case MmuEvent.MmioSpteMarked e -> before.shadow().exists(e.at().page());
            case MmuEvent.ShadowPageGot e -> isAs(before, e.page());
            case MmuEvent.ShadowPageZapPrepared e -> isAs(before, e.page());
            case MmuEvent.ShadowPageUnsynced e -> isAs(before, e.page()) && !e.page().unsync();
            case MmuEvent.ShadowPageSynced e -> isAs(before, e.page()) && e.page().unsync();
            case MmuEvent.ShadowPageCreated e -> e.page() == before.shadow().nextPage();
            case MmuEvent.ShadowPageInvalidated e -> before.shadow().exists(e.page());
            case MmuEvent.ShadowPageFreed e ->
                    page(before, e.page()).role().invalid()
                            && page(before, e.page()).rootCount() == 0
                            && page(before, e.page()).spt().nextNonZero(0) == 512
                            && page(before, e.page()).parents().isEmpty();
            case MmuEvent.UnsyncChildMarked e ->
                    page(before, e.at().page()).unsyncChildren().get(e.at().index()) != e.now();
            case MmuEvent.WriteFloodingCounted e ->
                    e.was() == page(before, e.page()).writeFlooding() && e.was() != e.now();
            case MmuEvent.RootCounted e -> e.was() == page(before, e.page()).rootCount();
            case MmuEvent.AllZappedFast e ->
                    e.generation() == before.shadow().generation()
                            && e.usedPages() == before.shadow().usedPages();
            case MmuEvent.PageLimitSet e -> e.was() == before.shadow().maxPages();
            case MmuEvent.RegisterLoaded e ->
                    e.was() == before.cpu().registers().get(e.name()) && e.was() != e.now();
            case MmuEvent.PdptrsLoaded e -> e.was().equals(before.cpu().registers().pdptrs());
            case MmuEvent.RootsChanged e ->
                    e.was().equals(before.cpu().roots()) && !e.was().equals(e.now());
            case MmuEvent.RequestMade e -> !before.cpu().requests().contains(e.request());
            case MmuEvent.RequestServed e -> before.cpu().requests().contains(e.request());
            case MmuEvent.MmioCacheChanged e -> e.was().equals(before.cpu().mmio());
            case MmuEvent.RetryRemembered e -> e.was().equals(before.cpu().retry());
            case MmuEvent.MemslotsChanged e -> e.was().equals(before.slots());
            case MmuEvent.MemoryWritten e ->
                    e.frame().equals(before.frame(e.at().gfn()))
                            && e.was()
                                    == before.memory().read(e.frame(), e.at().offset(), e.bytes());
            case MmuEvent.HostFrameChanged e ->
                    e.was().equals(before.memory().frame(e.slot(), e.page()));
            case MmuEvent.PageLoggedDirty e -> !before.memory().isDirty(e.slot(), e.page());
            case MmuEvent.DirtyLogCleared _, MmuEvent.Counted _ -> true;
            case MmuEvent.GpteRead e -> stands(before, e);
            case MmuEvent.SpteRequested e ->
                    before.frame(e.gfn()) == null
                            ? e.pfn().isNoSlot()
                            : e.pfn().equals(before.frame(e.gfn()));
            case MmuEvent.Note _ -> true;
        };
    }

    /// Whether the guest entry stands there, in memory or, for a pointer of PAE paging, in the
    /// processor.
    private static boolean stands(State state, MmuEvent.GpteRead read) {
        Registers registers = state.cpu().registers();
        if (registers.mode() == PagingMode.PAE && read.level() == 3) {
            long first = registers.cr3() & 0xffff_ffe0L;
            long number = (read.at().raw() - first) / 8;
            return number >= 0
                    && number < 4
                    && first + number * 8 == read.at().raw()
                    && registers.pdptrs().get((int) number) == read.gpte();
        }
        Long now = state.read(read.at(), registers.mode().entryBytes());
        return now != null && now == read.gpte();
    }

    private static ShadowPage page(State state, int id) {
        return state.shadow().page(id);
    }

    private static boolean isAs(State state, PageSummary told) {
        return told.equals(PageSummary.of(page(state, told.page())));
    }
}
