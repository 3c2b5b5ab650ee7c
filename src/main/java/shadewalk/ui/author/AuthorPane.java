package shadewalk.ui.author;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import shadewalk.lesson.author.Draft;
import shadewalk.lesson.author.Excerpt;
import shadewalk.lesson.json.Problem;
import shadewalk.text.Texts;
import shadewalk.ui.action.Buttons;

/// What is wrong with the lesson that is being written. A problem that is clicked shows its step,
/// and its place in the file.
public final class AuthorPane extends VBox {

    private final AuthorModel model;
    private final Texts texts;
    private final Label state = new Label();
    private final ListView<Problem> problems = new ListView<>();
    private final Label excerpt = new Label();

    public AuthorPane(AuthorModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("author");
        getStyleClass().add("author");
        problems.setId("author-problems");
        problems.setAccessibleText(texts.get("author.problems"));
        problems.setCellFactory(_ -> new Cell());
        problems.getSelectionModel().selectedItemProperty().subscribe(this::picked);
        excerpt.setId("author-excerpt");
        excerpt.getStyleClass().addAll("number", "excerpt");
        excerpt.setMinWidth(0);
        HBox lists = new HBox(problems, excerpt);
        HBox.setHgrow(problems, Priority.ALWAYS);
        HBox.setHgrow(excerpt, Priority.ALWAYS);
        VBox.setVgrow(lists, Priority.ALWAYS);
        problems.prefWidthProperty().bind(widthProperty().multiply(0.5));
        excerpt.prefWidthProperty().bind(widthProperty().multiply(0.5));
        lists.visibleProperty().bind(lists.managedProperty());
        getChildren().addAll(head(), lists);
        model.draftProperty()
                .subscribe(draft -> {
                    show(draft);
                    lists.setManaged(!problems.getItems().isEmpty());
                });
    }

    private HBox head() {
        state.setId("author-state");
        state.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(state, Priority.ALWAYS);
        Button stop = Buttons.push("author-stop", texts.get("author.stop"), model::close);
        HBox head = new HBox(state, stop);
        head.getStyleClass().add("help");
        return head;
    }

    private void show(Optional<Draft> draft) {
        List<Problem> found = draft.map(Draft::problems).orElse(List.of());
        String name = draft.map(d -> String.valueOf(d.file().getFileName())).orElse("");
        state.setText(texts.get("author.state", name, found.size()));
        state.setGraphic(new FontIcon(found.isEmpty() ? Feather.CHECK : Feather.ALERT_TRIANGLE));
        state.pseudoClassStateChanged(Styles.STATE_DANGER, !found.isEmpty());
        excerpt.setText("");
        problems.getItems().setAll(found);
    }

    private void picked(Problem problem) {
        if (problem == null) {
            return;
        }
        model.show(problem);
        model.draftProperty()
                .get()
                .ifPresent(draft ->
                        excerpt.setText(
                                String.join("\n", Excerpt.of(draft.file(), problem.line()))));
    }

    /// Where it is and what is wrong, in as many lines as it takes.
    private static final class Cell extends ListCell<Problem> {

        private final Label place = new Label();
        private final Label sentence = new Label();
        private final VBox all = new VBox(place, sentence);

        Cell() {
            place.getStyleClass().addAll("number", "quiet");
            sentence.setWrapText(true);
            all.setMinHeight(Region.USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Problem item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(empty || item == null ? null : all);
            if (item != null && !empty) {
                place.setText(item.line() + ":" + item.column() + "  " + item.path());
                sentence.setText(item.sentence());
                setAccessibleText(item.toString());
            }
        }
    }
}
