package shadewalk.ui.layout;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// Groups of controls side by side, spread over the whole width; where they do not fit, they go on
/// in another row instead of being cut off.
///
/// ```
/// | menus       |<  <  Play  >  >|       theme |
///
/// | menus            |<  <  Play  >  >| |
/// | theme                               |
/// ```
public final class Bar extends Pane {

    private static final double GAP = 8;

    private int most = Integer.MAX_VALUE;
    private @Nullable Node elastic;

    public Bar(Node... groups) {
        getChildren().addAll(groups);
    }

    /// Leaves out the last groups where they would need more rows than this. What they do must
    /// stand in a menu too.
    public void keepTo(int rows) {
        most = rows;
        requestLayout();
    }

    /// One of the groups becomes narrower before a row is full.
    public void letShrink(Node group) {
        elastic = group;
        requestLayout();
    }

    private double least(Node group) {
        return group.equals(elastic) ? group.minWidth(-1) : group.prefWidth(-1);
    }

    /// Groups that stand in one row.
    private record Row(List<Node> groups, double width, double height) {}

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /// The widest group decides: it is never broken.
    @Override
    protected double computeMinWidth(double height) {
        double widest =
                getManagedChildren().stream().mapToDouble(g -> g.minWidth(-1)).max().orElse(0);
        return widest + sides();
    }

    @Override
    protected double computePrefWidth(double height) {
        double all = getManagedChildren().stream().mapToDouble(g -> g.prefWidth(-1) + GAP).sum();
        return Math.max(all - GAP, 0) + sides();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        double room = width < 0 ? Double.MAX_VALUE : width - sides();
        return rows(room).stream().mapToDouble(Row::height).sum()
                + insets.getTop()
                + insets.getBottom();
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double room = getWidth() - sides();
        double y = insets.getTop();
        List<Row> rows = rows(room);
        getManagedChildren()
                .forEach(group ->
                        group.setVisible(rows.stream().anyMatch(r -> r.groups().contains(group))));
        for (Row row : rows) {
            int gaps = row.groups().size() - 1;
            double spare = Math.max(0, room - row.width() - GAP * gaps);
            double taken = Math.min(spare, growth(row));
            double gap = gaps == 0 ? 0 : (room - row.width() - taken) / gaps;
            double x = insets.getLeft();
            for (Node group : row.groups()) {
                double more = group.equals(elastic) ? taken : 0;
                double width = Math.min(least(group) + more, room);
                double height = group.prefHeight(width);
                group.resizeRelocate(
                        snapPositionX(x),
                        snapPositionY(y + (row.height() - height) / 2),
                        snapSizeX(width),
                        snapSizeY(height));
                x += width + gap;
            }
            y += row.height();
        }
    }

    /// How much wider than the least the elastic group of a row would like to be.
    private double growth(Row row) {
        return row.groups().stream()
                .filter(group -> group.equals(elastic))
                .mapToDouble(group -> group.prefWidth(-1) - least(group))
                .sum();
    }

    private List<Row> rows(double room) {
        List<Row> rows = new ArrayList<>();
        List<Node> groups = new ArrayList<>();
        double width = 0;
        double height = 0;
        for (Node group : getManagedChildren()) {
            double wide = Math.min(least(group), room);
            if (!groups.isEmpty() && width + wide + GAP * groups.size() > room) {
                rows.add(new Row(List.copyOf(groups), width, height));
                groups.clear();
                width = 0;
                height = 0;
            }
            groups.add(group);
            width += wide;
            height = Math.max(height, group.prefHeight(wide));
        }
        if (!groups.isEmpty()) {
            rows.add(new Row(List.copyOf(groups), width, height));
        }
        return rows.subList(0, Math.min(rows.size(), most));
    }

    private double sides() {
        return getInsets().getLeft() + getInsets().getRight();
    }
}
