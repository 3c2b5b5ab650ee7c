package shadewalk.ui;

import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import shadewalk.text.Texts;
import shadewalk.ui.notice.Notices;

/// What nobody foresaw is said in a notice, and the session goes on; the log has the rest.
final class Mishaps implements Thread.UncaughtExceptionHandler {

    private static final System.Logger LOG = System.getLogger("shadewalk");

    private final Notices notices;
    private final Texts texts;
    private final Executor window;
    private final Thread.UncaughtExceptionHandler before;

    private Mishaps(Notices notices, Texts texts, Executor window) {
        this.notices = notices;
        this.texts = texts;
        this.window = window;
        Thread.UncaughtExceptionHandler other = Thread.getDefaultUncaughtExceptionHandler();
        this.before =
                other == null ? (_, mishap) -> LOG.log(Level.ERROR, "unforeseen", mishap) : other;
    }

    /// @param window where a notice may be put up
    static void watch(Notices notices, Texts texts, Executor window) {
        Thread.setDefaultUncaughtExceptionHandler(new Mishaps(notices, texts, window));
    }

    @Override
    public void uncaughtException(Thread thread, Throwable mishap) {
        before.uncaughtException(thread, mishap);
        window.execute(() -> notices.problem(texts.get("mishap", mishap)));
    }
}
