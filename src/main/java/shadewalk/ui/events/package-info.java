/// The list of events, in the kernel's words where the kernel has some.
@NullMarked
package shadewalk.ui.events;

import org.jspecify.annotations.NullMarked;
