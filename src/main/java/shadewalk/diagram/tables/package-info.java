/// The tables: every guest table with the shadow pages that stand for it, in a column for each
/// level.
@NullMarked
package shadewalk.diagram.tables;

import org.jspecify.annotations.NullMarked;
