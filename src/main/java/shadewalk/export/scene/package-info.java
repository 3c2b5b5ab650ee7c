/// What pictures are taken of, a moment of a lesson, a scenario or a session, and how: window and
/// command line wish for a picture in the same words and get the same one.
@NullMarked
package shadewalk.export.scene;

import org.jspecify.annotations.NullMarked;
