/// How parts of the window share its room: nothing is cut off, whatever the size of its words.
@NullMarked
package shadewalk.ui.layout;

import org.jspecify.annotations.NullMarked;
