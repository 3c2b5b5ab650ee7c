package shadewalk.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.stage.Stage;
import shadewalk.ui.export.FileChoice;
import shadewalk.ui.text.Texts;

/// A person who saves where it is suggested, in one folder, and opens the file of a test.
final class ChosenFiles implements FileChoice, BiFunction<Stage, Texts, FileChoice> {

    private final Path folder;
    private Optional<Path> next = Optional.empty();

    ChosenFiles(Path folder) {
        this.folder = folder;
    }

    void willOpen(Path file) {
        next = Optional.of(file);
    }

    @Override
    public FileChoice apply(Stage stage, Texts texts) {
        return this;
    }

    @Override
    public Optional<Path> toSave(String suggested, String extension) {
        return Optional.of(folder.resolve(suggested));
    }

    @Override
    public Optional<Path> toOpen() {
        return next.filter(Files::exists);
    }

    @Override
    public Optional<Path> toCompare() {
        return toOpen();
    }

    @Override
    public boolean mayReplace(Path file) {
        return false;
    }
}
