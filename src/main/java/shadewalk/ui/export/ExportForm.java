package shadewalk.ui.export;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import shadewalk.diagram.Palette;
import shadewalk.export.format.ExportChoices;
import shadewalk.export.format.ExportChoices.Part;
import shadewalk.export.format.ExportFormat;
import shadewalk.export.format.ExportFormat.Trait;
import shadewalk.export.format.ExportSource;
import shadewalk.text.Texts;
import shadewalk.ui.action.WhyNot;
import shadewalk.ui.layout.ChoiceWords;

/// The choices of an export. What makes no difference to the chosen kind cannot be chosen.
final class ExportForm extends VBox {

    private final Texts texts;
    private final Runnable changed;
    private final GridPane grid = new GridPane();
    private final ChoiceBox<ExportFormat> kind;
    private final ChoiceBox<String> theme;
    private final ChoiceBox<Integer> scale;
    private final ChoiceBox<Part> part;
    private final CheckBox notes;
    private final CheckBox outline;
    private final CheckBox caption;
    private final CheckBox carry;
    private final Label why = new Label();
    private boolean asking;

    /// @param changed what happens when something else is chosen
    ExportForm(ExportChoices first, Texts texts, Runnable changed) {
        this.texts = texts;
        this.changed = changed;
        getStyleClass().add("export-form");
        grid.getStyleClass().add("grid");
        kind = choice("kind", List.of(ExportFormat.values()), first.kind(), ExportFormat::word);
        theme =
                choice(
                        "theme",
                        Palette.all().stream().map(Palette::name).toList(),
                        first.theme(),
                        name -> name);
        scale = choice("scale", List.of(1, 2, 3, 4), first.scale(), String::valueOf);
        part = choice("part", List.of(Part.values()), first.part(), Part::word);
        notes = check("notes", first.notes());
        outline = check("outline", first.outline());
        caption = check("caption", first.caption());
        carry = check("carry", first.carry());
        why.setId("export-why");
        why.setWrapText(true);
        why.setPrefWidth(0);
        why.setMaxWidth(Double.MAX_VALUE);
        why.getStyleClass().add("quiet");
        getChildren().addAll(grid, notes, outline, caption, carry, why);
        explain();
        bind();
    }

    /// What is chosen now.
    ExportChoices choices() {
        return new ExportChoices(
                kind.getValue(),
                theme.getValue(),
                scale.getValue(),
                part.getValue(),
                notes.isSelected(),
                outline.isSelected(),
                caption.isSelected(),
                carry.isSelected());
    }

    /// While a question is open, no file carries the session, whose future could answer it.
    void adapt(ExportSource source) {
        asking = source.now().view().isAsked();
        offer(source.lesson().isPresent());
        bind();
    }

    /// Only a lesson has a page.
    private void offer(boolean page) {
        List<ExportFormat> offered = kind.getItems();
        if (page && !offered.contains(ExportFormat.PAGE)) {
            offered.add(
                    List.of(ExportFormat.values()).indexOf(ExportFormat.PAGE), ExportFormat.PAGE);
        } else if (!page && offered.contains(ExportFormat.PAGE)) {
            if (kind.getValue() == ExportFormat.PAGE) {
                kind.setValue(ExportChoices.FIRST.kind());
            }
            offered.remove(ExportFormat.PAGE);
        }
    }

    /// What does not apply to a format is grey, and says so.
    private void explain() {
        WhyNot.say(theme, texts.get("export.grey.theme"));
        WhyNot.say(scale, texts.get("export.grey.scale"));
        WhyNot.say(part, texts.get("export.grey.part"));
        WhyNot.say(outline, texts.get("export.grey.outline"));
        WhyNot.say(notes, texts.get("export.grey.words"));
        WhyNot.say(caption, texts.get("export.grey.words"));
    }

    private void bind() {
        ExportFormat now = kind.getValue();
        theme.setDisable(!now.has(Trait.COLOURS));
        scale.setDisable(!now.has(Trait.PIXELS));
        part.setDisable(!now.has(Trait.COLOURS) || now.isLong());
        outline.setDisable(!now.has(Trait.COLOURS));
        notes.setDisable(!now.has(Trait.WORDS));
        caption.setDisable(!now.has(Trait.WORDS));
        carry.setDisable(!now.has(Trait.SESSION) || asking);
        why.setText(texts.get(asking ? "export.carry.asking" : "export.carry.format"));
        why.setVisible(carry.isDisabled());
        why.setManaged(carry.isDisabled());
    }

    private <T> ChoiceBox<T> choice(String name, List<T> all, T first, Function<T, String> word) {
        ChoiceBox<T> box = new ChoiceBox<>();
        box.setId("export-" + name);
        box.getItems().addAll(all);
        box.setConverter(
                new ChoiceWords<>(value -> texts.get("export." + name + "." + word.apply(value))));
        box.setValue(first);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnAction(_ -> changed());
        Label label = new Label(texts.get("export." + name));
        label.setLabelFor(box);
        box.setAccessibleText(label.getText());
        grid.addRow(grid.getRowCount(), new Node[] {label, box});
        return box;
    }

    private CheckBox check(String name, boolean on) {
        CheckBox box = new CheckBox(texts.get("export." + name));
        box.setId("export-" + name);
        box.setSelected(on);
        box.setOnAction(_ -> changed());
        return box;
    }

    private void changed() {
        bind();
        changed.run();
    }
}
