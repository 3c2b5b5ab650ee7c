/// What the badges of the pictures say.
@NullMarked
package shadewalk.diagram.tell;

import org.jspecify.annotations.NullMarked;
