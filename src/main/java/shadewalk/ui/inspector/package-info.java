/// What is known of the selected thing: its bits, its twins, who points at it, who changed it.
@NullMarked
package shadewalk.ui.inspector;

import org.jspecify.annotations.NullMarked;
