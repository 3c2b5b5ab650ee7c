package shadewalk.read;

/// Where the kernel does what an event tells; [Told] says which event has which.
///
/// @param name of the function, or of the few that do it; empty where it is not the kernel's doing
/// @param file the path in the kernel's sources, as of v6.1
public record KernelFunction(String name, String file) {
    static final KernelFunction NONE = new KernelFunction("", "");

    static KernelFunction mmu(String name) {
        return new KernelFunction(name, "arch/x86/kvm/mmu/mmu.c");
    }

    static KernelFunction walker(String name) {
        return new KernelFunction(name, "arch/x86/kvm/mmu/paging_tmpl.h");
    }

    static KernelFunction x86(String name) {
        return new KernelFunction(name, "arch/x86/kvm/x86.c");
    }

    static KernelFunction host(String name) {
        return new KernelFunction(name, "virt/kvm/kvm_main.c");
    }

    /// Whether the kernel does it at all.
    public boolean known() {
        return !name.isEmpty();
    }

    /// Function, file and kernel as one text: `mmu_set_spte, arch/x86/kvm/mmu/mmu.c, v6.1`.
    @Override
    public String toString() {
        return known() ? name + ", " + file + ", v6.1" : "";
    }
}
