package shadewalk.state;

/// Work KVM puts off until the next entry into the guest (`KVM_REQ_*`).
public enum Request {
    /// Drop roots that were zapped or belong to an old generation.
    MMU_FREE_OBSOLETE_ROOTS,
    /// Bring the unsync pages below the current root up to date.
    MMU_SYNC,
    /// Load the (switched) root into CR3.
    LOAD_MMU_PGD,
    /// Flush every translation of this guest.
    TLB_FLUSH,
    /// Flush the translations of the current root.
    TLB_FLUSH_CURRENT,
    /// Do what a full flush by the guest means: sync, then flush.
    TLB_FLUSH_GUEST,
    /// Stop the virtual processor with a triple fault.
    TRIPLE_FAULT
}
