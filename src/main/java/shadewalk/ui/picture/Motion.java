package shadewalk.ui.picture;

import javafx.animation.AnimationTimer;

/// How far a change of the picture has come, from 0 to 1 in some seconds.
final class Motion {

    private final Runnable moved;
    private final Runnable arrived;
    private final AnimationTimer clock =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    frame(now);
                }
            };
    private long began;
    private double seconds;
    private double t = 1;

    /// @param moved what to do in each frame on the way
    /// @param arrived what to do in the last one
    Motion(Runnable moved, Runnable arrived) {
        this.moved = moved;
        this.arrived = arrived;
    }

    double t() {
        return t;
    }

    void begin(double within) {
        seconds = within;
        t = 0;
        began = 0;
        clock.start();
    }

    void end() {
        clock.stop();
        t = 1;
    }

    private void frame(long now) {
        if (began == 0) {
            began = now;
        }
        t = Math.min(1, (now - began) / 1e9 / seconds);
        if (t == 1) {
            arrived.run();
        } else {
            moved.run();
        }
    }
}
