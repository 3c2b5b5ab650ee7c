package shadewalk.export;

import static shadewalk.text.Texts.PICTURES;

import shadewalk.diagram.Diagram;
import shadewalk.diagram.Palette;

/// One picture, ready to be written.
///
/// @param language of its words, as a tag such as `de`
/// @param scale pixels to a unit, 1 to 4, where the format has pixels
/// @param session what it was drawn from, as a session file that the formats that can will carry;
///   empty to leave it out
public record Shot(
        Diagram diagram, String language, Palette palette, double scale, String session) {

    public Shot {
        if (scale < 1 || scale > 4) {
            throw new IllegalArgumentException("the scale is " + scale + ", not 1 to 4");
        }
    }

    /// A picture that carries nothing.
    public Shot(Diagram diagram, Palette palette, double scale) {
        this(diagram, PICTURES.language(), palette, scale, "");
    }
}
