package shadewalk.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Executor;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.progress.Progress;
import shadewalk.lesson.progress.ProgressFile;
import shadewalk.text.Texts;
import shadewalk.ui.notice.Notices;

/// Keeps how far the learner is in each lesson. A file that makes no sense is put aside.
final class LearnerFile {

    private final ProgressFile file;
    private final Notices notices;
    private final Texts texts;
    private final Executor background;
    private final Executor window;
    private Progress progress;
    private boolean saving;
    private boolean failed;

    LearnerFile(Path home, Notices notices, Texts texts, Executor background, Executor window) {
        Path path = home.resolve("progress.json");
        this.file = new ProgressFile(path);
        this.notices = notices;
        this.texts = texts;
        this.background = background;
        this.window = window;
        ProgressFile.Loaded loaded = file.load();
        progress = loaded.progress();
        if (loaded.problem() != null) {
            putAside(path, loaded.problem().sentence());
        }
    }

    private void putAside(Path path, String why) {
        Path aside = path.resolveSibling("progress.json.broken");
        try {
            Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
            notices.problem(texts.get("progress.broken", why, aside));
        } catch (IOException e) {
            notices.problem(texts.get("progress.stuck", path, String.valueOf(e.getMessage())));
        }
    }

    /// Puts a player where the learner left off.
    void resume(LessonPlayer player) {
        progress.resume(player);
    }

    /// Remembers where the learner stands, and writes it down when the last writing is over.
    void keep(LessonPlayer player) {
        Progress next = progress.with(player);
        if (next.equals(progress)) {
            return;
        }
        progress = next;
        save();
    }

    /// How far the learner is in a lesson, by its id; nothing if it was not begun.
    Optional<Progress.OfLesson> of(String lesson) {
        return Optional.ofNullable(progress.lessons().get(lesson));
    }

    /// Forgets what was done in a lesson.
    void forget(String lesson) {
        progress = progress.without(lesson);
        save();
    }

    private void save() {
        if (saving || failed) {
            return;
        }
        saving = true;
        Progress now = progress;
        background.execute(() -> {
            try {
                file.save(now);
                window.execute(() -> saved(now));
            } catch (IOException e) {
                window.execute(() -> cannotSave(e));
            }
        });
    }

    private void saved(Progress written) {
        saving = false;
        if (!written.equals(progress)) {
            save();
        }
    }

    /// Said once, not at every step.
    private void cannotSave(IOException e) {
        saving = false;
        failed = true;
        notices.problem(texts.get("progress.unsaved", String.valueOf(e.getMessage())));
    }
}
