package shadewalk.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.HandPlayed;
import shadewalk.diagram.Palette;
import shadewalk.diagram.walk.WalkPicture;
import shadewalk.x86.Gva;

/// Draws the pictures of hand-played states into a folder, to be looked at.
public final class Gallery {

    private Gallery() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        HandPlayed played = new HandPlayed().loadRoots().read(0xc080_1234L).read(0xc0a0_1234L);
        int size = played.events().size();
        for (int n = 0; n <= size; n++) {
            Diagram walk = WalkPicture.of(played.at(n), played.story(new Gva(0xc0a0_1234L), n));
            if (n > size - 15) {
                save(walk, folder.resolve("walk-%02d".formatted(n)));
            }
        }
    }

    private static void save(Diagram diagram, Path stem) throws IOException {
        diagram.byId();
        Files.write(stem.resolveSibling(stem.getFileName() + ".txt"), diagram.plain());
        for (Palette palette : Palette.all()) {
            Path file = stem.resolveSibling(stem.getFileName() + "-" + palette + ".png");
            try (OutputStream out = Files.newOutputStream(file)) {
                PngWriter.write(diagram, palette, 1, out);
            }
        }
        try (OutputStream out =
                Files.newOutputStream(stem.resolveSibling(stem.getFileName() + ".svg"))) {
            SvgWriter.write(diagram, Palette.LIGHT, out);
        }
    }
}
