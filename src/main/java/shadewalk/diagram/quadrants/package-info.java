/// The quadrants: the address space of a 32-bit guest as its shadow pages share it out.
@NullMarked
package shadewalk.diagram.quadrants;

import org.jspecify.annotations.NullMarked;
