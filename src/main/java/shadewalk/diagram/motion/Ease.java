package shadewalk.diagram.motion;

/// How far something is within its part of a change.
public final class Ease {

    private Ease() {}

    /// 0 before `from`, 1 after `to`, and in between slow at both ends.
    public static double between(double from, double to, double t) {
        double x = Math.clamp((t - from) / (to - from), 0, 1);
        return x * x * (3 - 2 * x);
    }

    public static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
