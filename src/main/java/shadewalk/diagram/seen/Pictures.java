package shadewalk.diagram.seen;

import shadewalk.diagram.Diagram;
import shadewalk.diagram.bits.BitsPicture;
import shadewalk.diagram.note.Notes;
import shadewalk.diagram.quadrants.QuadrantsPicture;
import shadewalk.diagram.reach.ReachPicture;
import shadewalk.diagram.tables.TablesPicture;
import shadewalk.diagram.walk.WalkPicture;
import shadewalk.read.Picture;
import shadewalk.read.Seen;
import shadewalk.read.View;

/// Draws what is seen. A picture gets what it may show and nothing else: neither the run nor the
/// words beside things, and while a question is open nothing that could answer it.
public final class Pictures {

    /// How a picture is drawn.
    interface Drawing {
        Diagram of(Seen seen);
    }

    private Pictures() {}

    /// Draws a view.
    public static Diagram draw(View view) {
        return draw(view, drawing(view.picture()));
    }

    static Diagram draw(View view, Drawing drawing) {
        return Notes.on(drawing.of(view.seen()), view.notes(), view.selected());
    }

    private static Drawing drawing(Picture picture) {
        return switch (picture) {
            case WALK -> WalkPicture::of;
            case TABLES -> TablesPicture::of;
            case BITS -> BitsPicture::of;
            case QUADRANTS -> QuadrantsPicture::of;
            case REACH -> ReachPicture::of;
        };
    }
}
