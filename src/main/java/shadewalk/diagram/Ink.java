package shadewalk.diagram;

/// Which colour of its tone a text has.
public enum Ink {
    /// The colour of ordinary text.
    PLAIN,
    /// A step quieter, still well readable.
    QUIET,
    /// The tone's own colour, on paper, card or its tint.
    TONE,
    /// The colour that reads on the full tone.
    ON_SOLID
}
