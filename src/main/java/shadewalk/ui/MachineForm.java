package shadewalk.ui;

import javafx.stage.Stage;
import shadewalk.ui.free.MachineEditor;
import shadewalk.ui.free.MachinePlan;

/// The window in which a machine is put together. It goes when the machine has started.
final class MachineForm {

    private final Workspace workspace;
    private final MachineEditor editor;
    private final Sheet sheet;

    MachineForm(Stage stage, Workspace workspace) {
        this.workspace = workspace;
        this.editor = new MachineEditor(workspace.texts(), this::start);
        this.sheet =
                new Sheet(stage, workspace.appearance(), workspace.texts(), "action.new-machine");
    }

    void open() {
        sheet.show(editor);
    }

    private void start(MachinePlan plan) {
        workspace.playWith(plan, sheet::close, editor::refuse);
    }
}
