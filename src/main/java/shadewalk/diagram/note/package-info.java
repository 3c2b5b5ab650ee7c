/// Words that an author puts beside things of a finished picture.
@NullMarked
package shadewalk.diagram.note;

import org.jspecify.annotations.NullMarked;
