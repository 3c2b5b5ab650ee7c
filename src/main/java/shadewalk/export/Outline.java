package shadewalk.export;

import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Heads;
import shadewalk.diagram.Shape;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.diagram.note.DrawnPlaces;

/// The line around what is selected, as the window draws it.
public final class Outline {

    private static final double GAP = 1;
    private static final double ROUND = 5;

    private Outline() {}

    /// The picture with a line around a thing; unchanged where the thing is not in it.
    ///
    /// @param thing its address, as in [DrawnPlaces]; empty for none
    public static Diagram around(Diagram picture, String thing) {
        return thing.isEmpty()
                ? picture
                : new DrawnPlaces(picture)
                        .find(thing)
                        .map(place -> picture.with(line(place.grown(GAP))))
                        .orElse(picture);
    }

    private static Shape line(Extent place) {
        return new Shape.Path(
                "selection",
                place.corners(),
                ROUND,
                true,
                Tone.PATH,
                Fill.NONE,
                Weight.STRONG,
                Heads.NONE);
    }
}
