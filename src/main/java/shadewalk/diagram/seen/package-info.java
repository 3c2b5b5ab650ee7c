/// The door through which pictures are drawn. It knows them all, so it is a room above them.
@NullMarked
package shadewalk.diagram.seen;

import org.jspecify.annotations.NullMarked;
