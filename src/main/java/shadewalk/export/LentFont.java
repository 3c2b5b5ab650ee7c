package shadewalk.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shadewalk.diagram.Face;

/// A bundled font for Java to call the system's. On Linux, Java2D takes no font from anyone before
/// it has found one of the system's, and a bare container has none. Nothing is drawn with the lent
/// one.
///
/// Source: "Font Configuration Files" of Java's internationalisation guide, format version 1.
final class LentFont {

    private static final String SETTING = "sun.awt.fontconfig";

    private LentFont() {}

    /// Lends a font until the program ends, unless someone has already named a system's fonts.
    static void lend() throws IOException {
        if (System.getProperty(SETTING) == null) {
            Path font = file(".ttf");
            try (InputStream bundled = Face.NUMBERS.open()) {
                Files.copy(bundled, font, StandardCopyOption.REPLACE_EXISTING);
            }
            Path configuration = file(".properties");
            Files.writeString(configuration, configuration(font));
            System.setProperty(SETTING, configuration.toString());
        }
    }

    private static Path file(String ending) throws IOException {
        Path file = Files.createTempFile("shadewalk-font", ending);
        file.toFile().deleteOnExit();
        return file;
    }

    /// Says that each of Java's own names for fonts is this font.
    private static String configuration(Path font) {
        String names =
                Stream.of("serif", "sansserif", "monospaced", "dialog", "dialoginput")
                        .flatMap(name ->
                                Stream.of("plain", "bold", "italic", "bolditalic")
                                        .map(style -> name + "." + style + ".latin-1=Lent\n"))
                        .collect(Collectors.joining());
        return "version=1\n" + names + "sequence.allfonts=latin-1\nfilename.Lent=" + font + "\n";
    }
}
