/// Writing lessons: a file is watched, played anew at each save, and its problems are listed.
@NullMarked
package shadewalk.ui.author;

import org.jspecify.annotations.NullMarked;
