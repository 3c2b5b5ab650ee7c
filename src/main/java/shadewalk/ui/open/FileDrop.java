package shadewalk.ui.open;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Takes files that are dropped onto the window.
public final class FileDrop {

    private FileDrop() {}

    public static void install(Node target, Consumer<Path> open) {
        target.addEventHandler(
                DragEvent.DRAG_OVER,
                event -> {
                    if (event.getDragboard().hasFiles()) {
                        event.acceptTransferModes(TransferMode.COPY);
                        event.consume();
                    }
                });
        target.addEventHandler(
                DragEvent.DRAG_DROPPED,
                event -> {
                    if (event.getDragboard().hasFiles()) {
                        open.accept(event.getDragboard().getFiles().getFirst().toPath());
                        event.setDropCompleted(true);
                        event.consume();
                    }
                });
    }
}
