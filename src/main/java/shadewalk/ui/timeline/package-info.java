/// The bar that shows a whole run at once: a tick for every event, the steps, and where we are.
@NullMarked
package shadewalk.ui.timeline;

import org.jspecify.annotations.NullMarked;
