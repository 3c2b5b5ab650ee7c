package shadewalk.ui.picture;

import javafx.animation.AnimationTimer;

/// How far a change of the picture has come, from 0 to 1 in some seconds.
final class Motion {

    /// Nanoseconds between two frames.
    private static final long FRAME = 16_666_667;

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

    /// The first of its frames is the one in which it begins: what a hand does is seen at once.
    void begin(double within) {
        seconds = within;
        began = 0;
        clock.start();
        reach(FRAME);
    }

    void end() {
        clock.stop();
        t = 1;
    }

    private void frame(long now) {
        if (began == 0) {
            began = now - 2 * FRAME;
        }
        reach(now - began);
    }

    private void reach(long nanoseconds) {
        t = Math.min(1, nanoseconds / 1e9 / seconds);
        if (t == 1) {
            arrived.run();
        } else {
            moved.run();
        }
    }
}
