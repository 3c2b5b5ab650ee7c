package shadewalk.diagram.note;

/// A few words beside a thing.
///
/// @param at the address of the thing, as in [Places]
public record Note(String at, String words) {}
