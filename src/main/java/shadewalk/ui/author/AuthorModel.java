package shadewalk.ui.author;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import shadewalk.export.scene.PictureCheck;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.author.Draft;
import shadewalk.lesson.author.FileWatch;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.Read;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.text.Texts;
import shadewalk.ui.lesson.LessonModel;
import shadewalk.ui.notice.Notices;

/// A lesson while it is written: at each save it is checked, and played at the step where its
/// author stands. As long as it cannot be played, what was shown before stays.
public final class AuthorModel {

    private final LessonModel lesson;
    private final Glossary glossary;
    private final Notices notices;
    private final Texts texts;
    private final Executor background;
    private final Executor window;
    private final BiConsumer<Path, LessonPlayer> play;
    private final ReadOnlyObjectWrapper<Optional<Draft>> draft =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<FileWatch> watch = Optional.empty();
    private Optional<LessonPlayer> shown = Optional.empty();
    private int opened;

    /// @param play shows a lesson at the scene where it stands
    /// @param background where files are read and checked
    /// @param window where the window's parts may be changed
    public AuthorModel(
            LessonModel lesson,
            Glossary glossary,
            Notices notices,
            Texts texts,
            BiConsumer<Path, LessonPlayer> play,
            Executor background,
            Executor window) {
        this.lesson = lesson;
        this.glossary = glossary;
        this.notices = notices;
        this.texts = texts;
        this.play = play;
        this.background = background;
        this.window = window;
    }

    /// What a reading of the file gave.
    private record Reading(Draft draft, Optional<LessonPlayer> player) {}

    /// The file that is being written; nothing if none is.
    public ReadOnlyObjectProperty<Optional<Draft>> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    public boolean isActive() {
        return draft.get().isPresent();
    }

    /// Begins to watch a lesson file.
    public void open(Path file) {
        close();
        int number = ++opened;
        draft.set(Optional.of(new Draft(file, List.of())));
        try {
            watch = Optional.of(FileWatch.of(file, background, () -> read(file, number)));
        } catch (IOException e) {
            notices.problem(texts.get("author.unwatched", file, String.valueOf(e.getMessage())));
        }
        background.execute(() -> read(file, number));
    }

    /// Ends writing; the lesson stays open.
    public void close() {
        watch.ifPresent(FileWatch::close);
        watch = Optional.empty();
        shown = Optional.empty();
        draft.set(Optional.empty());
        opened++;
    }

    /// Shows the step that a problem is about.
    public void show(Problem problem) {
        Draft.step(problem).ifPresent(lesson::go);
    }

    private void read(Path file, int number) {
        Read<Lesson> read = LessonFile.read(file);
        List<Problem> problems = PictureCheck.check(read, glossary);
        Optional<LessonPlayer> player = Optional.ofNullable(LessonPlayer.open(read).value());
        window.execute(() -> take(new Reading(new Draft(file, problems), player), number));
    }

    private void take(Reading reading, int number) {
        if (number != opened) {
            return;
        }
        draft.set(Optional.of(reading.draft()));
        reading.player().ifPresent(player -> take(reading.draft().file(), player));
    }

    private void take(Path file, LessonPlayer player) {
        player.unlock();
        shown.ifPresent(before -> {
            player.resume(before.answers(), before.scene().stop().id());
            boolean gone = !player.scene().stop().id().equals(before.scene().stop().id());
            if (gone) {
                player.go(before.index());
            }
        });
        shown = Optional.of(player);
        play.accept(file, player);
    }
}
