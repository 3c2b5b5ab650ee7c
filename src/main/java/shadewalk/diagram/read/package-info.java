/// What a picture needs to know of a state, found by reading alone: the two walks of an address,
/// the guest tables that are in use, which shadow pages stand for which.
@NullMarked
package shadewalk.diagram.read;

import org.jspecify.annotations.NullMarked;
