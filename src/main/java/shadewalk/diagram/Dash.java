package shadewalk.diagram;

/// How a line is broken.
public enum Dash {
    SOLID,
    DASHED,
    DOTTED,
    LONG,
    DASH_DOT;

    /// Lengths of line and gap in turn, in units of the diagram; empty for an unbroken line.
    public double[] lengths() {
        return switch (this) {
            case SOLID -> new double[] {};
            case DASHED -> new double[] {6, 4};
            case DOTTED -> new double[] {1.5, 3.5};
            case LONG -> new double[] {12, 4};
            case DASH_DOT -> new double[] {9, 3, 1.5, 3};
        };
    }
}
