/// The one reading of a state and of a run: every question about them is asked here, and nowhere
/// else. The two walks of an address, the guest tables that are in use, which shadow pages stand
/// for which, what a write touches, what a bit would change, what differs.
///
/// Only this room and `mmu` follow a table entry.
@NullMarked
package shadewalk.read;

import org.jspecify.annotations.NullMarked;
