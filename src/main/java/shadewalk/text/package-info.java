/// What a person reads: every word of the window, the pictures, the commands and the files stands
/// in `resources/text`, one file a room and a language, and nowhere in the code.
@NullMarked
package shadewalk.text;

import org.jspecify.annotations.NullMarked;
