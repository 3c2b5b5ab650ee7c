package shadewalk.ui;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;

/// How the parts of the window are divided among each other, and by how much.
final class Panes {

    private static final double LESSON_SHARE = 0.26;
    private static final double EVENTS_FROM = 0.78;

    private final Workspace workspace;
    private final Node upper;
    private final Node events;
    private final Node lesson;
    private final Node freePlay;
    private final SplitPane columns = new SplitPane();
    private final SplitPane rows = new SplitPane();
    private final ScrollPane main = new ScrollPane(rows);
    private final Map<String, Double> splits = new TreeMap<>();

    /// @param upper the picture with the timeline below it
    Panes(Workspace workspace, Node upper, Node events, Node lesson, Node freePlay) {
        this.workspace = workspace;
        this.upper = upper;
        this.events = events;
        this.lesson = lesson;
        this.freePlay = freePlay;
        rows.setOrientation(Orientation.VERTICAL);
        for (Node fixed : List.of(events, lesson, freePlay)) {
            SplitPane.setResizableWithParent(fixed, false);
        }
        // Where even the least that the parts need is too much, the window scrolls.
        main.getStyleClass().add("main");
        main.setFitToWidth(true);
        main.setFitToHeight(true);
        main.setFocusTraversable(false);
        rows.getItems().add(upper);
        columns.getItems().add(main);
        workspace.eventListProperty().subscribe(_ -> placeEvents());
        workspace.lessonPaneProperty().subscribe(_ -> placeLesson());
        workspace.lesson().standProperty().subscribe(_ -> placeLesson());
        workspace.freePlay().playProperty().subscribe(_ -> placeLesson());
    }

    /// All of them.
    Node root() {
        return columns;
    }

    /// Where the parts are divided, by name.
    Map<String, Double> splits() {
        rememberSplits();
        return splits;
    }

    void setSplits(Map<String, Double> remembered) {
        splits.putAll(remembered);
        applySplits();
    }

    private void placeEvents() {
        place(rows, workspace.eventListProperty().get() ? List.of(upper, events) : List.of(upper));
    }

    /// The lesson or free play on the left, or nothing.
    private void placeLesson() {
        boolean open = workspace.lessonPaneProperty().get();
        if (open && workspace.lesson().isActive()) {
            place(columns, List.of(lesson, main));
        } else if (open && workspace.freePlay().playProperty().get().isPresent()) {
            place(columns, List.of(freePlay, main));
        } else {
            place(columns, List.of(main));
        }
    }

    private void place(SplitPane pane, List<Node> items) {
        if (!pane.getItems().equals(items)) {
            rememberSplits();
            pane.getItems().setAll(items);
            // At its first layout the pane gives parts that do not grow with it their least width.
            Platform.runLater(this::applySplits);
        }
    }

    private void rememberSplits() {
        if (columns.getDividers().size() == 1) {
            splits.put("lesson", columns.getDividerPositions()[0]);
        }
        if (rows.getDividers().size() == 1) {
            splits.put("events", rows.getDividerPositions()[0]);
        }
    }

    private void applySplits() {
        if (columns.getDividers().size() == 1) {
            columns.setDividerPositions(splits.getOrDefault("lesson", LESSON_SHARE));
        }
        if (rows.getDividers().size() == 1) {
            rows.setDividerPositions(splits.getOrDefault("events", EVENTS_FROM));
        }
    }
}
