package shadewalk.read;

import shadewalk.state.MmuEvent;

/// Where the kernel does what an event tells. Each has its row, so that a new event does not
/// compile without one.
///
/// @param name of the function, or of the few that do it; empty where it is not the kernel's doing
/// @param file the path in the kernel's sources, as of v6.1
public record KernelFunction(String name, String file) {

    private static final KernelFunction NONE = new KernelFunction("", "");

    /// Whether the kernel does it at all.
    public boolean known() {
        return !name.isEmpty();
    }

    public static KernelFunction of(MmuEvent event) {
        return switch (event) {
            case MmuEvent.StepStarted _, MmuEvent.StepEnded _ -> NONE;
            case MmuEvent.AccessStarted _, MmuEvent.AccessDone _ -> NONE;
            case MmuEvent.MemoryWritten _, MmuEvent.Counted _ -> NONE;

            case MmuEvent.PageFaultTaken _ -> mmu("kvm_handle_page_fault");
            case MmuEvent.ExceptionInjected _ -> x86("kvm_inject_exception");
            case MmuEvent.InstructionEmulated _ -> x86("x86_decode_emulated_instruction");
            case MmuEvent.MmioSeen _ -> x86("emulator_read_write_onepage");
            case MmuEvent.MmioExited _ -> x86("emulator_read_write");
            case MmuEvent.RunFailed _ -> x86("kvm_arch_vcpu_ioctl_run");

            case MmuEvent.WalkStarted _ -> walker("walk_addr_generic");
            case MmuEvent.GpteRead _ -> walker("walk_addr_generic");
            case MmuEvent.AccessedBitSet _ -> walker("update_accessed_dirty_bits");
            case MmuEvent.DirtyBitSet _ -> walker("update_accessed_dirty_bits");
            case MmuEvent.WalkFailed _ -> walker("walk_addr_generic");

            case MmuEvent.ShadowPageGot _ -> mmu("__kvm_mmu_get_shadow_page");
            case MmuEvent.ShadowPageZapPrepared _ -> mmu("__kvm_mmu_prepare_zap_page");
            case MmuEvent.ShadowPageCreated _ -> mmu("kvm_mmu_alloc_shadow_page");
            case MmuEvent.ShadowPageUnsynced _ -> mmu("kvm_unsync_page");
            case MmuEvent.ShadowPageSynced _ -> mmu("kvm_unlink_unsync_page");
            case MmuEvent.ShadowPageInvalidated _ -> mmu("__kvm_mmu_prepare_zap_page");
            case MmuEvent.ShadowPageFreed _ -> mmu("kvm_mmu_free_shadow_page");
            case MmuEvent.UnsyncChildMarked _ -> mmu("mark_unsync");
            case MmuEvent.WriteFloodingCounted _ -> mmu("detect_write_flooding");
            case MmuEvent.RootCounted _ -> mmu("mmu_alloc_root");
            case MmuEvent.AllZappedFast _ -> mmu("kvm_mmu_zap_all_fast");
            case MmuEvent.PageLimitSet _ -> mmu("kvm_mmu_change_mmu_pages");

            case MmuEvent.SpteRequested _ -> walker("fetch");
            case MmuEvent.SpteSet _ -> mmu("mmu_set_spte");
            case MmuEvent.SpteChanged _ -> mmu("mmu_spte_update");
            case MmuEvent.MmioSpteMarked _ -> mmu("mark_mmio_spte");
            case MmuEvent.MmioSpteChecked _ -> mmu("check_mmio_spte");
            case MmuEvent.MmioPageFaultHandled _ -> mmu("handle_mmio_page_fault");
            case MmuEvent.FastPageFaultTried _ -> mmu("fast_page_fault");

            case MmuEvent.RegisterLoaded _ ->
                    x86("kvm_set_cr0, kvm_set_cr3, kvm_set_cr4, set_efer");
            case MmuEvent.PdptrsLoaded _ -> x86("load_pdptrs");
            case MmuEvent.RootsChanged _ -> mmu("mmu_alloc_shadow_roots");
            case MmuEvent.RequestMade _ ->
                    new KernelFunction("kvm_make_request", "include/linux/kvm_host.h");
            case MmuEvent.RequestServed _ -> x86("vcpu_enter_guest");
            case MmuEvent.MmioCacheChanged _ ->
                    new KernelFunction("vcpu_cache_mmio_info", "arch/x86/kvm/x86.h");
            case MmuEvent.RetryRemembered _ -> x86("retry_instruction");

            case MmuEvent.MemslotsChanged _ -> host("kvm_set_memslot");
            case MmuEvent.HostFrameChanged _ -> host("kvm_mmu_notifier_invalidate_range_start");
            case MmuEvent.PageLoggedDirty _ -> host("mark_page_dirty_in_slot");
            case MmuEvent.DirtyLogCleared _ -> host("kvm_get_dirty_log_protect");
        };
    }

    private static KernelFunction mmu(String name) {
        return new KernelFunction(name, "arch/x86/kvm/mmu/mmu.c");
    }

    private static KernelFunction walker(String name) {
        return new KernelFunction(name, "arch/x86/kvm/mmu/paging_tmpl.h");
    }

    private static KernelFunction x86(String name) {
        return new KernelFunction(name, "arch/x86/kvm/x86.c");
    }

    private static KernelFunction host(String name) {
        return new KernelFunction(name, "virt/kvm/kvm_main.c");
    }

    /// Function, file and kernel as one text: `mmu_set_spte, arch/x86/kvm/mmu/mmu.c, v6.1`.
    @Override
    public String toString() {
        return known() ? name + ", " + file + ", v6.1" : "";
    }
}
