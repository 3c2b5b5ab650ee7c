package shadewalk.ui.layout;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Orientation;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Something in the middle with a pane before and a pane behind it, side by side or one above the
/// other. The middle keeps at least half of the room; panes become smaller for it.
///
/// The panes are as large as a person drags their edges, in em, so that they grow and shrink with
/// the words in them.
///
/// ```
/// | before | middle                   | behind |
///
/// | middle                            | behind |
/// ```
public final class Dock extends Pane {

    private static final double HALF = 0.5;

    /// What a middle that needs much leaves to the panes at least.
    private static final double REST = 0.2;

    /// How near to an edge it is taken hold of, in pixels.
    private static final double NEAR = 3;

    private final Orientation orientation;
    private final Node middle;
    private final ObservableDoubleValue em;
    private final Side before;
    private final Side behind;
    private final ReadOnlyBooleanWrapper crowded = new ReadOnlyBooleanWrapper();
    private double useful;

    /// How large a pane is, in em.
    ///
    /// @param least it is not made smaller by hand, nor without need
    /// @param usual it is at first, unless that is more than its share
    /// @param share of the whole, which it is not larger than before somebody makes it so
    public record Size(double least, double usual, double share) {

        public Size(double least, double usual) {
            this(least, usual, 1);
        }
    }

    /// A pane at one side of the middle.
    public final class Side {

        private final Size size;
        private final Region edge = new Region();
        private Optional<Region> pane = Optional.empty();
        private double wish;

        private Side(Size size) {
            this.size = size;
            wish = size.usual();
            edge.getStyleClass().add("edge");
            edge.setCursor(horizontal() ? Cursor.H_RESIZE : Cursor.V_RESIZE);
            edge.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> drag(this, event));
            edge.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        }

        /// Puts a pane there, or nothing.
        public void show(Optional<? extends Region> wanted) {
            if (!pane.equals(wanted)) {
                pane.ifPresent(old -> getChildren().removeAll(old, edge));
                pane = wanted.map(region -> region);
                pane.ifPresent(now -> getChildren().addAll(now, edge));
            }
        }

        /// How large it should be, in em.
        public double wish() {
            return wish;
        }

        public void setWish(double ems) {
            wish = Math.max(ems, size.least());
            requestLayout();
        }

        /// Two clicks on the edge make the pane as it was at first.
        private void clicked(MouseEvent event) {
            if (event.getClickCount() == 2) {
                setWish(size.usual());
            }
        }

        private double least() {
            return size.least() * em.get();
        }

        /// In pixels; 0 without a pane.
        private double wanted() {
            if (pane.isEmpty()) {
                return 0;
            }
            boolean untouched = wish == size.usual();
            return untouched
                    ? Math.max(least(), Math.min(wish * em.get(), size.share() * length()))
                    : wish * em.get();
        }

        private double needed() {
            return pane.isPresent() ? least() : 0;
        }
    }

    /// @param em how large the words are, in pixels
    public Dock(
            Orientation orientation,
            Node middle,
            ObservableDoubleValue em,
            Size before,
            Size behind) {
        this.orientation = orientation;
        this.middle = middle;
        this.em = em;
        this.before = new Side(before);
        this.behind = new Side(behind);
        getChildren().add(middle);
        em.subscribe(this::requestLayout);
    }

    /// From this size on, in pixels, the middle is of use: panes become smaller down to their least
    /// before it does.
    public void setUseful(double pixels) {
        useful = pixels;
        requestLayout();
    }

    public Side before() {
        return before;
    }

    public Side behind() {
        return behind;
    }

    /// Whether there is too little room for two panes, be they open or not.
    public ReadOnlyBooleanProperty crowdedProperty() {
        return crowded.getReadOnlyProperty();
    }

    private boolean horizontal() {
        return orientation == Orientation.HORIZONTAL;
    }

    private void drag(Side side, MouseEvent event) {
        var at = sceneToLocal(event.getSceneX(), event.getSceneY());
        double place = horizontal() ? at.getX() : at.getY();
        double size = side == before ? place : length() - place;
        side.setWish(Math.min(size, room()) / em.get());
    }

    private double length() {
        return horizontal() ? getWidth() : getHeight();
    }

    /// How much of the whole the panes may have.
    private double room() {
        double all = length();
        double least = horizontal() ? middle.minWidth(-1) : middle.minHeight(getWidth());
        double needs = Math.max(least, useful);
        return all - Math.max(all * HALF, Math.min(needs, all * (1 - REST)));
    }

    @Override
    protected double computeMinWidth(double height) {
        return middle.minWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return middle.minHeight(width) + (horizontal() ? 0 : before.needed() + behind.needed());
    }

    @Override
    protected double computePrefWidth(double height) {
        return middle.prefWidth(height) + (horizontal() ? before.wanted() + behind.wanted() : 0);
    }

    @Override
    protected double computePrefHeight(double width) {
        return middle.prefHeight(width) + (horizontal() ? 0 : before.wanted() + behind.wanted());
    }

    @Override
    protected void layoutChildren() {
        double room = room();
        crowded.set(before.least() + behind.least() > room);
        double first = before.wanted();
        double last = behind.wanted();
        double excess = first + last - room;
        if (excess > 0) {
            // What is more than the least goes first; then the least is too much.
            double spareFirst = first - before.needed();
            double spareLast = last - behind.needed();
            double spare = spareFirst + spareLast;
            double part = spare > 0 ? Math.min(1, excess / spare) : 0;
            first -= spareFirst * part;
            last -= spareLast * part;
            double fit = Math.min(1, room / (first + last));
            first *= fit;
            last *= fit;
        }
        double end = length() - last;
        put(middle, first, end);
        put(before, 0, first, first);
        put(behind, end, length(), end);
    }

    private void put(Side side, double from, double to, double edge) {
        side.pane.ifPresent(pane -> put(pane, from, to));
        put(side.edge, edge - NEAR, edge + NEAR);
    }

    private void put(Node node, double from, double to) {
        double start = snapPositionX(from);
        double size = Math.max(0, snapPositionX(to) - start);
        if (horizontal()) {
            node.resizeRelocate(start, 0, size, getHeight());
        } else {
            node.resizeRelocate(0, start, getWidth(), size);
        }
    }
}
