package shadewalk.ui.export;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import shadewalk.export.format.ExportFormat;
import shadewalk.text.Texts;

/// Asks with the system's own dialogs. They open in the folder that was used last.
public final class FileDialogs implements FileChoice {

    private final Window owner;
    private final Texts texts;
    private Optional<File> folder = Optional.empty();

    public FileDialogs(Window owner, Texts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    @Override
    public Optional<Path> toSave(String suggested, String extension) {
        FileChooser chooser = chooser();
        chooser.setTitle(texts.get("save.title"));
        chooser.setInitialFileName(suggested);
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(texts.get("export." + extension), "*." + extension));
        return chosen(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> toOpen() {
        FileChooser chooser = chooser();
        chooser.setTitle(texts.get("open.title"));
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(texts.get("open.kinds"), kinds()),
                        new ExtensionFilter(texts.get("open.all"), "*"));
        return chosen(chooser.showOpenDialog(owner));
    }

    private static List<String> kinds() {
        Stream<String> pictures =
                Arrays.stream(ExportFormat.values())
                        .filter(each -> each.has(ExportFormat.Trait.SESSION))
                        .map(each -> "*." + each.ending());
        return Stream.concat(Stream.of("*.json", "*.scn"), pictures).toList();
    }

    @Override
    public Optional<Path> toCompare() {
        FileChooser chooser = chooser();
        chooser.setTitle(texts.get("compare.title"));
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(
                                texts.get("compare.kinds"), "*.ev", "*.trace", "*.txt", "*.gz"),
                        new ExtensionFilter(texts.get("open.all"), "*"));
        return chosen(chooser.showOpenDialog(owner));
    }

    @Override
    public boolean mayReplace(Path file) {
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, texts.get("export.replace", file));
        alert.initOwner(owner);
        alert.setHeaderText(null);
        return alert.showAndWait().filter(ButtonType.OK::equals).isPresent();
    }

    private FileChooser chooser() {
        FileChooser chooser = new FileChooser();
        folder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private Optional<Path> chosen(@Nullable File file) {
        if (file == null) {
            return Optional.empty();
        }
        folder = Optional.ofNullable(file.getParentFile());
        return Optional.of(file.toPath());
    }
}
