package shadewalk.diagram;

/// How strong a line is.
public enum Weight {
    HAIR(1),
    NORMAL(1.5),
    STRONG(2.5),
    HEAVY(3.5),
    /// A strip of paper under another line.
    HALO(6);

    private final double width;

    Weight(double width) {
        this.width = width;
    }

    /// In units of the diagram.
    public double width() {
        return width;
    }
}
