package shadewalk.diagram;

/// Which end of a text stands at its x.
public enum Anchor {
    START,
    MIDDLE,
    END
}
