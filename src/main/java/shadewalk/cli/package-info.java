/// The command line: one class per command, and the only room that prints. It never opens a window.
@NullMarked
package shadewalk.cli;

import org.jspecify.annotations.NullMarked;
