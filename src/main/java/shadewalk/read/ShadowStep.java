package shadewalk.read;

import java.util.OptionalInt;
import shadewalk.bits.Layout;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.state.State;
import shadewalk.x86.PagingMode;

/// One entry that the processor uses on the way of an address.
///
/// @param level the row of the paging mode the processor runs in
/// @param page the shadow page it stands in, or [#PAE_ROOT]
/// @param index its number in its table
/// @param spte its value
public record ShadowStep(PagingMode.Level level, int page, int index, long spte) {

    /// Stands for `pae_root`, which is no shadow page.
    public static final int PAE_ROOT = -1;

    /// An entry of a shadow page.
    public static ShadowStep of(State state, SpteAt at) {
        ShadowPage page = state.shadow().page(at.page());
        PagingMode.Level level = mode(state).level(page.level());
        return new ShadowStep(level, at.page(), at.index(), page.spte(at.index()));
    }

    /// An entry of `pae_root`.
    public static ShadowStep ofPaeRoot(State state, int index) {
        long entry = state.cpu().roots().paeRoot().get(index);
        return new ShadowStep(PagingMode.PAE.level(3), PAE_ROOT, index, entry);
    }

    /// The mode the processor runs in, whatever the guest believes.
    public static PagingMode mode(State state) {
        PagingMode guest = state.cpu().registers().mode();
        return guest.depth() > PagingMode.PAE.depth() ? guest : PagingMode.PAE;
    }

    public boolean inPaeRoot() {
        return page == PAE_ROOT;
    }

    public SpteAt at() {
        if (inPaeRoot()) {
            throw new IllegalStateException("an entry of pae_root has no place in a shadow page");
        }
        return new SpteAt(page, index);
    }

    /// Whether the processor can go on from here, or has arrived.
    public boolean present() {
        return inPaeRoot() ? Spte.P.in(spte) : Spte.present(spte);
    }

    /// The shadow page that it names, if it names one.
    public OptionalInt child() {
        boolean names = inPaeRoot() ? Spte.P.in(spte) : Spte.presentNonLeaf(spte, level.number());
        return names ? OptionalInt.of(ShadowPage.childOf(spte)) : OptionalInt.empty();
    }

    /// Whether the entry maps memory.
    public boolean leaf() {
        return !inPaeRoot() && Spte.presentLeaf(spte, level.number());
    }

    /// Whether the entry stands for a device.
    public boolean mmio() {
        return !inPaeRoot() && !Spte.present(spte) && Spte.mmio(spte);
    }

    public Layout layout() {
        return inPaeRoot() ? Spte.PAE_ROOT : Spte.layout(spte, level.number());
    }

    public Thing.Place thing() {
        return inPaeRoot() ? new Thing.RootEntry(index) : new Thing.ShadowEntry(at());
    }
}
