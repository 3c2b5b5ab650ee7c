package shadewalk.diagram.quadrants;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shadewalk.read.GuestStep;
import shadewalk.read.GuestWalk;
import shadewalk.read.Quadrant;
import shadewalk.read.ShadowStep;
import shadewalk.read.ShadowWalk;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.State;
import shadewalk.state.Words;
import shadewalk.x86.Gva;
import shadewalk.x86.PagingMode;

/// Who owns which piece of the address space, read from a state.
record Owners(State state) {

    /// Bytes in the whole space, in the part of one page directory, and in the part of one table.
    static final long SPACE = 0x1_0000_0000L;

    static final long QUARTER = 0x4000_0000L;
    static final long PIECE = 0x20_0000;

    /// Whether the guest's tables are cut in quadrants at all.
    boolean quartered() {
        return state.cpu().registers().mode() == PagingMode.PT32;
    }

    /// The shadow page of a level that an address goes through, if there is one.
    Optional<Integer> page(Gva gva, int level) {
        return ShadowWalk.of(state, gva).at(level).map(ShadowStep::page);
    }

    /// Where each piece of 2 MiB begins whose shadow page table is in use.
    List<Gva> madePieces() {
        List<Gva> made = new ArrayList<>();
        for (long start = 0; start < SPACE; start += QUARTER) {
            page(new Gva(start), 2).ifPresent(id -> addPieces(made, id));
        }
        return made;
    }

    private void addPieces(List<Gva> made, int page) {
        ShadowPage directory = state.shadow().page(page);
        long quarter = directory.role().quadrant() * QUARTER;
        Words entries = directory.spt();
        for (int i = entries.nextNonZero(0); i < 512; i = entries.nextNonZero(i + 1)) {
            if (Spte.presentNonLeaf(directory.spte(i), 2)) {
                made.add(new Gva(quarter + i * PIECE));
            }
        }
    }

    /// The guest's entry for an address at level 2.
    Optional<GuestStep> pde(Gva gva) {
        return GuestWalk.of(state, gva).at(2);
    }

    /// The shadow entry for an address at level 2.
    int shadowPde(Gva gva) {
        return Quadrant.place(gva, 1);
    }
}
