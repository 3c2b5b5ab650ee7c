package shadewalk.read;

/// A few words beside a thing of a picture.
///
/// @param at the thing's address, `sp3/spte17`
public record Note(String at, String words) {}
