package shadewalk.ui.touch;

import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shadewalk.bits.Hex;
import shadewalk.read.Telling;
import shadewalk.read.ask.WriteAnswer;
import shadewalk.state.State;
import shadewalk.text.Columns;
import shadewalk.text.Texts;
import shadewalk.ui.layout.Bar;
import shadewalk.ui.session.Session;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;

/// Answers which shadow entries a guest write touches at the moment that the window shows.
public final class TouchView extends VBox {

    private static final List<Integer> SIZES = List.of(1, 2, 4, 8);

    private final Session session;
    private final ObservableValue<Telling> telling;
    private final Texts texts;
    private final TextField address = new TextField();
    private final ChoiceBox<Space> space = new ChoiceBox<>();
    private final ChoiceBox<Integer> size = new ChoiceBox<>();
    private final TextArea answer = new TextArea();
    private final Button copy = new Button();

    /// Whose addresses are meant.
    private enum Space {
        GPA,
        GVA;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param telling what may be told just now: the answer may be what a question asks
    public TouchView(Session session, ObservableValue<Telling> telling, Texts texts) {
        this.session = session;
        this.telling = telling;
        this.texts = texts;
        getStyleClass().add("touch");
        address.setId("touch-address");
        address.getStyleClass().add("number");
        address.setAccessibleText(texts.get("touch.address"));
        space.setId("touch-space");
        space.setAccessibleText(texts.get("touch.space"));
        space.getItems().setAll(Space.values());
        space.setValue(Space.GPA);
        size.setId("touch-size");
        size.setAccessibleText(texts.get("touch.size"));
        size.getItems().setAll(SIZES);
        size.setValue(Math.max(4, state().cpu().registers().mode().entryBytes()));
        answer.setId("touch-answer");
        answer.setEditable(false);
        answer.setAccessibleText(texts.get("action.touched"));
        answer.getStyleClass().add("number");
        VBox.setVgrow(answer, Priority.ALWAYS);
        copy.setId("touch-copy");
        copy.setOnAction(_ -> copy());
        HBox where = new HBox(new Label(texts.get("touch.ask")), space, address);
        HBox many = new HBox(size, new Label(texts.get("touch.bytes")));
        where.getStyleClass().add("pane-tools");
        many.getStyleClass().add("pane-tools");
        getChildren().addAll(new Bar(where, many, copy), answer);
        address.setText(Hex.prefixed(begin()));
        address.textProperty().subscribe(this::refresh);
        space.valueProperty().subscribe(this::refresh);
        size.valueProperty().subscribe(this::refresh);
        session.momentProperty().subscribe(this::refreshIfShown);
        telling.subscribe(this::refreshIfShown);
        refresh();
    }

    private State state() {
        return session.state();
    }

    /// The selected guest entry, or the first entry of the root.
    private long begin() {
        var registers = state().cpu().registers();
        return session.selectionProperty()
                .get()
                .flatMap(thing -> WriteAnswer.place(state(), thing))
                .orElse(registers.mode().root(registers.cr3()))
                .raw();
    }

    private void refreshIfShown() {
        if (getScene() != null && getScene().getWindow() != null) {
            refresh();
        }
    }

    private void refresh() {
        copy.setText(texts.get("touch.copy"));
        answer.setText(String.join("\n", lines()));
    }

    private List<String> lines() {
        if (!telling.getValue().all()) {
            return Columns.of(texts.get("touch.asked"));
        }
        String text = address.getText().strip();
        long number;
        try {
            number = Hex.parse(text.startsWith("0x") ? text : "0x" + text);
        } catch (NumberFormatException _) {
            return Columns.of(texts.get("address.wrong", text));
        }
        if (space.getValue() == Space.GPA) {
            return WriteAnswer.of(state(), new Gpa(number), size.getValue());
        }
        return WriteAnswer.of(state(), new Gva(number), size.getValue());
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(answer.getText() + "\n");
        Clipboard.getSystemClipboard().setContent(content);
        copy.setText(texts.get("touch.copied"));
    }
}
