/// The nouns: everything that exists at one moment, as values that never change.
///
/// [State] holds the virtual processor, the memslots, the host's memory, the shadow pages and the
/// counters. The one way to another state is `State.after(MmuEvent)`, so the list of events of a
/// run *is* the run: any moment of it can be had again by applying the events up to there.
///
/// What the big parts hold follows KVM's own structures and their names: [ShadowPage] is `struct
/// kvm_mmu_page`, [Role] is `union kvm_mmu_page_role`, [Spte] is the 64-bit word in a shadow table.
/// Reverse maps and parent lists follow from the entries and are kept with them.
@NullMarked
package shadewalk.state;

import org.jspecify.annotations.NullMarked;
