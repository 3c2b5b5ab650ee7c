/// Events in the window: what each kind looks like, and the list of them, in the kernel's words
/// where the kernel has some.
@NullMarked
package shadewalk.ui.events;

import org.jspecify.annotations.NullMarked;
