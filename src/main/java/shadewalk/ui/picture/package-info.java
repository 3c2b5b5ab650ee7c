/// The picture: a [shadewalk.diagram.Diagram] on a canvas, its change into the next one, zoom and
/// pan, and what lies under the pointer.
///
/// The hint beside the pointer is a label of the picture: ControlsFX's `PopOver` is a window of its
/// own with an arrow, and would open and close with every shape that the pointer passes.
@NullMarked
package shadewalk.ui.picture;

import org.jspecify.annotations.NullMarked;
