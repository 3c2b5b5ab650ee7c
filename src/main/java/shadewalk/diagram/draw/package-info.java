/// What every picture is drawn with: a sheet that gathers shapes, lines of wrapped text, bent
/// arrows, and the folding of long tables.
@NullMarked
package shadewalk.diagram.draw;

import org.jspecify.annotations.NullMarked;
