package shadewalk.ui.lesson;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// What is told and asked in a step, one part below the other. What is read stays where it is when
/// the room for it grows or shrinks.
final class Story extends ScrollPane {

    /// What is left free above and below a part that is scrolled to.
    private static final double MARGIN = 12;

    /// A part of which no line can be read is out of sight.
    private static final double LINE = 40;

    private final VBox parts = new VBox();
    private Optional<Node> wanted = Optional.empty();
    private Runnable onMoved = () -> {};

    /// How much of a part is seen of its end.
    enum Sight {
        NOTHING,
        BEGINNING,
        END
    }

    Story() {
        parts.getStyleClass().add("lesson-body");
        getStyleClass().add("lesson-scroll");
        setContent(parts);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        // It takes what the others leave, and leaves them what they want.
        setPrefHeight(0);
        parts.heightProperty()
                .subscribe(_ ->
                        Platform.runLater(() -> {
                            scrollToWanted();
                            onMoved.run();
                        }));
        vvalueProperty().subscribe(() -> onMoved.run());
        parts.needsLayoutProperty()
                .subscribe(needs -> {
                    if (!needs) {
                        Platform.runLater(() -> onMoved.run());
                    }
                });
        viewportBoundsProperty()
                .addListener((_, before, now) -> keepPlace(before.getHeight(), now.getHeight()));
    }

    /// What happens when something may have come into sight or gone out of it.
    void setOnMoved(Runnable action) {
        onMoved = action;
    }

    /// Tells something else, from its beginning.
    void tell(List<Node> all) {
        wanted = Optional.empty();
        parts.getChildren().setAll(all);
        setVvalue(0);
    }

    /// Scrolls to the end of a part, now and when the text grows.
    void reveal(Node part) {
        wanted = Optional.of(part);
        Platform.runLater(this::scrollToWanted);
    }

    /// Follows no part any more.
    void rest() {
        wanted = Optional.empty();
    }

    /// Shows all of a part, or its beginning if there is no room for all.
    void bring(Node part) {
        double top = part.getBoundsInParent().getMinY() - MARGIN;
        double end = part.getBoundsInParent().getMaxY() + MARGIN - window();
        if (hidden() > 0) {
            setVvalue(Math.clamp(Math.min(top, end) / hidden(), 0, 1));
        }
    }

    /// How much of a part is seen.
    ///
    /// @param last what its end is for this, within the part
    Sight sight(Node part, Node last) {
        double seen = getVvalue() * Math.max(0, hidden()) + window();
        if (end(last) <= seen + 1) {
            return Sight.END;
        }
        boolean begins = part.getBoundsInParent().getMinY() <= seen - LINE;
        return begins ? Sight.BEGINNING : Sight.NOTHING;
    }

    private double window() {
        return getViewportBounds().getHeight();
    }

    /// How much of the text is out of sight.
    private double hidden() {
        return parts.getHeight() - window();
    }

    private void scrollToWanted() {
        double hidden = hidden();
        wanted.map(this::end)
                .map(end -> (end - window() + MARGIN) / hidden)
                .filter(place -> hidden > 0 && place > getVvalue())
                .ifPresent(place -> setVvalue(Math.min(1, place)));
    }

    /// How far down a part ends, or a part of a part.
    private double end(Node part) {
        return parts.sceneToLocal(part.localToScene(part.getLayoutBounds())).getMaxY();
    }

    private void keepPlace(double before, double now) {
        double above = getVvalue() * Math.max(0, parts.getHeight() - before);
        double hidden = parts.getHeight() - now;
        setVvalue(hidden > 0 ? Math.min(1, above / hidden) : 0);
        Platform.runLater(onMoved);
    }
}
