package shadewalk.read;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import shadewalk.mmu.GuestWrite;
import shadewalk.state.PageList;
import shadewalk.state.ShadowPage;
import shadewalk.state.SpteAt;
import shadewalk.state.State;
import shadewalk.x86.Gfn;
import shadewalk.x86.Page;

/// Which shadow entries stand for which guest entry, and the other way round.
///
/// A guest table of 1,024 entries of 4 bytes has several shadow pages: at level 1 two halves, whose
/// entries stand one for one; at level 2 four quarters, where each guest entry is two shadow
/// entries, one for each 2 MiB.
///
/// Source: `mmu.c`, `get_written_sptes` and `kvm_mmu_child_role`, v6.1.
public final class Twins {

    private Twins() {}

    /// What stands for a thing on the other side; nothing for a thing without a twin.
    public static List<Thing> of(State state, Thing thing) {
        return switch (thing) {
            case Thing.GuestTable(var gfn) ->
                    pages(state, gfn).stream()
                            .<Thing>map(page -> new Thing.ShadowTable(page.id()))
                            .toList();
            case Thing.GuestEntry(var gfn, var index) ->
                    pages(state, gfn).stream()
                            .flatMap(page -> standIns(page, index).stream())
                            .<Thing>map(Thing.ShadowEntry::new)
                            .toList();
            case Thing.ShadowTable(var id) -> guestTable(state, id);
            case Thing.ShadowEntry(var at) -> guestEntry(state, at);
            case Thing.PaeRoot _ ->
                    IntStream.range(0, state.cpu().roots().paeRoot().size())
                            .mapToObj(index -> behindRoot(state, index))
                            .flatMap(List::stream)
                            .distinct()
                            .toList();
            case Thing.RootEntry(var index) -> behindRoot(state, index);
            case Thing.Part part -> part.place().map(whole -> of(state, whole)).orElse(List.of());
        };
    }

    /// The shadow pages that stand for a guest table or a part of it and still count, oldest first.
    public static List<ShadowPage> pages(State state, Gfn gfn) {
        PageList ids = state.shadow().pagesOf(gfn);
        List<ShadowPage> pages = new ArrayList<>();
        for (int i = ids.size() - 1; i >= 0; i--) {
            ShadowPage page = state.shadow().page(ids.get(i));
            if (state.shadow().validIndirect(page)) {
                pages.add(page);
            }
        }
        return pages;
    }

    /// The entries of a page that stand for guest entry `index`; none if it is in another part.
    private static List<SpteAt> standIns(ShadowPage page, int index) {
        int bytes = page.role().gpteBytes();
        return index * bytes < Page.SIZE
                ? new GuestWrite(page.gfn().at(index * bytes), bytes).entries(page)
                : List.of();
    }

    private static List<Thing> behindRoot(State state, int index) {
        OptionalInt page = ShadowStep.ofPaeRoot(state, index).child();
        return page.isPresent() ? guestTable(state, page.getAsInt()) : List.of();
    }

    private static List<Thing> guestTable(State state, int id) {
        if (!state.shadow().exists(id) || !state.shadow().page(id).indirect()) {
            return List.of();
        }
        return List.of(new Thing.GuestTable(state.shadow().page(id).gfn()));
    }

    private static List<Thing> guestEntry(State state, SpteAt at) {
        if (!state.shadow().exists(at.page()) || !state.shadow().page(at.page()).indirect()) {
            return List.of();
        }
        ShadowPage page = state.shadow().page(at.page());
        return List.of(new Thing.GuestEntry(page.gfn(), Portion.of(page).guestIndex(at.index())));
    }
}
