package shadewalk.diagram;

/// How much of its tone an area shows.
public enum Fill {
    /// Outline only.
    NONE,
    /// The ground of a card: outline in the tone, inside like paper.
    CARD,
    /// A quiet area that gathers others: no outline.
    PANEL,
    /// A light wash of the tone, with outline. Carries text.
    TINT,
    /// The full tone. Carries text of [Ink#ON_SOLID].
    SOLID,
    /// The full tone and its pattern. Carries no text.
    SWATCH
}
