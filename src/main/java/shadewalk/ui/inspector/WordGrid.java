package shadewalk.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.glossary.Glossary;
import shadewalk.glossary.Term;

/// A word of the machine, a line for each of its fields: value, name, meaning, bits.
final class WordGrid extends GridPane {

    private static final PseudoClass SET = PseudoClass.getPseudoClass("set");

    private final Section.Word word;
    private final Glossary glossary;

    WordGrid(Section.Word word, Glossary glossary) {
        this.word = word;
        this.glossary = glossary;
        getStyleClass().add("word-grid");
        ColumnConstraints fixed = new ColumnConstraints();
        fixed.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints stretching = new ColumnConstraints();
        stretching.setHgrow(Priority.ALWAYS);
        stretching.setMinWidth(0);
        getColumnConstraints().addAll(fixed, fixed, stretching, fixed);
        int row = 0;
        for (Field field : shown()) {
            addRow(row++, line(field).toArray(Label[]::new));
        }
    }

    /// Named fields, and unnamed bits only if one of them is set.
    private List<Field> shown() {
        List<Field> shown = new ArrayList<>();
        for (Field field : word.layout().cells()) {
            if (!field.name().equals("-") || field.in(word.value())) {
                shown.add(field);
            }
        }
        return shown;
    }

    private List<Label> line(Field field) {
        boolean set = field.in(word.value());
        String text = field.width() == 1 ? (set ? "1" : "0") : Hex.of(field.of(word.value()));
        Label value = label(text, "value", set);
        Label name = label(field.name(), "name", set);
        Label meaning = label(field.meaning(), "meaning", set);
        Label bits = label(field.range(), "bits", set);
        meaning.setMinWidth(0);
        Tooltip tip = new Tooltip(tip(field));
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        List<Label> line = List.of(value, name, meaning, bits);
        line.forEach(cell -> cell.setTooltip(tip));
        return line;
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
