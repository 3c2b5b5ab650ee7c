package shadewalk.ui.picture;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.note.Note;
import shadewalk.diagram.note.Notes;
import shadewalk.diagram.read.WalkStory;
import shadewalk.export.RunPicture;
import shadewalk.export.RunPicture.View;
import shadewalk.ui.session.Session;
import shadewalk.x86.Gva;

/// Which picture is shown, and of which address.
public final class PictureModel {

    private static final Gva ZERO = new Gva(0);
    private static final Diagram NOTHING = new Diagram(1, 1, "", "", "", List.of(), List.of());

    private final Session session;
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(this, "view", View.WALK);
    private final ObjectBinding<Diagram> diagram =
            new ObjectBinding<>() {
                @Override
                protected Diagram computeValue() {
                    return draw();
                }
            };
    private Optional<Gva> asked = Optional.empty();
    private Gva usual = ZERO;
    private List<Note> notes = List.of();
    private boolean veiled;

    public PictureModel(Session session) {
        this.session = session;
        session.momentProperty()
                .subscribe(_ -> {
                    asked = Optional.empty();
                    diagram.invalidate();
                });
        view.subscribe(_ -> diagram.invalidate());
    }

    public ObjectProperty<View> viewProperty() {
        return view;
    }

    /// The picture. It is drawn when somebody looks: several things may change first.
    public ObservableValue<Diagram> diagramProperty() {
        return diagram;
    }

    public Diagram diagram() {
        return diagram.get();
    }

    /// Shows the walk of an address until something happens. An address whose story is being shown
    /// already stays as it is.
    public void show(Gva address) {
        if (!story().gva().equals(address)) {
            asked = Optional.of(address);
            diagram.invalidate();
        }
    }

    /// Shows again what the events are about.
    public void follow() {
        if (asked.isPresent()) {
            asked = Optional.empty();
            diagram.invalidate();
        }
    }

    /// The address to show where no event names one.
    public void setUsual(Gva address) {
        if (!usual.equals(address)) {
            usual = address;
            diagram.invalidate();
        }
    }

    /// Words to put beside things.
    public void setNotes(List<Note> wanted) {
        if (!notes.equals(wanted)) {
            notes = List.copyOf(wanted);
            diagram.invalidate();
        }
    }

    /// Whether the picture must not say what an open question asks.
    public void setVeiled(boolean on) {
        if (veiled != on) {
            veiled = on;
            diagram.invalidate();
        }
    }

    /// The address the picture is about.
    public Gva address() {
        return story().gva();
    }

    private Diagram draw() {
        if (session.timeline().size() == 0) {
            return NOTHING;
        }
        Diagram plain = RunPicture.of(view.get(), session.state(), story(), veiled);
        return Notes.on(plain, notes);
    }

    private WalkStory story() {
        return asked.map(WalkStory::at)
                .orElseGet(() -> RunPicture.story(session.timeline(), session.position(), usual));
    }
}
