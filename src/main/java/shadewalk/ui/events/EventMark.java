package shadewalk.ui.events;

/// The outline of a kind of event, as an SVG path in a square from -5 to 5.
public enum EventMark {
    POST("M-1.25 -7H1.25V7H-1.25Z"),
    BAR("M-1.5 -5H1.5V5H-1.5Z"),
    RING(
            "M-4.5 0A4.5 4.5 0 1 0 4.5 0A4.5 4.5 0 1 0 -4.5 0Z"
                    + "M-2.4 0A2.4 2.4 0 1 1 2.4 0A2.4 2.4 0 1 1 -2.4 0Z"),
    TRIANGLE("M0 -5L5 4.5H-5Z"),
    SQUARE("M-4 -4H4V4H-4Z"),
    DIAMOND("M0 -5.5L5 0L0 5.5L-5 0Z"),
    DISC("M-4.3 0A4.3 4.3 0 1 0 4.3 0A4.3 4.3 0 1 0 -4.3 0Z"),
    CROSS(
            "M-4.5 -2.7L-2.7 -4.5L0 -1.8L2.7 -4.5L4.5 -2.7L1.8 0"
                    + "L4.5 2.7L2.7 4.5L0 1.8L-2.7 4.5L-4.5 2.7L-1.8 0Z"),
    WEDGE("M-4 -5L5 0L-4 5Z"),
    HEXAGON("M-5 0L-2.6 -4.5H2.6L5 0L2.6 4.5H-2.6Z"),
    HALF("M-4.5 2.5A4.5 4.5 0 0 1 4.5 2.5Z"),
    PLUS("M-1.6 -5H1.6V-1.6H5V1.6H1.6V5H-1.6V1.6H-5V-1.6H-1.6Z"),
    DOT("M-1.8 0A1.8 1.8 0 1 0 1.8 0A1.8 1.8 0 1 0 -1.8 0Z");

    private final String path;

    EventMark(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }
}
