package shadewalk.ui;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import shadewalk.ui.theme.Theme;

/// What the window is showing, without the window.
public final class WindowModel {

    private final ObjectProperty<Theme> theme =
            new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public Theme theme() {
        return theme.get();
    }

    /// Light becomes dark, dark becomes light.
    public void toggleTheme() {
        theme.set(theme().other());
    }
}
