/// How far tables reach: a guest's table over the shadow tables that stand for it, to scale, with
/// one address in both. Entry and table sizes can be varied to see why it is one, two or four.
@NullMarked
package shadewalk.diagram.reach;

import org.jspecify.annotations.NullMarked;
