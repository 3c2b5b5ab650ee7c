package shadewalk.ui.session;

/// A way through a run, forth and back.
public interface Course {

    void eventForward();

    void eventBack();

    void stepForward();

    void stepBack();

    void toStart();

    void toEnd();

    /// Plays on, or pauses.
    void playOrPause();

    /// Plays without any rest.
    void playThrough();

    boolean canGoForward();

    boolean canGoBack();
}
