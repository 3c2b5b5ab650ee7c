package shadewalk.lesson;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// The lesson files that come with the program. Their order is the order of their names.
public final class BundledLessons {

    private static final String FOLDER = "lessons/";
    private static final String ENDING = ".json";
    private static final String MODULE = "shadewalk";

    private BundledLessons() {}

    /// File names such as `010-two-levels.json`, first lesson first, without translations; empty
    /// when none is packed.
    public static List<String> names() {
        try (var reader = house().open();
                var resources = reader.list()) {
            return resources
                    .filter(name -> name.startsWith(FOLDER))
                    .map(name -> name.substring(FOLDER.length()))
                    .filter(name -> name.indexOf('.') == name.length() - ENDING.length())
                    .filter(name -> name.endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the bundled lessons", e);
        }
    }

    /// The bytes of one lesson. The caller closes the stream.
    public static InputStream open(String name) throws FileNotFoundException {
        var stream = BundledLessons.class.getResourceAsStream("/" + FOLDER + name);
        if (stream == null) {
            throw new FileNotFoundException("no bundled lesson is called " + name);
        }
        return stream;
    }

    /// A jar, a class folder and a linked image are all listed by the module system. Only a test on
    /// the class path has no such module loaded and looks where this class came from.
    private static ModuleReference house() {
        return ModuleLayer.boot()
                .configuration()
                .findModule(MODULE)
                .map(ResolvedModule::reference)
                .orElseGet(() -> ModuleFinder.of(origin()).find(MODULE).orElseThrow());
    }

    private static Path origin() {
        var source = BundledLessons.class.getProtectionDomain().getCodeSource();
        return Path.of(URI.create(source.getLocation().toString()));
    }
}
