package shadewalk.state;

import java.util.List;

/// The shadow tables the virtual processor runs on, and those it ran on before.
///
/// A guest without long mode runs on `pae_root`, four entries that each name a level-2 shadow page
/// and are no shadow page themselves. A 64-bit guest runs on one shadow page and keeps up to three
/// earlier ones at hand.
///
/// Source: `struct kvm_mmu` in `arch/x86/include/asm/kvm_host.h`, v6.1.
///
/// @param current the root in use, or [Root#NONE] until the next entry builds one
/// @param paeRoot the four entries of `pae_root`
/// @param previous `prev_roots`, three of them, most recently used first
public record Roots(Root current, List<Long> paeRoot, List<Root> previous) {

    /// How many earlier roots are kept (`KVM_MMU_NUM_PREV_ROOTS`).
    public static final int PREVIOUS = 3;

    /// Nothing loaded yet.
    public static final Roots NONE =
            new Roots(Root.NONE, List.of(0L, 0L, 0L, 0L), List.of(Root.NONE, Root.NONE, Root.NONE));

    public Roots {
        paeRoot = List.copyOf(paeRoot);
        previous = List.copyOf(previous);
    }

    /// One root.
    ///
    /// @param page the root's shadow page, or one of the two special numbers
    /// @param pgd the guest's CR3 it was built for
    public record Root(int page, long pgd) {

        private static final int PAE = -1;

        /// No root.
        public static final Root NONE = new Root(-2, -1);

        /// The root made of the four `pae_root` entries.
        public static Root pae(long pgd) {
            return new Root(PAE, pgd);
        }

        /// `VALID_PAGE(root.hpa)`.
        public boolean valid() {
            return page != NONE.page;
        }

        /// Whether this is `pae_root`, which has no shadow page behind it.
        public boolean isPae() {
            return page == PAE;
        }

        /// Whether a shadow page is behind this root.
        public boolean hasPage() {
            return page >= 0;
        }
    }

    public Roots withCurrent(Root root) {
        return new Roots(root, paeRoot, previous);
    }

    public Roots withPaeRoot(int quarter, long entry) {
        long[] four = {paeRoot.get(0), paeRoot.get(1), paeRoot.get(2), paeRoot.get(3)};
        four[quarter] = entry;
        return new Roots(current, List.of(four[0], four[1], four[2], four[3]), previous);
    }

    public Roots withPrevious(int place, Root root) {
        Root[] three = previous.toArray(Root[]::new);
        three[place] = root;
        return new Roots(current, paeRoot, List.of(three));
    }
}
