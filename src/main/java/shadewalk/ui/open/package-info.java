/// Opening lessons, scenarios and sessions, and work that takes its time.
@NullMarked
package shadewalk.ui.open;

import org.jspecify.annotations.NullMarked;
