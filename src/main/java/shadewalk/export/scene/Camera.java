package shadewalk.export.scene;

import java.util.List;
import java.util.Optional;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.note.Note;
import shadewalk.diagram.note.Notes;
import shadewalk.export.Album;
import shadewalk.export.Caption;
import shadewalk.export.Crop;
import shadewalk.export.Outline;
import shadewalk.export.RunPicture;
import shadewalk.export.Shot;
import shadewalk.lesson.session.Framing;
import shadewalk.lesson.session.SessionFile;
import shadewalk.read.Picture;
import shadewalk.read.Thing;

/// Takes pictures.
public final class Camera {

    private Camera() {}

    /// Takes one as it is wished for.
    public static Shot take(Subject subject, Wish wish) {
        return take(subject, wish, plain(subject, wish.view().orElse(subject.view())));
    }

    /// Takes one of what is on screen, where a person may have laid more over it than an export
    /// knows of.
    ///
    /// @param plain the picture without notes and outline
    public static Shot take(Subject subject, Wish wish, Diagram plain) {
        Picture view = wish.view().orElse(subject.view());
        List<Note> notes = wish.notes() ? subject.notes() : List.of();
        Diagram whole = whole(plain, subject, notes, wish.outline());
        Optional<Extent> part = part(whole, wish);
        String caption = wish.caption().orElse(subject.caption());
        Diagram cut = part.map(p -> Crop.to(whole, p)).orElse(whole);
        Framing framing =
                new Framing(
                        subject.address().raw(),
                        notes.stream().map(n -> new Framing.Note(n.at(), n.words())).toList(),
                        caption,
                        wish.palette().name(),
                        wish.scale(),
                        wish.outline(),
                        part.map(p -> List.of(p.left(), p.top(), p.width(), p.height()))
                                .orElse(List.of()),
                        subject.dealing() && view == Picture.QUADRANTS);
        String session =
                wish.carry()
                        ? subject.session(view, framing).map(SessionFile::write).orElse("")
                        : "";
        return new Shot(Caption.under(cut, caption), wish.palette(), wish.scale(), session);
    }

    /// Takes one as a page of an album, which has the caption beneath.
    public static Album.Page page(Subject subject, Wish wish) {
        String caption = wish.caption().orElse(subject.caption());
        return new Album.Page(subject.title(), caption, take(subject, wish.bare()).diagram());
    }

    private static Diagram plain(Subject subject, Picture view) {
        return RunPicture.of(
                view,
                subject.timeline().at(subject.position()),
                RunPicture.storyOf(subject.address(), subject.timeline(), subject.position()),
                Thing.around(subject.selected()),
                subject.asking() ? Optional.of(subject.view()) : Optional.empty(),
                subject.dealing());
    }

    /// The whole picture, before it is cut.
    public static Diagram whole(Subject subject, Wish wish) {
        Diagram plain = plain(subject, wish.view().orElse(subject.view()));
        return whole(plain, subject, wish.notes() ? subject.notes() : List.of(), wish.outline());
    }

    private static Diagram whole(
            Diagram plain, Subject subject, List<Note> notes, boolean outline) {
        Diagram noted = Notes.on(plain, notes, subject.selected());
        return outline ? Outline.around(noted, subject.selected()) : noted;
    }

    private static Optional<Extent> part(Diagram whole, Wish wish) {
        return wish.part()
                .map(part -> Crop.within(whole, part))
                .or(() -> Crop.around(whole, wish.around()));
    }
}
