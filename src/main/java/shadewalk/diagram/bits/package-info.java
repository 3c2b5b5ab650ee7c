/// The bits: a guest entry above the shadow entry made from it, and what became of each bit.
@NullMarked
package shadewalk.diagram.bits;

import org.jspecify.annotations.NullMarked;
