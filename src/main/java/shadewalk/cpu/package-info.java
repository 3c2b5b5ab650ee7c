/// The guest's processor, as far as a guest needs one to touch memory: it fetches instructions
/// through the shadow tables, leaves the guest for KVM when it must, and delivers exceptions.
///
/// [Opcodes] is the table of the instructions that are modelled: what a guest's kernel does to page
/// tables and control registers, and what the scripted guest is made of. Any other ends the run. An
/// instruction is executed by one piece of code, [Execution], over one of two kinds of memory:
/// [NativeBus] is the processor's own way through the shadow tables, [Emulator] is KVM's way, which
/// walks the guest's tables and tells the MMU of every write. The room stands between `mmu`, which
/// it drives, and `scenario`, which gives it programs; it is not part of `mmu` because nothing in
/// it is about shadow pages.
@NullMarked
package shadewalk.cpu;

import org.jspecify.annotations.NullMarked;
