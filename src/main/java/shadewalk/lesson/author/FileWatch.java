package shadewalk.lesson.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Says when a file has been written. It watches the folder, since many editors write a new file
/// and put it in the place of the old one.
public final class FileWatch {

    /// What an editor does to a file within this time is one save, in milliseconds.
    private static final long SETTLE = 100;

    private final Path name;
    private final WatchService service;
    private final Runnable changed;

    private FileWatch(Path name, WatchService service, Runnable changed) {
        this.name = name;
        this.service = service;
        this.changed = changed;
    }

    /// Watches a file until [#close].
    ///
    /// @param background where it is waited; the wait takes a thread of it
    /// @param changed what to do at a save; it is run in the background
    /// @throws IOException if the file's folder cannot be watched
    public static FileWatch of(Path file, Executor background, Runnable changed)
            throws IOException {
        Path whole = file.toAbsolutePath();
        WatchService service = whole.getFileSystem().newWatchService();
        Objects.requireNonNullElse(whole.getParent(), whole)
                .register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY);
        FileWatch watch = new FileWatch(whole.getFileName(), service, changed);
        background.execute(watch::loop);
        return watch;
    }

    private void loop() {
        try {
            for (WatchKey key = service.take(); ; key = service.take()) {
                TimeUnit.MILLISECONDS.sleep(SETTLE);
                if (key.pollEvents().stream().anyMatch(this::isAbout)) {
                    changed.run();
                }
                if (!key.reset()) {
                    return;
                }
            }
        } catch (ClosedWatchServiceException e) {
            // nobody wants to know any more
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAbout(WatchEvent<?> event) {
        return event.kind().equals(StandardWatchEventKinds.OVERFLOW)
                || name.equals(event.context());
    }

    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop watching " + name, e);
        }
    }
}
