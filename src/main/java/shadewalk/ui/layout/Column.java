package shadewalk.ui.layout;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A column that knows its least height. Bars in it are the higher the narrower they are; asked for
/// its least height without a width, as split panes ask, a column answers for the width it has.
public class Column extends VBox {

    public Column(Node... children) {
        super(children);
        // The answer was asked for before the width was known.
        widthProperty().subscribe(_ -> Platform.runLater(this::requestLayout));
    }

    @Override
    protected double computeMinHeight(double width) {
        return super.computeMinHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
    }
}
