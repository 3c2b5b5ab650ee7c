package shadewalk.ui.events;

import java.util.Optional;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import shadewalk.diagram.Colour;
import shadewalk.diagram.Palette;
import shadewalk.read.EventKind;
import shadewalk.ui.theme.Appearance;
import shadewalk.ui.theme.Theme;

/// The shape of a kind of event, in its colour.
public final class MarkIcon extends StackPane {

    private static final double SIDE = 14;

    private final Appearance appearance;
    private final SVGPath path = new SVGPath();
    private Optional<EventKind> shown = Optional.empty();

    public MarkIcon(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("mark");
        getChildren().add(path);
        appearance.themeProperty().subscribe(_ -> shown.ifPresent(this::draw));
        appearance.scaleProperty().subscribe(_ -> shown.ifPresent(this::draw));
    }

    public void show(EventKind kind) {
        shown = Optional.of(kind);
        draw(kind);
    }

    private void draw(EventKind kind) {
        double scale = appearance.scale();
        path.setContent(EventLook.of(kind).mark().path());
        path.setScaleX(scale);
        path.setScaleY(scale);
        Palette palette = appearance.theme() == Theme.DARK ? Palette.DARK : Palette.LIGHT;
        Colour colour = palette.swatch(EventLook.of(kind).tone()).solid();
        path.setFill(Color.rgb(colour.red(), colour.green(), colour.blue()));
        setMinSize(SIDE * scale, SIDE * scale);
        setMaxSize(SIDE * scale, SIDE * scale);
    }

    public void clear() {
        shown = Optional.empty();
        path.setContent("");
    }
}
