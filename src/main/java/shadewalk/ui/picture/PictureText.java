package shadewalk.ui.picture;

import java.util.List;
import javafx.scene.control.TextArea;
import shadewalk.diagram.Diagram;
import shadewalk.text.Columns;

/// The picture as text: what it says in sentences, and the same laid out in columns, to be read,
/// heard and copied.
final class PictureText extends TextArea {

    private static final int COLUMNS = 72;

    PictureText(PictureView view, String name) {
        setId("picture-text");
        getStyleClass().addAll("picture-text", "number");
        setEditable(false);
        setAccessibleText(name);
        setVisible(false);
        visibleProperty().subscribe(_ -> show(view.diagramProperty().get()));
        view.diagramProperty().subscribe(this::show);
    }

    private void show(Diagram diagram) {
        if (isVisible()) {
            List<String> lines = Columns.of(diagram.description(), COLUMNS);
            setText(String.join("\n", diagram.plain()) + "\n\n" + String.join("\n", lines) + "\n");
        }
    }
}
