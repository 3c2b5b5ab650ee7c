package shadewalk.ui.layout;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Something large with something narrow at its right: beside it where there is room for both, else
/// over its right part.
public final class Beside extends Pane {

    /// The large one stays at least so many times as wide as the narrow one.
    private static final double LEAST = 1.7;

    private final Region large;
    private final Region narrow;

    public Beside(Region large, Region narrow) {
        this.large = large;
        this.narrow = narrow;
        getChildren().add(large);
    }

    /// Shows the narrow one or puts it away.
    public void open(boolean open) {
        if (!open) {
            getChildren().remove(narrow);
        } else if (narrow.getParent() == null) {
            getChildren().add(narrow);
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return large.minWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return large.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return large.minHeight(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return large.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (narrow.getParent() == null) {
            large.resizeRelocate(0, 0, width, height);
            return;
        }
        double side = Math.min(snapSizeX(narrow.prefWidth(-1)), width);
        double rest = width - side;
        large.resizeRelocate(0, 0, rest >= LEAST * side ? rest : width, height);
        narrow.resizeRelocate(rest, 0, side, height);
    }
}
