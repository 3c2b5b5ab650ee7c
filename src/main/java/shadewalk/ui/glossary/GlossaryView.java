package shadewalk.ui.glossary;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import shadewalk.glossary.Glossary;
import shadewalk.glossary.Term;
import shadewalk.text.Texts;
import shadewalk.ui.layout.FieldWithButton;

/// All words, to be searched.
public final class GlossaryView extends HBox {

    private final FilteredList<Term> terms;
    private final ListView<Term> list;
    private final ScrollPane shown = new ScrollPane();

    public GlossaryView(Glossary glossary, Texts texts) {
        getStyleClass().add("glossary");
        terms = new FilteredList<>(FXCollections.observableArrayList(glossary.terms()));
        list = new ListView<>(terms);
        list.setCellFactory(_ -> new TermCell());
        TextField search = FieldWithButton.search(texts.get("search.clear"));
        search.setPromptText(texts.get("glossary.search"));
        search.setAccessibleText(texts.get("glossary.search"));
        search.textProperty().subscribe(this::filter);
        VBox.setVgrow(list, Priority.ALWAYS);
        shown.setFitToWidth(true);
        HBox.setHgrow(shown, Priority.ALWAYS);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(term -> {
                    if (term != null) {
                        shown.setContent(new TermView(term, texts));
                    }
                });
        list.getSelectionModel().selectFirst();
        VBox left = new VBox(search, list);
        left.getStyleClass().add("glossary-list");
        getChildren().addAll(left, shown);
    }

    private void filter(String text) {
        List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        terms.setPredicate(term -> words.stream().allMatch(word -> holds(term, word)));
        list.getSelectionModel().selectFirst();
    }

    private static boolean holds(Term term, String word) {
        String all =
                term.word()
                        + ' '
                        + term.kernel()
                        + ' '
                        + term.function()
                        + ' '
                        + term.meaning()
                        + ' '
                        + Objects.requireNonNullElse(term.note(), "");
        return all.toLowerCase(Locale.ROOT).contains(word);
    }

    /// A word of the list.
    private static final class TermCell extends ListCell<Term> {
        @Override
        protected void updateItem(@Nullable Term term, boolean empty) {
            super.updateItem(term, empty);
            setText(empty || term == null ? null : term.word());
        }
    }
}
