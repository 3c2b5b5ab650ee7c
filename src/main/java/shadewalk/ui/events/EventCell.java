package shadewalk.ui.events;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import shadewalk.ui.event.EventKind;
import shadewalk.ui.event.EventLine;
import shadewalk.ui.event.MarkIcon;
import shadewalk.ui.theme.Appearance;

/// One line of the list: place in the run, mark of the kind, words.
final class EventCell extends ListCell<Integer> {

    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
    private static final PseudoClass STEP = PseudoClass.getPseudoClass("step");

    private final EventListModel model;
    private final Label place = new Label();
    private final MarkIcon mark;
    private final Label words = new Label();
    private final HBox line;

    EventCell(EventListModel model, Appearance appearance) {
        this.model = model;
        this.mark = new MarkIcon(appearance);
        getStyleClass().add("event");
        place.getStyleClass().addAll("place", "number");
        place.setMinWidth(Region.USE_PREF_SIZE);
        words.getStyleClass().add("words");
        words.setMinWidth(0);
        line = new HBox(place, mark, words);
        line.getStyleClass().add("line");
        line.setMinWidth(0);
        // A line is as wide as the list; longer words end in dots instead of a scroll bar.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Integer position, boolean empty) {
        super.updateItem(position, empty);
        if (empty || position == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        EventLine event = EventLine.of(model.event(position));
        place.setText(String.valueOf(position));
        mark.show(event.kind());
        words.setText(event.words());
        pseudoClassStateChanged(QUIET, !event.kernels());
        pseudoClassStateChanged(STEP, event.kind() == EventKind.STEP);
        setGraphic(line);
        setAccessibleText(event.words());
    }
}
