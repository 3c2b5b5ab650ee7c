/// The walk: one address, cut twice, through the guest's tables above and the shadow tables below.
/// Each level has its column, so that a shadow page stands under the guest table it stands for, and
/// no two lines cross.
@NullMarked
package shadewalk.diagram.walk;

import org.jspecify.annotations.NullMarked;
