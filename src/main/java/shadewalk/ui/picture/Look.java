package shadewalk.ui.picture;

import java.util.Optional;
import shadewalk.read.Thing;

/// How a picture is to be looked at.
///
/// @param percent how large; 0 to fit all of it
/// @param at what stands in the middle
public record Look(int percent, Optional<Thing> at) {

    /// All of the picture.
    public static final Look WHOLE = new Look(0, Optional.empty());
}
