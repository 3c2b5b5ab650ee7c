package shadewalk.ui;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.util.Duration;
import shadewalk.read.Picture;

/// A window that goes through its first lesson by itself and leaves. Java keeps what it learned of
/// it for the windows that people open.
final class Rehearsal {

    private static final Duration OPENING = Duration.seconds(2);
    private static final Duration LOOKING = Duration.millis(600);

    private final Workspace workspace;

    Rehearsal(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Whether this start is a rehearsal: the build says so.
    static boolean isWanted() {
        return Boolean.getBoolean("shadewalk.rehearsal");
    }

    void begin() {
        Timeline play = new Timeline();
        Duration at = OPENING;
        for (Picture view : Picture.values()) {
            play.getKeyFrames().add(new KeyFrame(at, _ -> show(view)));
            at = at.add(LOOKING);
        }
        play.getKeyFrames().add(new KeyFrame(at, _ -> Platform.exit()));
        play.play();
    }

    private void show(Picture view) {
        workspace.picture().viewProperty().set(view);
        workspace.lesson().forward();
    }
}
