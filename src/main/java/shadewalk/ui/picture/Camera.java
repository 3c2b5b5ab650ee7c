package shadewalk.ui.picture;

import java.util.Optional;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.motion.Viewport;
import shadewalk.ui.theme.Appearance;

/// Which part of a diagram is seen, and how large: all of it until somebody looks closer.
final class Camera {

    /// A diagram that fits is enlarged at most this much, times the size of everything.
    private static final double LARGEST_FIT = 1.4;

    /// The scale at which small text can be read.
    private static final double READABLE = 0.75;

    private final Appearance appearance;
    private Diagram diagram;
    private double width;
    private double height;
    private Viewport view = new Viewport(1, 0, 0, true);
    private Viewport before = view;

    Camera(Appearance appearance, Diagram diagram) {
        this.appearance = appearance;
        this.diagram = diagram;
    }

    /// Another diagram comes, and the way to it begins where the last one was seen.
    void show(Diagram next) {
        before = view;
        diagram = next;
        if (view.fits()) {
            view = fitting();
        }
    }

    /// The window or the size of everything has changed.
    void refit(double nowWide, double nowHigh) {
        width = nowWide;
        height = nowHigh;
        if (view.fits()) {
            set(fitting());
        }
    }

    /// The way to the diagram is over.
    void arrive() {
        before = view;
    }

    /// What is seen `share` of the way, 0 to 1.
    Viewport at(double share) {
        return before.toward(view, share);
    }

    /// What is seen in the end.
    Viewport view() {
        return view;
    }

    void set(Viewport next) {
        view = next;
        before = next;
    }

    /// Shows all of the diagram again.
    void fit() {
        view = fitting();
    }

    /// Takes a scale, with a place in the middle.
    void look(int percent, Extent middle) {
        double scale = percent / 100.0 * appearance.scale();
        set(new Viewport(scale, 0, 0, false).showing(middle, width, height));
    }

    void zoom(double factor) {
        set(view.zoomed(factor, width / 2, height / 2));
    }

    void centre(double x, double y) {
        double scale = view.scale();
        set(new Viewport(scale, width / 2 - x * scale, height / 2 - y * scale, false));
    }

    /// Brings a place into the middle unless it is seen already.
    ///
    /// @return whether anything changed
    boolean reveal(Extent place) {
        if (sees(place)) {
            return false;
        }
        set(view.showing(place, width, height));
        return true;
    }

    /// The same, large enough to be read.
    ///
    /// @return whether anything changed
    boolean find(Extent place) {
        double readable = READABLE * appearance.scale();
        if (sees(place) && view.scale() >= readable) {
            return false;
        }
        Viewport there = new Viewport(Math.max(view.scale(), readable), 0, 0, false);
        set(there.showing(place, width, height));
        return true;
    }

    /// The part of the diagram that is seen, unless that is all of it.
    Optional<Extent> visiblePart() {
        return view.fits() ? Optional.empty() : Optional.of(view.visible(width, height));
    }

    private boolean sees(Extent place) {
        Extent seen = view.visible(width, height);
        return seen.contains(place.left(), place.top())
                && seen.contains(place.right(), place.bottom());
    }

    private Viewport fitting() {
        return Viewport.fitting(
                diagram.width(), diagram.height(), width, height, LARGEST_FIT * appearance.scale());
    }
}
