package shadewalk.ui.free;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shadewalk.scenario.FreePlay;
import shadewalk.scenario.ScenarioWriter;
import shadewalk.scenario.Step;
import shadewalk.ui.action.Actions;
import shadewalk.ui.action.Buttons;
import shadewalk.ui.text.Texts;

/// What can be done to the machine, what was done, and the branches.
public final class FreePlayPane extends VBox {

    /// Steps to begin with; the address is to be changed.
    private static final String[] EXAMPLES = {
        "read s 0x",
        "write s 0x",
        "read u 0x",
        "write u 0x",
        "xchg s 0x",
        "exec u 0x",
        "invlpg 0x",
        "cr3 0x",
        "cr0 0x",
        "cr4 0x",
        "memslot ",
        "dirtylog ",
        "poke32 0x",
        "discard 0x"
    };

    /// Takes the numbers of two branches.
    public interface IntBinary {
        void accept(int left, int right);
    }

    private final FreePlayModel model;
    private final Texts texts;
    private final TextField typed = new TextField();
    private final ListView<String> done = new ListView<>();
    private final ComboBox<String> branches = new ComboBox<>();
    private boolean filling;

    /// @param compare shows what differs between the branches of two numbers
    public FreePlayPane(FreePlayModel model, Actions actions, Texts texts, IntBinary compare) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("lesson", "free-play");
        Label title = new Label(texts.get("free.title"));
        title.getStyleClass().add("pane-title");
        Label help = new Label(texts.get("free.help"));
        help.setWrapText(true);
        help.getStyleClass().add("quiet");
        VBox.setVgrow(done, Priority.ALWAYS);
        done.setAccessibleText(texts.get("free.done"));
        done.getStyleClass().add("number");
        getChildren()
                .addAll(title, help, examples(), line(), branches(compare), done, saving(actions));
        model.playProperty().subscribe(_ -> show());
        model.stepsProperty().subscribe(_ -> show());
        model.branchProperty().subscribe(_ -> show());
    }

    /// Puts the cursor where a step is typed.
    public void focusStep() {
        typed.requestFocus();
    }

    private FlowPane examples() {
        FlowPane flow = new FlowPane();
        flow.getStyleClass().add("examples");
        for (String example : EXAMPLES) {
            Button button = new Button(example.strip().replace(" 0x", ""));
            button.setTooltip(new Tooltip(texts.get("free.example", example.strip())));
            button.getStyleClass().add("small");
            button.setOnAction(_ -> {
                typed.setText(example);
                typed.requestFocus();
                typed.end();
            });
            flow.getChildren().add(button);
        }
        return flow;
    }

    private HBox line() {
        typed.setId("free-step");
        typed.getStyleClass().add("number");
        typed.setPromptText("read s 0xc0801234");
        typed.setAccessibleText(texts.get("free.step"));
        HBox.setHgrow(typed, Priority.ALWAYS);
        Button go = new Button(texts.get("free.do"));
        go.setId("free-do");
        go.setMinWidth(USE_PREF_SIZE);
        go.setOnAction(_ -> run());
        typed.setOnAction(_ -> run());
        HBox line = new HBox(typed, go);
        line.getStyleClass().add("help");
        return line;
    }

    private void run() {
        if (model.run(typed.getText())) {
            typed.selectAll();
        }
    }

    private HBox branches(IntBinary compare) {
        branches.setId("free-branches");
        branches.setAccessibleText(texts.get("free.branches"));
        branches.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(branches, Priority.ALWAYS);
        branches.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(index -> {
                    int wanted = index.intValue();
                    if (!filling && wanted >= 0 && wanted != model.branchProperty().get()) {
                        model.choose(wanted);
                    }
                });
        Button button = new Button(texts.get("free.compare"));
        button.setId("free-compare");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> compare(compare));
        HBox row = new HBox(branches, button);
        row.getStyleClass().add("help");
        return row;
    }

    /// With the branch it left; the first one with the newest.
    private void compare(IntBinary compare) {
        model.playProperty()
                .get()
                .ifPresent(play -> {
                    int mine = model.branchProperty().get();
                    int parent = play.branch(mine).parent();
                    int other = parent >= 0 ? parent : play.size() - 1;
                    compare.accept(other, mine);
                });
    }

    private FlowPane saving(Actions actions) {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("examples");
        for (String id : List.of("back-to-lesson", "save-session", "save-as-lesson")) {
            row.getChildren().add(new Buttons(texts).words(actions.get(id)));
        }
        return row;
    }

    private void show() {
        Optional<FreePlay> open = model.playProperty().get();
        if (open.isEmpty()) {
            return;
        }
        FreePlay play = open.get();
        FreePlay.Branch shown = play.branch(model.branchProperty().get());
        filling = true;
        branches.getItems().setAll(play.branches().stream().map(FreePlay.Branch::name).toList());
        branches.getSelectionModel().select(model.branchProperty().get());
        filling = false;
        done.getItems().setAll(shown.steps().stream().map(step -> words(play, step)).toList());
        done.scrollTo(done.getItems().size() - 1);
    }

    private static String words(FreePlay play, Step step) {
        return ScenarioWriter.step(step, play.machine().mode());
    }
}
