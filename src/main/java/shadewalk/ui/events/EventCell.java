package shadewalk.ui.events;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import shadewalk.glossary.Glossary;
import shadewalk.glossary.Term;
import shadewalk.read.EventKind;
import shadewalk.read.KernelFunction;
import shadewalk.read.Told;
import shadewalk.read.tell.EventLine;
import shadewalk.state.MmuEvent;
import shadewalk.ui.theme.Appearance;

/// One line of the list: place in the run, mark of the kind, words.
final class EventCell extends ListCell<Integer> {

    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
    private static final PseudoClass LATER = PseudoClass.getPseudoClass("later");
    private static final PseudoClass STEP = PseudoClass.getPseudoClass("step");

    private final EventListModel model;
    private final Label place = new Label();
    private final MarkIcon mark;
    private final Label words = new Label();
    private final Hyperlink source = new Hyperlink();
    private final Tooltip file = new Tooltip();
    private final Glossary glossary;
    private final Consumer<Term> explain;
    private final HBox line;

    /// @param explain shows a term of the glossary
    EventCell(
            EventListModel model,
            Appearance appearance,
            Glossary glossary,
            Consumer<Term> explain) {
        this.model = model;
        this.glossary = glossary;
        this.explain = explain;
        this.mark = new MarkIcon(appearance);
        getStyleClass().add("event");
        place.getStyleClass().addAll("place", "number");
        place.setMinWidth(Region.USE_PREF_SIZE);
        words.getStyleClass().add("words");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        // They may be cut where the list is narrow.
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(words.textProperty());
        words.setTooltip(whole);
        HBox.setHgrow(words, Priority.ALWAYS);
        source.getStyleClass().add("source");
        source.setMinWidth(0);
        source.setFocusTraversable(false);
        source.setTooltip(file);
        line = new HBox(place, mark, words, source);
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
        name(model.event(position));
        pseudoClassStateChanged(QUIET, !event.kernels());
        pseudoClassStateChanged(STEP, event.kind() == EventKind.STEP);
        showTime();
        setGraphic(line);
        setAccessibleText(event.words());
    }

    /// Events that are still to come are paler than those that have happened. Of a list that leaves
    /// out what has just happened, the last event before it is marked more weakly.
    void showTime() {
        Integer position = getItem();
        pseudoClassStateChanged(LATER, position != null && model.isLater(position));
        pseudoClassStateChanged(PAST, position != null && model.isPast(position));
    }

    /// Where the kernel does it; a click explains it.
    private void name(MmuEvent event) {
        KernelFunction function = Told.of(event).function();
        Optional<Term> term = glossary.event(event.getClass().getSimpleName());
        source.setVisible(term.isPresent());
        term.ifPresent(t -> {
            source.setText(function.known() ? function.name() : t.word());
            file.setText(function.known() ? function.toString() : t.word());
            source.setOnAction(_ -> explain.accept(t));
        });
    }
}
