/// What lies where in a diagram, and what a person means who points at it.
@NullMarked
package shadewalk.diagram.parts;

import org.jspecify.annotations.NullMarked;
