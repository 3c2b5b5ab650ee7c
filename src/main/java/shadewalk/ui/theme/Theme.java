package shadewalk.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/// Light or dark. A theme is AtlantaFX's controls plus our tokens.
public enum Theme {
    LIGHT("light.css", new PrimerLight().getUserAgentStylesheet()),
    DARK("dark.css", new PrimerDark().getUserAgentStylesheet());

    private final String tokens;
    private final String controls;

    Theme(String tokens, String controls) {
        this.tokens = sheet(tokens);
        this.controls = controls;
    }

    /// The theme of a word, `light` or `dark`.
    public static Theme of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// Its word.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /// Gives every control of the program this look, also those that are still to be made.
    public void dressControls() {
        Application.setUserAgentStylesheet(controls);
    }

    /// Tokens come first: the components below are written in them.
    public void dress(Scene scene) {
        dressControls();
        scene.getStylesheets().setAll(tokens, sheet("window.css"));
    }

    private static String sheet(String file) {
        URL url = Theme.class.getResource("/theme/" + file);
        return Objects.requireNonNull(url, file).toExternalForm();
    }
}
