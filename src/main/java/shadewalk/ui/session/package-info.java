/// Where the learner is in a run: the one thing all parts of the window share.
///
/// [shadewalk.ui.session.Session] holds the timeline, the position and the selection;
/// [shadewalk.ui.session.Player] moves the position as time passes.
@NullMarked
package shadewalk.ui.session;

import org.jspecify.annotations.NullMarked;
