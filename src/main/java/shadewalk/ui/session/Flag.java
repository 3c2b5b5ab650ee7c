package shadewalk.ui.session;

/// A place of a run that has a name. Playing stops there.
///
/// @param position right behind the event that it is about
public record Flag(String name, int position) {}
