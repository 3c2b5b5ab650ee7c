package shadewalk.ui;

import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.layout.Region;
import shadewalk.read.OnStage;
import shadewalk.ui.layout.Dock;
import shadewalk.ui.theme.Appearance;

/// How the parts of the window are divided among each other, and by how much: the lesson or free
/// play at the left, the inspector at the right, the list of events below the picture.
///
/// Where lesson and inspector leave no room for a picture, only one of them is open: the lesson
/// comes back when the inspector is closed. Where the list of events leaves none, it is away until
/// somebody asks for it or there is room.
final class Panes {

    private static final Dock.Size LESSON = new Dock.Size(18, 23);
    private static final Dock.Size INSPECTOR = new Dock.Size(20, 24, 0.2);
    private static final Dock.Size EVENTS = new Dock.Size(7, 11);
    private static final Dock.Size NONE = new Dock.Size(0, 0);

    /// What the picture needs at least to be of use, with the timeline and its tools, in pixels.
    private static final double USEFUL = 490;

    private final Workspace workspace;
    private final Region events;
    private final Region lesson;
    private final Region freePlay;
    private final Region inspector;
    private final Dock columns;
    private final Dock rows;

    /// Whether the window is too low for the picture and the list of events.
    private final BooleanBinding tooLow;

    private boolean gaveWay;
    private boolean eventsGaveWay;

    /// @param upper the picture with the timeline below it
    Panes(
            Workspace workspace,
            Node upper,
            Region events,
            Region lesson,
            Region freePlay,
            Region inspector) {
        this.workspace = workspace;
        this.events = events;
        this.lesson = lesson;
        this.freePlay = freePlay;
        this.inspector = inspector;
        var em = workspace.appearance().scaleProperty().multiply(Appearance.TEXT_SIZE);
        rows = new Dock(Orientation.VERTICAL, upper, em, NONE, EVENTS);
        rows.setUseful(USEFUL);
        ScrollPane main = new Scrolling(rows);
        columns = new Dock(Orientation.HORIZONTAL, main, em, LESSON, INSPECTOR);
        // Where even the least that the parts need is too much, the window scrolls.
        main.getStyleClass().add("main");
        main.setFitToWidth(true);
        main.setFitToHeight(true);
        main.setFocusTraversable(false);
        workspace.eventListProperty().subscribe(this::eventsOpened);
        workspace.picture().stageProperty().subscribe(_ -> placeEvents());
        workspace.lessonPaneProperty().subscribe(this::lessonOpened);
        workspace.lesson().standProperty().subscribe(_ -> placeLesson());
        workspace.freePlay().playProperty().subscribe(_ -> placeLesson());
        workspace.inspectorProperty().subscribe(this::inspectorOpened);
        // The sizes are found while the window is laid out, when nothing may come or go.
        columns.crowdedProperty().subscribe(_ -> Platform.runLater(this::share));
        tooLow =
                Bindings.createBooleanBinding(
                        () ->
                                main.getHeight() > 0
                                        && main.getHeight() < USEFUL + EVENTS.least() * em.get(),
                        main.heightProperty(),
                        em);
        tooLow.subscribe(_ -> Platform.runLater(this::shareHeight));
    }

    /// Scrolls upwards and downwards only: it is as wide as its contents need.
    private static final class Scrolling extends ScrollPane {

        Scrolling(Node content) {
            super(content);
        }

        @Override
        protected double computeMinWidth(double height) {
            return getContent().minWidth(-1);
        }

        /// JavaFX keeps an image of what scrolls, and draws all of it anew for the least change.
        /// Most of the time nothing scrolls here, and much changes.
        @Override
        protected Skin<?> createDefaultSkin() {
            Skin<?> skin = super.createDefaultSkin();
            for (Node part = getContent(); !equals(part); part = part.getParent()) {
                part.setCache(false);
            }
            return skin;
        }
    }

    /// All of them.
    Node root() {
        return columns;
    }

    /// How large the panes are in em, by name.
    Map<String, Double> sizes() {
        return Map.of(
                "lesson", columns.before().wish(),
                "inspector", columns.behind().wish(),
                "events", rows.behind().wish());
    }

    void setSizes(Map<String, Double> remembered) {
        columns.before().setWish(remembered.getOrDefault("lesson", LESSON.usual()));
        columns.behind().setWish(remembered.getOrDefault("inspector", INSPECTOR.usual()));
        rows.behind().setWish(remembered.getOrDefault("events", EVENTS.usual()));
    }

    /// Whether the lesson is open, or only away to make room for the inspector.
    boolean isLessonWanted() {
        return gaveWay || workspace.lessonPaneProperty().get();
    }

    /// Whether the list of events is open, or only away to make room for the picture.
    boolean areEventsWanted() {
        return eventsGaveWay || workspace.eventListProperty().get();
    }

    /// Opens the list of events, or keeps it for when there is room.
    void wantEvents(boolean wanted) {
        workspace.eventListProperty().set(wanted);
        shareHeight();
    }

    private void eventsOpened(boolean open) {
        placeEvents();
        eventsGaveWay = eventsGaveWay && !open;
    }

    /// The list of events, if it is open and a lesson has come to it.
    private void placeEvents() {
        boolean open =
                workspace.eventListProperty().get()
                        && workspace.picture().stageProperty().get().contains(OnStage.EVENTS);
        rows.behind().show(Optional.of(events).filter(_ -> open));
    }

    /// Puts the list of events away for the picture, or brings it back.
    private void shareHeight() {
        boolean crowded = tooLow.get();
        if (crowded && workspace.eventListProperty().get()) {
            workspace.eventListProperty().set(false);
            eventsGaveWay = true;
        } else if (!crowded && eventsGaveWay) {
            workspace.eventListProperty().set(true);
        }
    }

    /// The lesson or free play on the left, or nothing.
    private void placeLesson() {
        boolean open = workspace.lessonPaneProperty().get();
        boolean playing = workspace.freePlay().playProperty().get().isPresent();
        Optional<Region> left =
                workspace.lesson().isActive()
                        ? Optional.of(lesson)
                        : Optional.of(freePlay).filter(_ -> playing);
        columns.before().show(left.filter(_ -> open));
    }

    private void lessonOpened(boolean open) {
        placeLesson();
        if (open) {
            gaveWay = false;
            if (columns.crowdedProperty().get()) {
                workspace.inspectorProperty().set(false);
            }
        }
    }

    private void inspectorOpened(boolean open) {
        columns.behind().show(Optional.of(inspector).filter(_ -> open));
        share();
    }

    /// Puts the lesson away for the inspector, or brings it back.
    private void share() {
        boolean both = workspace.inspectorProperty().get() && columns.crowdedProperty().get();
        if (both && workspace.lessonPaneProperty().get()) {
            workspace.lessonPaneProperty().set(false);
            gaveWay = true;
        } else if (!both && gaveWay) {
            workspace.lessonPaneProperty().set(true);
        }
    }
}
