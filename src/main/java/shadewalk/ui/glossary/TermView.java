package shadewalk.ui.glossary;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import shadewalk.glossary.Term;
import shadewalk.text.Texts;

/// One word explained.
final class TermView extends VBox {

    TermView(Term term, Texts texts) {
        getStyleClass().add("term-view");
        add(term.word(), "term-word");
        if (!term.kernel().isEmpty()) {
            add(term.kernel(), "number");
        }
        add(term.meaning(), "meaning");
        if (term.note() != null) {
            add(term.note(), "note");
        }
        if (!term.source().isEmpty()) {
            add(texts.get("term.source", term.source()), "quiet");
        }
    }

    private void add(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        getChildren().add(label);
    }
}
