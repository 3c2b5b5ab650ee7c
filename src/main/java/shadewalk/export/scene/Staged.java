package shadewalk.export.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shadewalk.diagram.note.Note;
import shadewalk.lesson.Show;
import shadewalk.lesson.play.Scene;
import shadewalk.lesson.play.Unresolved;
import shadewalk.read.Picture;
import shadewalk.x86.Gva;

/// What a lesson's author wants shown at a stop, with every expression looked up. What comes to
/// nothing was reported when the lesson was checked, and is left out here.
///
/// @param address what the picture is about; nothing to keep the one before
/// @param selected the id of the thing that is selected
/// @param dealt the address up to which the quadrants are dealt out; nothing for all of them
/// @param notes words beside things
public record Staged(
        Picture view,
        Optional<Gva> address,
        Optional<String> selected,
        Optional<Gva> dealt,
        List<Note> notes) {

    public Staged {
        notes = List.copyOf(notes);
    }

    /// What a stop shows.
    public static Staged of(Scene scene) {
        Show show = scene.stop().show();
        return new Staged(
                show.view(),
                address(scene, show.address()),
                spot(scene, show.select()),
                address(scene, show.deal()),
                notes(scene, show.callouts()));
    }

    private static Optional<Gva> address(Scene scene, String address) {
        if (address.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Gva(scene.moment().address(address)));
        } catch (Unresolved _) {
            return Optional.empty();
        }
    }

    private static List<Note> notes(Scene scene, List<Show.Callout> callouts) {
        List<Note> notes = new ArrayList<>();
        for (Show.Callout callout : callouts) {
            spot(scene, callout.at()).ifPresent(id -> notes.add(new Note(id, callout.text())));
        }
        return notes;
    }

    /// The id of the thing that an expression of a lesson names; nothing for an empty one.
    public static Optional<String> spot(Scene scene, String expression) {
        if (expression.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(scene.moment().thing(expression).id());
        } catch (Unresolved _) {
            return Optional.empty();
        }
    }
}
