package shadewalk.ui.free;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shadewalk.read.Operations;
import shadewalk.scenario.FreePlay;
import shadewalk.scenario.ScenarioWriter;
import shadewalk.scenario.Step;
import shadewalk.text.Texts;
import shadewalk.ui.action.Actions;
import shadewalk.ui.action.Buttons;

/// What can be done to the machine, what was done, and the branches.
public final class FreePlayPane extends VBox {

    /// Takes the numbers of two branches.
    public interface IntBinary {
        void accept(int left, int right);
    }

    private final FreePlayModel model;
    private final Texts texts;
    private final Supplier<List<Operations.Operation>> operations;
    private final VBox flow = new VBox();
    private final Experiments experiments;
    private final Button compare;
    private final TextField typed = new TextField();
    private final ListView<String> done = new ListView<>();
    private final BranchBar branches;

    /// @param compare shows what differs between the branches of two numbers
    /// @param operations what can be done now
    public FreePlayPane(
            FreePlayModel model,
            Supplier<List<Operations.Operation>> operations,
            Actions actions,
            Texts texts,
            IntBinary compare) {
        this.operations = operations;
        this.model = model;
        branches = new BranchBar(model);
        this.texts = texts;
        getStyleClass().addAll("lesson", "free-play");
        Label title = new Label(texts.get("free.title"));
        title.getStyleClass().add("pane-title");
        Label help = new Label(texts.get("free.help"));
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        help.getStyleClass().add("quiet");
        done.setId("free-done");
        done.setAccessibleText(texts.get("free.done"));
        done.getStyleClass().add("number");
        experiments = new Experiments(model, texts);
        this.compare =
                Buttons.push("free-compare", texts.get("free.compare"), () -> compare(compare));
        VBox parts = new VBox(experiments, help, flow);
        parts.getStyleClass().add("parts");
        ScrollPane scroll = new ScrollPane(parts);
        scroll.getStyleClass().add("outline-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren()
                .addAll(title, scroll, line(), meaning(), branches(actions), done, saving(actions));
        model.playProperty().subscribe(_ -> show());
        model.stepsProperty().subscribe(_ -> show());
        model.branchProperty().subscribe(_ -> show());
    }

    /// Puts the cursor where a step is typed.
    public void focusStep() {
        typed.requestFocus();
    }

    /// A button for every kind of step, group by group; which there are hangs on the machine.
    private void showOperations() {
        flow.getChildren().clear();
        List<Operations.Operation> all = operations.get();
        for (Operations.Group group : Operations.Group.values()) {
            Label title =
                    new Label(texts.get("free.group." + group.name().toLowerCase(Locale.ROOT)));
            title.getStyleClass().add("section");
            FlowPane buttons = new FlowPane();
            buttons.getStyleClass().add("examples");
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).group() == group) {
                    buttons.getChildren().add(button(all.get(i), i));
                }
            }
            flow.getChildren().addAll(title, buttons);
        }
    }

    /// What it does, and beside that the scenario's word for it.
    private Button button(Operations.Operation operation, int number) {
        Button button = new Button(texts.get("free.op." + operation.label().replace(' ', '.')));
        Label word = new Label(operation.label());
        word.getStyleClass().addAll("number", "quiet");
        button.setGraphic(word);
        button.setContentDisplay(ContentDisplay.RIGHT);
        String meaning = StepMeaning.of(operation.text(), texts).orElse("");
        button.setTooltip(new Tooltip(texts.get("free.example", meaning, operation.text())));
        button.setAccessibleHelp(meaning);
        button.getStyleClass().add("small");
        button.setOnAction(_ -> fillIn(operations.get().get(number).text()));
        return button;
    }

    /// The step can be done as it is, or changed: its last word is marked.
    private void fillIn(String step) {
        typed.setText(step);
        typed.requestFocus();
        typed.selectRange(step.lastIndexOf(' ') + 1, step.length());
    }

    private HBox line() {
        typed.setId("free-step");
        typed.getStyleClass().add("number");
        typed.setPromptText("read s 0xc0801234");
        typed.setAccessibleText(texts.get("free.step"));
        HBox.setHgrow(typed, Priority.ALWAYS);
        Button go = Buttons.push("free-do", texts.get("free.do"), this::run);
        typed.setOnAction(_ -> run());
        HBox line = new HBox(typed, go);
        line.getStyleClass().add("help");
        return line;
    }

    /// What the typed step would do, in words; before one is typed, what its letters mean.
    private Label meaning() {
        Label meaning = new Label();
        meaning.setId("free-meaning");
        meaning.setWrapText(true);
        meaning.setMinHeight(USE_PREF_SIZE);
        meaning.getStyleClass().add("quiet");
        typed.textProperty()
                .subscribe(text ->
                        meaning.setText(
                                StepMeaning.of(text, texts).orElse(texts.get("free.rings"))));
        return meaning;
    }

    private void run() {
        if (model.run(typed.getText())) {
            typed.selectAll();
        }
    }

    private VBox branches(Actions actions) {
        branches.setAccessibleText(texts.get("free.way"));
        branches.all().setText(texts.get("free.branches"));
        compare.managedProperty().bind(compare.visibleProperty());
        Button fork = new Buttons(texts).words(actions.get("fork"));
        fork.setMinWidth(USE_PREF_SIZE);
        FlowPane ways = new FlowPane(branches.all(), fork, compare);
        ways.getStyleClass().add("ways");
        VBox all = new VBox(branches, ways);
        all.getStyleClass().add("help");
        return all;
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
        row.getStyleClass().add("ways");
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
        branches.show(play, model.branchProperty().get());
        done.getItems().setAll(done(play, model.branchProperty().get()));
        // The list has its new lines only after the next layout.
        Platform.runLater(() -> done.scrollTo(Math.max(0, done.getItems().size() - 1)));
        compare.setVisible(play.size() > 1);
        experiments.show();
        showOperations();
    }

    /// All steps to the end of a branch, and where it left its parent.
    private List<String> done(FreePlay play, int branch) {
        FreePlay.Branch shown = play.branch(branch);
        List<String> lines = new ArrayList<>();
        play.stepsTo(branch).forEach(step -> lines.add(words(play, step)));
        if (shown.parent() >= 0) {
            String left =
                    play.leftWithin(branch)
                            .map(step -> texts.get("free.left", shown.name(), words(play, step)))
                            .orElse(shown.name() + ":");
            lines.add(lines.size() - shown.steps().size(), left);
        }
        return lines;
    }

    private static String words(FreePlay play, Step step) {
        return ScenarioWriter.step(step, play.machine().mode());
    }
}
