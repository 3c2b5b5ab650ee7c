package shadewalk.ui.theme;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import shadewalk.lesson.settings.Settings;

/// How the window looks and speaks: in which language from its next start, light or dark, how
/// large, and whether things travel.
public final class Appearance {

    /// The size of ordinary text at 100 %, in pixels.
    public static final double TEXT_SIZE = 13;

    private static final double ICON_SIZE = 16;

    private static final double[] STEPS = {
        Settings.SMALLEST, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, Settings.LARGEST
    };

    private final StringProperty language = new SimpleStringProperty(this, "language", "");
    private final ObjectProperty<Theme> theme =
            new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", 1);
    private final BooleanProperty reduceMotion =
            new SimpleBooleanProperty(this, "reduceMotion", false);

    /// A tag such as `de`, empty for the system's language. It is spoken from the next start on,
    /// since a window's words are said when its parts are made.
    public StringProperty languageProperty() {
        return language;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public Theme theme() {
        return theme.get();
    }

    /// The size of everything, 1 for 100 %.
    public DoubleProperty scaleProperty() {
        return scale;
    }

    public double scale() {
        return scale.get();
    }

    /// Whether changes are shown without anything travelling.
    public BooleanProperty reduceMotionProperty() {
        return reduceMotion;
    }

    /// Light becomes dark, dark becomes light.
    public void toggleTheme() {
        theme.set(theme().other());
    }

    public void larger() {
        for (double step : STEPS) {
            if (step > scale() + 0.001) {
                scale.set(step);
                return;
            }
        }
    }

    public void smaller() {
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (STEPS[i] < scale() - 0.001) {
                scale.set(STEPS[i]);
                return;
            }
        }
    }

    public void normalSize() {
        scale.set(1);
    }

    /// Keeps a scene, and the menus and tips it opens, in this appearance.
    public void dress(Scene scene) {
        theme.subscribe(() -> apply(scene));
        scale.subscribe(() -> apply(scene));
        apply(scene);
    }

    private void apply(Scene scene) {
        theme().dress(scene);
        scene.getStylesheets().add(sizeSheet());
    }

    /// Pop-up windows take over their owner's style sheets, but not its styles. An icon's size is
    /// given in pixels, since its em is the icon itself.
    private String sizeSheet() {
        String rules =
                String.format(
                        Locale.ROOT,
                        ".root{-fx-font-size:%.2fpx}.ikonli-font-icon{-fx-icon-size:%.2fpx}",
                        TEXT_SIZE * scale(),
                        ICON_SIZE * scale());
        return "data:text/css,"
                + URLEncoder.encode(rules, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
