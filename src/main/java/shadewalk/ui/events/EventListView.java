package shadewalk.ui.events;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.CheckComboBox;
import shadewalk.glossary.Glossary;
import shadewalk.glossary.Term;
import shadewalk.read.EventKind;
import shadewalk.text.Texts;
import shadewalk.ui.layout.Bar;
import shadewalk.ui.layout.ChoiceWords;
import shadewalk.ui.layout.Column;
import shadewalk.ui.layout.FieldWithButton;
import shadewalk.ui.session.Session;
import shadewalk.ui.theme.Appearance;

/// The list, and above it what narrows it down.
public final class EventListView extends Column {

    /// Pixels, about five rows.
    private static final double LOW = 120;

    private final EventListModel model;
    private final Texts texts;
    private final ListView<Integer> list = new ListView<>();
    private final TextField search;
    private final Label none = new Label();
    private boolean following;

    public EventListView(
            EventListModel model,
            Session session,
            Appearance appearance,
            Glossary glossary,
            Texts texts,
            Consumer<Term> explain) {
        this.model = model;
        this.texts = texts;
        search = FieldWithButton.search(texts.get("search.clear"));
        getStyleClass().add("events");
        list.setId("events");
        list.setItems(model.rows());
        list.setAccessibleText(texts.get("events.name"));
        list.setPlaceholder(none);
        list.setCellFactory(
                _ -> cell(session, new EventCell(model, appearance, glossary, explain)));
        list.getSelectionModel().selectedIndexProperty().subscribe(row -> chosen(row.intValue()));
        session.momentProperty().subscribe(this::follow);
        // A list scrolls only once it has been laid out with the rows that it has.
        model.rows()
                .addListener((ListChangeListener<Integer>) _ -> Platform.runLater(this::follow));
        list.heightProperty().subscribe(_ -> Platform.runLater(this::follow));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(tools(), list);
        follow();
    }

    private static EventCell cell(Session session, EventCell cell) {
        session.momentProperty().subscribe(cell::showTime);
        return cell;
    }

    /// Lets the next typed words search the list.
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private Bar tools() {
        Label name = new Label(texts.get("events.name"));
        name.getStyleClass().add("pane-title");
        search.setId("event-search");
        search.setPromptText(texts.get("events.search"));
        search.setAccessibleText(texts.get("events.search"));
        search.textProperty().bindBidirectional(model.searchProperty());
        ToggleButton kernel = new ToggleButton(texts.get("events.kernel"));
        kernel.setId("events-kernel");
        kernel.selectedProperty().bindBidirectional(model.kernelOnlyProperty());
        Label count = new Label();
        count.getStyleClass().add("quiet");
        Runnable recount =
                () -> {
                    count.setText(count());
                    none.setText(texts.get(model.all() == 0 ? "now.beginning" : "events.none"));
                };
        model.rows().addListener((ListChangeListener<Integer>) _ -> recount.run());
        recount.run();
        HBox title = new HBox(name, count);
        title.getStyleClass().add("pane-tools");
        kernel.setMinWidth(USE_PREF_SIZE);
        HBox narrowing = new HBox(kernel, kinds());
        narrowing.getStyleClass().add("pane-tools");
        HBox words = new HBox(search);
        words.getStyleClass().add("pane-tools");
        return new Bar(title, narrowing, words);
    }

    private String count() {
        int shown = model.rows().size();
        return shown == model.all()
                ? texts.get("events.count", shown)
                : texts.get("events.count-of", shown, model.all());
    }

    private CheckComboBox<EventKind> kinds() {
        CheckComboBox<EventKind> kinds = new CheckComboBox<>();
        kinds.setId("event-kinds");
        kinds.setTitle(texts.get("events.kinds"));
        kinds.setAccessibleText(texts.get("events.kinds"));
        kinds.setMinWidth(USE_PREF_SIZE);
        kinds.setConverter(new ChoiceWords<>(kind -> texts.get("kind." + kind.key())));
        kinds.getItems().setAll(EventKind.values());
        for (EventKind kind : EventKind.values()) {
            BooleanProperty shown = kinds.getItemBooleanProperty(kind);
            shown.set(!model.hidden().contains(kind));
            shown.subscribe(on -> {
                if (on) {
                    model.hidden().remove(kind);
                } else {
                    model.hidden().add(kind);
                }
            });
        }
        return kinds;
    }

    private void chosen(int row) {
        if (!following && row >= 0) {
            model.go(row);
        }
    }

    /// Shows where the session is, without taking it anywhere.
    private void follow() {
        following = true;
        list.layout();
        int row = model.currentRow();
        if (row < 0) {
            list.getSelectionModel().clearSelection();
            list.scrollTo(0);
        } else {
            list.getSelectionModel().select(row);
            // A low list has no room for what came before.
            int before = list.getHeight() < LOW ? 0 : 2;
            list.scrollTo(Math.max(0, row - before));
        }
        following = false;
    }
}
