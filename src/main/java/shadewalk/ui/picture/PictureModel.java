package shadewalk.ui.picture;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.read.WalkStory;
import shadewalk.export.RunPicture;
import shadewalk.export.RunPicture.View;
import shadewalk.ui.session.Moment;
import shadewalk.ui.session.Session;
import shadewalk.x86.Gva;

/// Which picture is shown, and of which address.
public final class PictureModel {

    private static final Gva ZERO = new Gva(0);

    private final Session session;
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(this, "view", View.WALK);
    private final ReadOnlyObjectWrapper<Diagram> diagram = new ReadOnlyObjectWrapper<>();
    private Optional<Gva> asked = Optional.empty();
    private Gva usual = ZERO;
    private boolean asking;

    public PictureModel(Session session) {
        this.session = session;
        diagram.set(draw());
        session.momentProperty()
                .subscribe(_ -> {
                    asked = Optional.empty();
                    redraw();
                });
        view.subscribe(_ -> redraw());
    }

    public ObjectProperty<View> viewProperty() {
        return view;
    }

    public ReadOnlyObjectProperty<Diagram> diagramProperty() {
        return diagram.getReadOnlyProperty();
    }

    public Diagram diagram() {
        return diagram.get();
    }

    /// Shows the walk of an address until something happens.
    public void show(Gva address) {
        asked = Optional.of(address);
        redraw();
    }

    /// The address to show where no event names one.
    public void setUsual(Gva address) {
        usual = address;
        redraw();
    }

    /// Says whether a question is open, so that the picture keeps its answer.
    public void setAsking(boolean open) {
        asking = open;
        redraw();
    }

    /// The address the picture is about.
    public Gva address() {
        Moment moment = session.moment();
        return asked.orElseGet(
                () -> RunPicture.story(moment.timeline(), moment.position(), usual).gva());
    }

    private void redraw() {
        diagram.set(draw());
    }

    private Diagram draw() {
        Moment moment = session.moment();
        WalkStory story =
                asked.map(WalkStory::at)
                        .orElseGet(() ->
                                RunPicture.story(moment.timeline(), moment.position(), usual));
        return RunPicture.of(view.get(), moment.state(), story, asking);
    }
}
