/// The verbs: what KVM's shadow MMU does, as Linux 6.1 does it.
///
/// Each class is one part of that work. A method that stands for a function of the kernel names it
/// behind the word Kernel, with its file in `arch/x86/kvm` or `virt/kvm`; `FNAME(x)` is what
/// `paging_tmpl.h` compiles once for each format of guest entries. All classes read [Recorder#now]
/// and change nothing but through [Recorder#emit]. From the bottom up:
///
/// - [Recorder], the one door for change;
/// - [SpteEditor] and [GuestMemory], single entries and single words of memory;
/// - [GuestWalker], the walk of the guest's own tables, with [Permissions] and [ReservedBits];
/// - [UnsyncPages], [Zapper], [Syncer] and [ShadowPages], the life of shadow pages;
/// - [SpteMaker] and [LeafSetter], how an entry comes to its bits; [Prefetcher], its neighbours;
/// - [PagingFault] and [DirectFault], the two fault handlers; [MmioFault], device pages;
/// - [WriteTracker], what a write to a guest table does; [RootLoader], roots;
/// - [HardwareWalker], the processor itself, walking the shadow tables;
/// - [Vm], the memslots, dirty logs and shadow pages of a virtual machine; [HostSide], what its
///   owner does to guest memory;
/// - [Vcpu], a virtual processor: it enters the guest, takes exits and loads registers.
@NullMarked
package shadewalk.mmu;

import org.jspecify.annotations.NullMarked;
