/// What differs between two states of one machine, such as the ends of two branches, said in the
/// field's own terms: guest entries, shadow pages, SPTEs.
@NullMarked
package shadewalk.read.differ;

import org.jspecify.annotations.NullMarked;
