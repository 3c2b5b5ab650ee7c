/// Opening what a person brings: lessons, scenarios and sessions.
@NullMarked
package shadewalk.ui.open;

import org.jspecify.annotations.NullMarked;
