package shadewalk.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Palette;

/// Every view in every paging mode, as it was when somebody looked at it last. `-Dgolden=accept`
/// takes what is drawn now for right; look at it first.
class GoldenPictureTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    @ParameterizedTest(name = "{0}")
    @MethodSource("shadewalk.export.Moments#all")
    void isAsItWas(String name, Diagram picture) throws IOException {
        var out = new ByteArrayOutputStream();
        SvgWriter.write(new Shot(picture, Palette.LIGHT, 1), out);
        Path file = FOLDER.resolve(name + ".svg.gz");
        if (System.getProperty("golden", "").equals("accept")) {
            Files.createDirectories(FOLDER);
            try (var packed = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.writeTo(packed);
            }
        }
        try (var packed = new GZIPInputStream(Files.newInputStream(file))) {
            assertEquals(
                    new String(packed.readAllBytes(), StandardCharsets.UTF_8),
                    out.toString(StandardCharsets.UTF_8));
        }
    }
}
