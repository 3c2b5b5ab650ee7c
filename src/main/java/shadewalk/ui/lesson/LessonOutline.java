package shadewalk.ui.lesson;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import shadewalk.lesson.Stop;
import shadewalk.text.Texts;
import shadewalk.ui.action.WhyNot;

/// The steps of a lesson: which are done, which is shown, and which a question still hides.
final class LessonOutline extends ScrollPane {

    /// How much of the pane the list may take where the rest is large enough for what is told and
    /// asked.
    private static final double MOST = 0.34;

    /// How much it may take anyhow.
    private static final double LEAST = 0.2;

    /// The rest is large enough when as many rows as this have room in it.
    private static final int REST = 22;

    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final LessonModel model;
    private final Texts texts;
    private final VBox rows = new VBox();
    private int here;

    LessonOutline(LessonModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        rows.setId("outline");
        rows.getStyleClass().add("outline");
        getStyleClass().add("outline-scroll");
        setContent(rows);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        rows.heightProperty().subscribe(_ -> Platform.runLater(this::bring));
        viewportBoundsProperty().subscribe(_ -> bring());
    }

    /// Takes no more than a share of this height, and of it what whole rows need.
    void fit(ReadOnlyDoubleProperty height) {
        maxHeightProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> whole(share(height.get(), rowHeight())),
                                height,
                                rows.heightProperty()));
    }

    static double share(double height, double row) {
        return Math.clamp(height - REST * row, height * LEAST, height * MOST);
    }

    private double whole(double room) {
        double row = rowHeight();
        double rest = room - snappedTopInset() - snappedBottomInset();
        return row == 0 ? room : room - rest + Math.floor(rest / row) * row;
    }

    private double rowHeight() {
        int count = rows.getChildren().size();
        return count == 0 ? 0 : rows.getHeight() / count;
    }

    void show(Stand now) {
        rows.getChildren().clear();
        List<Stop> stops = now.lesson().lesson().stops();
        for (int i = 0; i < now.lesson().size(); i++) {
            rows.getChildren().add(row(now, i, stops.get(i)));
        }
        here = now.index();
        bring();
    }

    /// Where there is no room for all steps this one is seen, with as many before it as after it.
    private void bring() {
        double row = rowHeight();
        double window = getViewportBounds().getHeight();
        double hidden = rows.getHeight() - window;
        if (row > 0 && hidden > 0) {
            long before = Math.max(0, Math.round(window / row) - 1) / 2;
            setVvalue(Math.clamp((here - before) * row / hidden, 0, 1));
        }
    }

    private Button row(Stand now, int number, Stop stop) {
        Button row = new Button(number + 1 + "  " + stop.title());
        row.setId("scene-" + (number + 1));
        row.getStyleClass().addAll("outline-row", Styles.FLAT);
        row.setMaxWidth(Double.MAX_VALUE);
        // The row may be too short for its words.
        row.setTooltip(new Tooltip(stop.title()));
        row.pseudoClassStateChanged(HERE, number == now.index());
        boolean locked = number > now.limit();
        row.setDisable(locked);
        if (locked) {
            WhyNot.say(row, texts.get("why.scene"));
            row.setGraphic(new FontIcon(Feather.LOCK));
        } else if (number == now.index()) {
            row.setGraphic(new FontIcon(Feather.ARROW_RIGHT));
        } else if (number < now.index()) {
            row.setGraphic(new FontIcon(Feather.CHECK));
        } else {
            row.setGraphic(new FontIcon(Feather.CIRCLE));
        }
        row.setOnAction(_ -> model.go(number));
        return row;
    }
}
