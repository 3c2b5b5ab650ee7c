/// The door of the house. `Main` opens the window, or the command line when it is given words.
///
/// A run flows one way, and so do the imports: a lesson file holds a scenario, the runner plays it
/// on the engine, the engine records events, a timeline turns events into states, a state becomes a
/// diagram, and a diagram becomes a picture in the window or in a file.
@NullMarked
package shadewalk;

import org.jspecify.annotations.NullMarked;
