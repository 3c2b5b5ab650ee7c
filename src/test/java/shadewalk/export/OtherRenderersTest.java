package shadewalk.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Palette;

/// Programs that share nothing with ours draw our SVG and PDF, and the pixels are those of our PNG
/// but for the edges of lines and letters.
class OtherRenderersTest {

    /// How much a channel of 0 to 255 may differ in the mean. librsvg kerns, which moves the
    /// letters of a long line a little; Poppler moves thin lines onto the grid of pixels, which
    /// tells in hatched areas.
    private static final double MEAN = 3;

    private static final double MEAN_HATCHED = 7;

    /// A pixel differs if one of its channels does by more than this.
    private static final int FAR = 128;

    /// The share of pixels that may.
    private static final double SHARE = 0.012;

    @TempDir private Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("shadewalk.export.Moments#all")
    void librsvgDrawsTheSvg(String name, Diagram picture) throws Exception {
        Path svg = folder.resolve("picture.svg");
        Path png = folder.resolve("picture.png");
        try (var out = Files.newOutputStream(svg)) {
            SvgWriter.write(new Shot(picture, Palette.LIGHT, 1), out);
        }
        run("rsvg-convert", "-o", png.toString(), svg.toString());
        compare(name, picture, ImageIO.read(png.toFile()), MEAN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shadewalk.export.Moments#all")
    void popplerDrawsThePdf(String name, Diagram picture) throws Exception {
        Path pdf = folder.resolve("picture.pdf");
        try (var out = Files.newOutputStream(pdf)) {
            PdfWriter.write(new Shot(picture, Palette.LIGHT, 1), out);
        }
        String stem = folder.resolve("picture").toString();
        run("pdftoppm", "-r", "96", "-png", "-singlefile", pdf.toString(), stem);
        compare(name, picture, ImageIO.read(new File(stem + ".png")), MEAN_HATCHED);
    }

    private void run(String... command) throws IOException, InterruptedException {
        Optional<Path> program =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(place -> Path.of(place, command[0]))
                        .filter(Files::isExecutable)
                        .findFirst();
        Assumptions.assumeTrue(program.isPresent(), command[0] + " is not installed here");
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().put("FONTCONFIG_FILE", fonts().toString());
        Process running = process.start();
        assertTrue(running.waitFor(120, TimeUnit.SECONDS), command[0] + " does not end");
        assertEquals(0, running.exitValue(), command[0]);
    }

    /// The bundled fonts, and no others.
    private Path fonts() throws IOException {
        Path file = folder.resolve("fonts.conf");
        Files.writeString(
                file,
                "<fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>"
                        .formatted(Path.of("resources/fonts").toAbsolutePath(), folder));
        return file;
    }

    private static void compare(
            String name, Diagram picture, BufferedImage other, double tolerance) {
        BufferedImage ours = PngWriter.image(picture, Palette.LIGHT, 1);
        assertEquals(ours.getWidth(), other.getWidth(), 1, name);
        assertEquals(ours.getHeight(), other.getHeight(), 1, name);
        int width = Math.min(ours.getWidth(), other.getWidth());
        int height = Math.min(ours.getHeight(), other.getHeight());
        long sum = 0;
        int far = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int most = 0;
                for (int shift = 0; shift <= 16; shift += 8) {
                    int one = ours.getRGB(x, y) >> shift & 0xff;
                    int two = other.getRGB(x, y) >> shift & 0xff;
                    sum += Math.abs(one - two);
                    most = Math.max(most, Math.abs(one - two));
                }
                if (most > FAR) {
                    far++;
                }
            }
        }
        double mean = sum / 3.0 / width / height;
        double share = (double) far / width / height;
        String found = "%s: mean %.3f, far %.5f".formatted(name, mean, share);
        assertTrue(mean <= tolerance && share <= SHARE, found);
    }
}
