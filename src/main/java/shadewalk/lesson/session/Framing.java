package shadewalk.lesson.session;

import java.util.List;
import java.util.Optional;

/// How a picture of what is seen is taken.
///
/// @param theme `light`, `dark` or `print`
/// @param scale pixels to a unit, 1 to 4, where the format has pixels
/// @param outlined whether what is selected has an outline
/// @param caption the line beneath; nothing for where it comes from, an empty one for none
/// @param crop what part of the picture is kept: left, top, width and height in its units; empty
///   for all of it
/// @param around the things around which the picture is cut, by their ids; empty for none
/// @param carry whether the file carries the session
public record Framing(
        String theme,
        double scale,
        boolean outlined,
        Optional<String> caption,
        List<Double> crop,
        List<String> around,
        boolean carry) {

    /// Twice as fine as a screen: sharp on a slide.
    public static final double USUAL_SCALE = 2;

    /// All of the picture, as it is on screen.
    public static final Framing USUAL =
            new Framing("light", USUAL_SCALE, true, Optional.empty(), List.of(), List.of(), true);

    public Framing {
        crop = List.copyOf(crop);
        around = List.copyOf(around);
        if (!crop.isEmpty() && crop.size() != 4) {
            throw new IllegalArgumentException(
                    "a part of a picture has left, top, width and height, not " + crop);
        }
    }

    /// The same without a caption and without the session, for a page that has the one and a file
    /// that has no room for the other.
    public Framing bare() {
        return new Framing(theme, scale, outlined, Optional.of(""), crop, around, false);
    }

    /// The same without the session.
    public Framing carryingNothing() {
        return new Framing(theme, scale, outlined, caption, crop, around, false);
    }

    /// What takes the same picture again.
    ///
    /// @param line that stands beneath it
    /// @param part that was kept of it
    public Framing taken(String line, List<Double> part) {
        return new Framing(theme, scale, outlined, Optional.of(line), part, List.of(), carry);
    }
}
