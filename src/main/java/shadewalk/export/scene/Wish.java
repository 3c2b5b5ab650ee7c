package shadewalk.export.scene;

import java.util.List;
import java.util.Optional;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Palette;
import shadewalk.lesson.session.Framing;
import shadewalk.read.Picture;

/// How a picture is to be taken.
///
/// @param view which picture; nothing for the one that is meant
/// @param scale pixels to a unit, 1 to 4, where the format has pixels
/// @param notes whether words stand beside things
/// @param outline whether what is selected has an outline
/// @param caption the line beneath; nothing for where it comes from, an empty one for none
/// @param part the part that is kept; nothing for all
/// @param around the things around which the picture is cut, by their ids; empty for none
/// @param carry whether the file carries the session
public record Wish(
        Optional<Picture> view,
        Palette palette,
        double scale,
        boolean notes,
        boolean outline,
        Optional<String> caption,
        Optional<Extent> part,
        List<String> around,
        boolean carry) {

    /// Twice as fine as a screen: sharp on a slide.
    public static final double USUAL_SCALE = 2;

    /// Everything that is on screen, all of it.
    public static final Wish USUAL =
            new Wish(
                    Optional.empty(),
                    Palette.LIGHT,
                    USUAL_SCALE,
                    true,
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    true);

    public Wish {
        around = List.copyOf(around);
    }

    /// The same without a caption and without the session, for a page that has the one and a file
    /// that has no room for the other.
    public Wish bare() {
        return new Wish(view, palette, scale, notes, outline, Optional.of(""), part, around, false);
    }

    /// The same of another picture, without notes and outline.
    Wish plain(Picture other) {
        return new Wish(
                Optional.of(other), palette, scale, false, false, caption, part, around, carry);
    }

    /// The same with the session in the file, or without it.
    public Wish carrying(boolean session) {
        return new Wish(view, palette, scale, notes, outline, caption, part, around, session);
    }

    /// What makes the same picture again.
    public static Wish of(Framing framing) {
        List<Double> crop = framing.crop();
        Optional<Extent> part =
                crop.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Extent(
                                        crop.get(0),
                                        crop.get(1),
                                        crop.get(0) + crop.get(2),
                                        crop.get(1) + crop.get(3)));
        return new Wish(
                Optional.empty(),
                Palette.named(framing.theme()),
                framing.scale(),
                true,
                framing.outlined(),
                Optional.of(framing.caption()),
                part,
                List.of(),
                true);
    }
}
