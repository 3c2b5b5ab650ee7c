package shadewalk.ui.free;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import shadewalk.lesson.author.MachinePlan;
import shadewalk.text.Texts;

/// A range of pages in the form of a machine.
final class RangeRow extends FlowPane {

    private static final List<String> FLAGS =
            List.of("user", "writable", "accessed", "dirty", "global");

    private final Texts texts;
    private final TextField gva;
    private final TextField gpa;
    private final TextField pages;
    private final ChoiceBox<String> page = new ChoiceBox<>();
    private final Map<String, CheckBox> flags = new LinkedHashMap<>();
    private final Button remove;

    RangeRow(Texts texts, String gva, String gpa, String pages) {
        this.texts = texts;
        getStyleClass().add("range");
        this.gva = field("machine.range.gva", gva, 12);
        this.gpa = field("machine.range.gpa", gpa, 12);
        this.pages = field("machine.range.pages", pages, 4);
        page.getItems().setAll("4K", "2M", "4M", "1G");
        page.setValue("4K");
        page.setAccessibleText(texts.get("machine.range.page"));
        getChildren()
                .addAll(
                        this.gva,
                        new Label("\u2192"),
                        this.gpa,
                        new Label("\u00d7"),
                        this.pages,
                        page);
        for (String flag : FLAGS) {
            CheckBox box = new CheckBox(flag);
            box.setSelected(flag.equals("user") || flag.equals("writable"));
            flags.put(flag, box);
            getChildren().add(box);
        }
        remove = new Button(texts.get("machine.range.remove"));
        getChildren().add(remove);
    }

    void setOnRemove(Runnable work) {
        remove.setOnAction(_ -> work.run());
    }

    MachinePlan.Range range() {
        String words =
                flags.entrySet().stream()
                        .filter(flag -> flag.getValue().isSelected())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(" "));
        return new MachinePlan.Range(
                gva.getText(), gpa.getText(), pages.getText(), page.getValue(), words);
    }

    private TextField field(String key, String text, int columns) {
        TextField field = new TextField(text);
        field.setPrefColumnCount(columns);
        field.setAccessibleText(texts.get(key));
        field.setPromptText(texts.get(key));
        field.getStyleClass().add("number");
        return field;
    }
}
