/// The picture: a [shadewalk.diagram.Diagram] on a canvas, its change into the next one, zoom and
/// pan, and what lies under the pointer.
@NullMarked
package shadewalk.ui.picture;

import org.jspecify.annotations.NullMarked;
