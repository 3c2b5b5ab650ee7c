package shadewalk.export.scene;

import java.util.List;
import java.util.Optional;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Palette;
import shadewalk.diagram.seen.Pictures;
import shadewalk.export.Album;
import shadewalk.export.Caption;
import shadewalk.export.Crop;
import shadewalk.export.Outline;
import shadewalk.export.Shot;
import shadewalk.lesson.session.Framing;
import shadewalk.lesson.session.Session;
import shadewalk.lesson.session.SessionFile;
import shadewalk.read.View;

/// Takes pictures.
public final class SceneCamera {

    private SceneCamera() {}

    /// Takes one.
    public static Shot take(Slide slide, Framing framing) {
        Diagram whole = whole(slide.view(), framing);
        Optional<Extent> part = part(whole, framing);
        String caption = framing.caption().orElse(slide.caption());
        Framing taken =
                framing.taken(
                        caption,
                        part.map(p -> List.of(p.left(), p.top(), p.width(), p.height()))
                                .orElse(List.of()));
        return new Shot(
                Caption.under(part.map(p -> Crop.to(whole, p)).orElse(whole), caption),
                slide.language(),
                Palette.named(framing.theme()),
                framing.scale(),
                session(slide, taken));
    }

    /// Takes one as a page of an album, which has the caption beneath.
    public static Album.Page page(Slide slide, Framing framing) {
        String caption = framing.caption().orElse(slide.caption());
        return new Album.Page(slide.title(), caption, take(slide, framing.bare()).diagram());
    }

    /// The whole picture, before it is cut.
    public static Diagram whole(View view, Framing framing) {
        Diagram picture = Pictures.draw(view);
        return framing.outlined() ? Outline.around(picture, view.selected()) : picture;
    }

    /// The session that a picture carries; none while a question is open, whose answer it could
    /// give away.
    private static String session(Slide slide, Framing taken) {
        return taken.carry() && !slide.view().isAsked()
                ? SessionFile.write(
                        new Session(slide.play().get(), slide.branch(), slide.view()).in(taken))
                : "";
    }

    private static Optional<Extent> part(Diagram whole, Framing framing) {
        List<Double> crop = framing.crop();
        return crop.isEmpty()
                ? Crop.around(whole, framing.around())
                : Optional.of(
                        Crop.within(
                                whole,
                                new Extent(
                                        crop.get(0),
                                        crop.get(1),
                                        crop.get(0) + crop.get(2),
                                        crop.get(1) + crop.get(3))));
    }
}
