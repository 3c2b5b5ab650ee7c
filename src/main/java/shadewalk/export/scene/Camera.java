package shadewalk.export.scene;

import java.util.List;
import java.util.Optional;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.note.Note;
import shadewalk.diagram.note.Notes;
import shadewalk.export.Caption;
import shadewalk.export.Crop;
import shadewalk.export.Outline;
import shadewalk.export.RunPicture;
import shadewalk.export.RunPicture.View;
import shadewalk.export.Shot;
import shadewalk.lesson.session.Framing;
import shadewalk.lesson.session.SessionFile;

/// Takes pictures.
public final class Camera {

    private Camera() {}

    /// Takes one as it is wished for.
    public static Shot take(Subject subject, Wish wish) {
        View view = wish.view().orElse(subject.view());
        List<Note> notes = wish.notes() ? subject.notes() : List.of();
        Diagram whole = whole(subject, view, notes, wish.outline());
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
                                .orElse(List.of()));
        String session =
                wish.carry()
                        ? subject.session(view, framing).map(SessionFile::write).orElse("")
                        : "";
        return new Shot(Caption.under(cut, caption), wish.palette(), wish.scale(), session);
    }

    private static Diagram whole(Subject subject, View view, List<Note> notes, boolean outline) {
        Diagram plain =
                RunPicture.of(
                        view,
                        subject.timeline().at(subject.position()),
                        RunPicture.storyOf(
                                subject.address(), subject.timeline(), subject.position()),
                        subject.asking());
        Diagram noted = Notes.on(plain, notes);
        return outline ? Outline.around(noted, subject.selected()) : noted;
    }

    private static Optional<Extent> part(Diagram whole, Wish wish) {
        return wish.part()
                .map(part -> Crop.within(whole, part))
                .or(() -> Crop.around(whole, wish.around()));
    }
}
