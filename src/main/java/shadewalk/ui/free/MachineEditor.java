package shadewalk.ui.free;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import shadewalk.lesson.author.MachinePlan;
import shadewalk.scenario.Mode;
import shadewalk.text.Texts;
import shadewalk.ui.action.Buttons;
import shadewalk.ui.layout.ChoiceWords;

/// A form for a machine of one's own.
public final class MachineEditor extends ScrollPane {

    private static final List<String> CR0 = List.of("WP");
    private static final List<String> CR4 = List.of("PSE", "PGE", "SMEP", "SMAP");
    private static final List<String> EFER = List.of("NXE");

    private final Texts texts;
    private final ChoiceBox<Mode> mode = new ChoiceBox<>();
    private final Map<String, CheckBox> bits = new LinkedHashMap<>();
    private final TextArea slots = new TextArea("0 0x0 0x1000000");
    private final VBox ranges = new VBox();
    private final Label wrong = new Label();

    /// @param start is given what was filled in, and whom to tell why there is no machine yet
    public MachineEditor(Texts texts, BiConsumer<MachinePlan, Consumer<List<String>>> start) {
        this.texts = texts;
        getStyleClass().add("machine-editor");
        mode.setId("machine-mode");
        mode.getItems().setAll(Mode.values());
        mode.setValue(Mode.PT32);
        mode.setAccessibleText(texts.get("machine.mode"));
        mode.setConverter(new ChoiceWords<>(value -> texts.get("machine.mode." + value.word())));
        slots.setId("machine-slots");
        slots.setPrefRowCount(2);
        slots.getStyleClass().add("number");
        slots.setAccessibleText(texts.get("machine.slots"));
        ranges.getStyleClass().add("ranges");
        addRange("0xc0800000", "0x10000", "16");
        addRange("0xc0a00000", "0x20000", "1");
        Button another =
                Buttons.push(
                        "machine-range-add",
                        texts.get("machine.range.add"),
                        () -> addRange("0x400000", "0x30000", "1"));
        wrong.setId("machine-wrong");
        wrong.setWrapText(true);
        wrong.getStyleClass().add("wrong-words");
        Button go =
                Buttons.push(
                        "machine-start",
                        texts.get("machine.start"),
                        () -> start.accept(plan(), this::refuse));
        go.setDefaultButton(true);
        VBox form =
                new VBox(
                        section("machine.mode"),
                        mode,
                        section("machine.registers"),
                        registers(),
                        section("machine.slots"),
                        slots,
                        section("machine.ranges"),
                        quiet("machine.ranges.help"),
                        ranges,
                        another,
                        wrong,
                        go);
        form.getStyleClass().add("form");
        setFitToWidth(true);
        setContent(form);
    }

    private void refuse(List<String> sentences) {
        wrong.setText(String.join("\n", sentences));
    }

    private Node registers() {
        FlowPane flow = new FlowPane();
        flow.getStyleClass().add("bits");
        CR0.forEach(bit -> flow.getChildren().add(bit("CR0.", bit)));
        CR4.forEach(bit -> flow.getChildren().add(bit("CR4.", bit)));
        EFER.forEach(bit -> flow.getChildren().add(bit("EFER.", bit)));
        bits.values().stream().limit(2).forEach(box -> box.setSelected(true));
        return flow;
    }

    private CheckBox bit(String register, String name) {
        CheckBox box = new CheckBox(register + name);
        box.getStyleClass().add("number");
        bits.put(register + name, box);
        return box;
    }

    private void addRange(String gva, String gpa, String pages) {
        RangeRow row = new RangeRow(texts, gva, gpa, pages);
        row.setOnRemove(() -> ranges.getChildren().remove(row));
        ranges.getChildren().add(row);
    }

    private Label section(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("section");
        return label;
    }

    private Label quiet(String key) {
        Label label = new Label(texts.get(key));
        label.setWrapText(true);
        label.getStyleClass().add("quiet");
        return label;
    }

    private MachinePlan plan() {
        wrong.setText("");
        List<MachinePlan.Range> wanted = new ArrayList<>();
        for (Node row : ranges.getChildren()) {
            wanted.add(((RangeRow) row).range());
        }
        return new MachinePlan(
                mode.getValue(),
                chosen("CR0.", CR0),
                chosen("CR4.", CR4),
                chosen("EFER.", EFER),
                slots.getText().lines().toList(),
                wanted);
    }

    private List<String> chosen(String register, List<String> names) {
        return names.stream()
                .filter(name -> {
                    CheckBox box = bits.get(register + name);
                    return box != null && box.isSelected();
                })
                .toList();
    }
}
