/// What can be asked of a thing at a moment of a run, and the answers in words: the window shows
/// them, and they are written as text for a mail.
@NullMarked
package shadewalk.read.ask;

import org.jspecify.annotations.NullMarked;
