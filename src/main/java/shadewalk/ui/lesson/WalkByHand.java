package shadewalk.ui.lesson;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import shadewalk.lesson.play.Verdict;
import shadewalk.lesson.play.WalkCoach;
import shadewalk.lesson.play.WalkCoach.Choice;
import shadewalk.state.State;
import shadewalk.text.Texts;
import shadewalk.ui.action.Buttons;
import shadewalk.x86.Gva;

/// Lets a learner do the walk of an address, in the guest's tables or in the shadow's. Every pick
/// is judged at once.
public final class WalkByHand extends VBox {

    private static final int NARROW = 32;
    private static final int WIDE = 48;

    private final State state;
    private final Gva gva;
    private final Texts texts;
    private final VBox done = new VBox();
    private final Label prompt = new Label();
    private final ListView<Choice> choices = new ListView<>();
    private final TextField typed = new TextField();
    private final HBox line = new HBox();
    private final Label verdict = new Label();
    private WalkCoach coach;

    public WalkByHand(State state, Gva gva, Texts texts) {
        this.state = state;
        this.gva = gva;
        this.texts = texts;
        this.coach = WalkCoach.guest(state, gva);
        getStyleClass().addAll("form", "by-hand");
        prompt.setId("hand-prompt");
        prompt.getStyleClass().add("section");
        verdict.setId("hand-verdict");
        verdict.setWrapText(true);
        verdict.setMaxWidth(Double.MAX_VALUE);
        done.setId("hand-done");
        choices.setId("hand-choices");
        choices.setCellFactory(_ -> new Cell());
        choices.getStyleClass().add("number");
        choices.setAccessibleText(texts.get("hand.choices"));
        choices.setOnMouseClicked(_ -> pickSelected());
        choices.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                pickSelected();
            }
        });
        VBox.setVgrow(choices, Priority.ALWAYS);
        getChildren().addAll(head(), bits(), done, prompt, line(), verdict, choices);
        show();
    }

    private HBox head() {
        Label address = new Label(gva.toString());
        address.getStyleClass().addAll("pane-title", "number");
        ToggleGroup group = new ToggleGroup();
        HBox head = new HBox(address);
        head.getStyleClass().add("help");
        for (boolean shadow : new boolean[] {false, true}) {
            ToggleButton button =
                    new ToggleButton(texts.get(shadow ? "hand.shadow" : "hand.guest"));
            button.setId(shadow ? "hand-shadow" : "hand-guest");
            button.setToggleGroup(group);
            button.setSelected(!shadow);
            button.setOnAction(_ -> {
                button.setSelected(true);
                begin(shadow);
            });
            head.getChildren().add(button);
        }
        return head;
    }

    /// The address bit by bit, not yet cut.
    private FlowPane bits() {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("bit-row");
        int width = gva.raw() >>> NARROW == 0 ? NARROW : WIDE;
        for (int bit = width - 1; bit >= 0; bit--) {
            Label number = new Label(Integer.toString(bit));
            number.getStyleClass().addAll("number", "quiet", "bit-number");
            Label value = new Label(Long.toString(gva.raw() >>> bit & 1));
            value.getStyleClass().addAll("number", "bit-value");
            VBox cell = new VBox(number, value);
            cell.getStyleClass().add("bit-cell");
            row.getChildren().add(cell);
        }
        row.setAccessibleText(Long.toBinaryString(gva.raw()));
        return row;
    }

    private HBox line() {
        typed.setId("hand-typed");
        typed.getStyleClass().add("number");
        typed.setPromptText(texts.get("hand.typed"));
        typed.setAccessibleText(texts.get("hand.typed"));
        typed.setOnAction(_ -> type());
        Button pick = Buttons.push("hand-pick", texts.get("hand.pick"), this::type);
        pick.getStyleClass().add(Styles.ACCENT);
        Hyperlink help = new Hyperlink(texts.get("hand.help"));
        help.setId("hand-help");
        help.setOnAction(_ -> judge(coach.pick(coach.answer().id())));
        line.getStyleClass().add("help");
        line.getChildren().setAll(typed, pick, help);
        return line;
    }

    private void begin(boolean shadow) {
        coach = shadow ? WalkCoach.shadow(state, gva) : WalkCoach.guest(state, gva);
        done.getChildren().clear();
        verdict.setText("");
        verdict.setGraphic(null);
        verdict.getStyleClass().removeAll("verdict", "right", "wrong");
        show();
    }

    private void type() {
        if (!typed.getText().isBlank()) {
            judge(coach.type(typed.getText()));
        }
    }

    private void pickSelected() {
        Choice choice = choices.getSelectionModel().getSelectedItem();
        if (choice != null) {
            judge(coach.pick(choice.id()));
        }
    }

    private void judge(Verdict now) {
        typed.clear();
        verdict.setText(now.feedback());
        verdict.setGraphic(new FontIcon(now.right() ? Feather.CHECK : Feather.X));
        verdict.getStyleClass().removeAll("right", "wrong");
        verdict.getStyleClass().addAll("verdict", now.right() ? "right" : "wrong");
        if (now.right()) {
            Label step = new Label(now.feedback(), new FontIcon(Feather.CHECK));
            step.setWrapText(true);
            done.getChildren().add(step);
            show();
        }
    }

    private void show() {
        boolean over = coach.isDone();
        prompt.setText(over ? texts.get("hand.over") : coach.prompt());
        line.setDisable(over);
        choices.getItems().setAll(coach.choices());
        choices.setDisable(choices.getItems().isEmpty());
        typed.requestFocus();
    }

    /// The number of an entry and what is in it.
    private static final class Cell extends ListCell<Choice> {

        @Override
        protected void updateItem(Choice item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : "%6s   %s".formatted(item.name(), item.value()));
        }
    }
}
