package shadewalk.ui.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.glossary.Glossary;
import shadewalk.glossary.Term;
import shadewalk.read.ask.Section;

/// A word of the machine, a line for each of its fields: value, name, meaning, bits.
final class WordGrid extends VBox {

    private static final PseudoClass SET = PseudoClass.getPseudoClass("set");

    private final Section.Word word;
    private final Glossary glossary;
    private final Optional<LongConsumer> write;

    /// @param write gives the word another value; nothing where that is not for a person to do
    WordGrid(Section.Word word, Glossary glossary, Optional<LongConsumer> write) {
        this.word = word;
        this.glossary = glossary;
        this.write = write;
        getStyleClass().add("word-grid");
        word.shown().forEach(this::add);
    }

    /// Value, name and bits, and what they mean below: the pane is narrow.
    private void add(Field field) {
        boolean set = field.in(word.value());
        String text = field.width() == 1 ? (set ? "1" : "0") : Hex.of(field.of(word.value()));
        Control value =
                field.width() == 1 && write.isPresent()
                        ? flip(field, text, set, write.get())
                        : label(text, "value", set);
        Label name = label(field.name(), "name", set);
        Label meaning = label(field.meaning(), "meaning", set);
        Label bits = label(field.range(), "bits", set);
        meaning.setWrapText(true);
        meaning.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(value, name, gap, bits);
        head.getStyleClass().add("word-field");
        getChildren().addAll(head, meaning);
        List.of(value, name, meaning, bits)
                .forEach(cell -> cell.setOnMouseEntered(_ -> explain(cell, field)));
    }

    /// A tip costs more than the whole line; it is made when somebody points at it.
    private void explain(Control cell, Field field) {
        if (cell.getTooltip() == null) {
            Tooltip tip = new Tooltip(tip(field));
            tip.setWrapText(true);
            tip.setMaxWidth(360);
            cell.setTooltip(tip);
        }
    }

    /// A bit that is turned over by a press.
    private Button flip(Field field, String text, boolean set, LongConsumer write) {
        Button button = new Button(text);
        button.getStyleClass().setAll("value", "flip");
        button.setId("flip-" + field.name().replace("/", ""));
        button.setAccessibleText(field.name() + " " + text + ", " + field.meaning());
        button.pseudoClassStateChanged(SET, set);
        button.setOnAction(_ -> write.accept(field.put(word.value(), !set)));
        return button;
    }

    private static Label label(String text, String style, boolean set) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.pseudoClassStateChanged(SET, set);
        return label;
    }

    private String tip(Field field) {
        return glossary.field(word.layout().name(), field.name())
                .map(term -> explain(field, term))
                .orElse(field + ": " + field.meaning());
    }

    private static String explain(Field field, Term term) {
        StringBuilder text = new StringBuilder(field.toString());
        if (!term.kernel().isEmpty()) {
            text.append("  ").append(term.kernel());
        }
        text.append('\n').append(term.meaning());
        if (term.note() != null) {
            text.append('\n').append(term.note());
        }
        if (!term.source().isEmpty()) {
            text.append('\n').append(term.source());
        }
        return text.toString();
    }
}
