package shadewalk.ui.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The bundled fonts: Inter for words, JetBrains Mono for numbers. (Inter turns the x of a
/// hexadecimal number into a multiplication sign.)
public final class Fonts {

    public static final String WORDS = "Inter";
    public static final String NUMBERS = "JetBrains Mono";

    private static final List<String> FILES =
            List.of(
                    "Inter-Regular.ttf",
                    "Inter-Medium.ttf",
                    "Inter-SemiBold.ttf",
                    "Inter-Bold.ttf",
                    "JetBrainsMono-Regular.ttf",
                    "JetBrainsMono-Medium.ttf",
                    "JetBrainsMono-Bold.ttf");

    private Fonts() {}

    /// Makes the bundled fonts known to JavaFX. Call it once, before the first scene.
    public static void load() {
        FILES.forEach(Fonts::load);
    }

    private static void load(String file) {
        try (var stream = Fonts.class.getResourceAsStream("/fonts/" + file)) {
            if (stream == null || Font.loadFont(stream, 0) == null) {
                throw new IllegalStateException("bundled font is missing or broken: " + file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled font " + file, e);
        }
    }
}
