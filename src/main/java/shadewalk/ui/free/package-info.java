/// Free play: doing things to a machine, leaving a run anywhere, and comparing what comes of it.
@NullMarked
package shadewalk.ui.free;

import org.jspecify.annotations.NullMarked;
