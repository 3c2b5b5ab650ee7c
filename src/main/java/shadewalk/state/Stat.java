package shadewalk.state;

/// What KVM counts, in the order its statistics file lists them: first those of the virtual
/// machine, then those of the virtual processor.
///
/// Source: `kvm_vm_stats_desc` and `kvm_vcpu_stats_desc` in `arch/x86/kvm/x86.c`, v6.1.
public enum Stat {
    MMU_SHADOW_ZAPPED("mmu_shadow_zapped"),
    MMU_PTE_WRITE("mmu_pte_write"),
    MMU_PDE_ZAPPED("mmu_pde_zapped"),
    MMU_FLOODED("mmu_flooded"),
    MMU_RECYCLED("mmu_recycled"),
    MMU_CACHE_MISS("mmu_cache_miss"),
    MMU_UNSYNC("mmu_unsync"),
    PAGES_4K("pages_4k"),
    PAGES_2M("pages_2m"),
    PAGES_1G("pages_1g"),
    PF_TAKEN("pf_taken"),
    PF_FIXED("pf_fixed"),
    PF_EMULATE("pf_emulate"),
    PF_SPURIOUS("pf_spurious"),
    PF_FAST("pf_fast"),
    PF_MMIO_SPTE_CREATED("pf_mmio_spte_created"),
    PF_GUEST("pf_guest"),
    TLB_FLUSH("tlb_flush"),
    INVLPG("invlpg");

    private final String kernelName;

    Stat(String kernelName) {
        this.kernelName = kernelName;
    }

    /// The name in KVM's statistics.
    public String kernelName() {
        return kernelName;
    }

    /// The count of mapped pages of this level's size.
    static Stat pages(int level) {
        return switch (level) {
            case 1 -> PAGES_4K;
            case 2 -> PAGES_2M;
            default -> PAGES_1G;
        };
    }
}
