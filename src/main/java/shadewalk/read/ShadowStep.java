package shadewalk.read;

import shadewalk.bits.Layout;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
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
