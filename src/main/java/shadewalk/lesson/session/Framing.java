package shadewalk.lesson.session;

import java.util.List;

/// How a picture of a session was taken, so that the very same one can be taken again.
///
/// @param address the virtual address it is about
/// @param notes words beside things
/// @param caption the line beneath it; empty for none
/// @param theme `light`, `dark` or `print`
/// @param scale pixels to a unit, 1 to 4, where the format has pixels
/// @param outlined whether what is selected has an outline
/// @param crop what part of the picture is kept: left, top, width and height in its units; empty
///   for all of it
/// @param dealing whether the quadrants are dealt out only up to the address
public record Framing(
        long address,
        List<Note> notes,
        String caption,
        String theme,
        double scale,
        boolean outlined,
        List<Double> crop,
        boolean dealing) {

    /// A few words beside a thing of the picture.
    ///
    /// @param at the thing's id, `sp3/spte17`
    public record Note(String at, String words) {}

    public Framing {
        notes = List.copyOf(notes);
        crop = List.copyOf(crop);
        if (!crop.isEmpty() && crop.size() != 4) {
            throw new IllegalArgumentException(
                    "a part of a picture has left, top, width and height, not " + crop);
        }
    }
}
