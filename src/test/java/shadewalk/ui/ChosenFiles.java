package shadewalk.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import javafx.stage.Stage;
import shadewalk.text.Texts;
import shadewalk.ui.export.FileChoice;

/// A person who saves where it is suggested, in one folder, and opens the file of a test.
final class ChosenFiles implements FileChoice, BiFunction<Stage, Texts, FileChoice> {

    private final Path folder;
    private final List<Path> questions = new CopyOnWriteArrayList<>();
    private Optional<Path> next = Optional.empty();
    private Optional<String> name = Optional.empty();
    private boolean replaces;

    ChosenFiles(Path folder) {
        this.folder = folder;
    }

    void willOpen(Path file) {
        next = Optional.of(file);
    }

    /// Types a name of his own, and says this when asked whether another file may go.
    void willSaveAs(String other, boolean mayReplace) {
        name = Optional.of(other);
        replaces = mayReplace;
    }

    /// The files that he was asked about.
    List<Path> questions() {
        return questions;
    }

    @Override
    public FileChoice apply(Stage stage, Texts texts) {
        return this;
    }

    @Override
    public Optional<Path> toSave(String suggested, String extension) {
        return Optional.of(folder.resolve(name.orElse(suggested)));
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
        questions.add(file);
        return replaces;
    }
}
