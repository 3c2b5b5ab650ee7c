package shadewalk.ui.timeline;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import shadewalk.diagram.Palette;
import shadewalk.read.tell.EventLine;
import shadewalk.text.Texts;
import shadewalk.ui.session.Flag;
import shadewalk.ui.session.Session;
import shadewalk.ui.theme.Appearance;
import shadewalk.ui.theme.Theme;

/// The bar itself: click or drag to go somewhere.
public final class TimelineBar extends Region {

    private static final double HEIGHT = 55;
    private static final double LARGEST = 2;
    private static final double SIDE = 14;

    private final Session session;
    private final Appearance appearance;
    private final Texts texts;
    private final ObservableValue<Boolean> asking;
    private final Canvas canvas = new Canvas();
    private final Tooltip words = new Tooltip();

    private @Nullable Track track;
    private List<FlagNames.Placed> flags = List.of();
    private int pointedAt = -1;

    /// @param asking whether a question waits for its answer just now
    public TimelineBar(
            Session session, Appearance appearance, Texts texts, ObservableValue<Boolean> asking) {
        this.asking = asking;
        this.session = session;
        this.appearance = appearance;
        this.texts = texts;
        setId("timeline");
        getStyleClass().add("timeline");
        // The canvas follows this region; managed, it would enlarge it in turn.
        canvas.setManaged(false);
        getChildren().add(canvas);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(texts.get("timeline.name"));
        session.timelineProperty().subscribe(this::relayTrack);
        session.chaptersProperty().subscribe(this::relayTrack);
        session.limitProperty().subscribe(this::relayTrack);
        session.flagsProperty().subscribe(this::relayTrack);
        asking.subscribe(_ -> redraw());
        session.momentProperty().subscribe(this::moved);
        appearance.themeProperty().subscribe(_ -> redraw());
        appearance
                .scaleProperty()
                .subscribe(_ -> {
                    relayTrack();
                    requestLayout();
                });
        focusedProperty().subscribe(_ -> redraw());
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseMoved(this::point);
        setOnMouseExited(_ -> pointAt(-1));
        words.setShowDelay(Duration.millis(250));
        words.setShowDuration(Duration.INDEFINITE);
        Tooltip.install(this, words);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> (double) session.position();
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> (double) session.limit();
            case VALUE_STRING ->
                    texts.get("timeline.value", session.position(), session.timeline().size());
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case INCREMENT -> session.eventForward();
            case DECREMENT -> session.eventBack();
            case SET_VALUE -> session.jump(((Number) parameters[0]).intValue());
            default -> super.executeAccessibleAction(action, parameters);
        }
    }

    /// The picture needs the height more than the ticks do.
    private double scale() {
        return Math.min(appearance.scale(), LARGEST);
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT * scale();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        // In whole pixels: of a broken one a canvas shows what it had before.
        double width = Math.floor(getWidth() - insets.getLeft() - insets.getRight());
        double height = Math.floor(getHeight() - insets.getTop() - insets.getBottom());
        canvas.relocate(insets.getLeft(), insets.getTop());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            relayTrack();
        }
    }

    private void drag(MouseEvent event) {
        requestFocus();
        session.jump(track().position(event.getX()));
    }

    private void press(MouseEvent event) {
        Optional<Flag> named = nameAt(event.getX(), event.getY());
        named.ifPresentOrElse(
                flag -> {
                    requestFocus();
                    session.jump(flag.position());
                },
                () -> drag(event));
    }

    private void point(MouseEvent event) {
        Optional<Flag> named = nameAt(event.getX(), event.getY());
        int position = named.map(Flag::position).orElse(track().position(event.getX()));
        pointAt(position);
    }

    /// The flag whose name is pointed at.
    private Optional<Flag> nameAt(double x, double y) {
        return flags.stream()
                .filter(placed -> placed.covers(x, TrackPainter.isUpper(y, scale())))
                .filter(_ -> !TrackPainter.isBelow(y, scale()))
                .map(FlagNames.Placed::flag)
                .findFirst();
    }

    private void pointAt(int position) {
        if (position != pointedAt) {
            pointedAt = position;
            words.setText(
                    flags.stream()
                            .filter(placed -> placed.flag().position() == position)
                            .map(placed ->
                                    texts.get(
                                            "timeline.flag", placed.flag().name(), words(position)))
                            .findFirst()
                            .orElseGet(() -> words(position)));
            redraw();
        }
    }

    /// What happened at a position, and of what kind it is; nothing of what is still hidden.
    private String words(int position) {
        if (position <= 0) {
            return texts.get("now.beginning");
        }
        if (position > session.limit()) {
            return locked();
        }
        EventLine line = EventLine.of(session.timeline().event(position - 1));
        return texts.get(
                "timeline.event",
                String.valueOf(position),
                texts.get("kind." + line.kind().key()),
                line.words());
    }

    private String locked() {
        return texts.get(asking.getValue() ? "timeline.locked" : "timeline.later");
    }

    private void moved() {
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        redraw();
    }

    private void relayTrack() {
        track = null;
        redraw();
    }

    private Track track() {
        if (track == null) {
            double side = SIDE * scale();
            track =
                    new Track(
                            session.timeline(),
                            session.chapters(),
                            side,
                            Math.max(canvas.getWidth() - 2 * side, 1),
                            scale());
            flags = FlagNames.place(track, seenFlags(), track.x(session.limit()), scale());
        }
        return track;
    }

    private List<Flag> seenFlags() {
        return session.flagsProperty().get().stream()
                .filter(flag -> flag.position() <= session.limit())
                .toList();
    }

    private void redraw() {
        if (canvas.getWidth() > 0) {
            Palette palette = appearance.theme() == Theme.DARK ? Palette.DARK : Palette.LIGHT;
            Track laid = track();
            new TrackPainter(canvas, palette, scale(), locked())
                    .paint(laid, flags, session, pointedAt, isFocused());
        }
    }
}
