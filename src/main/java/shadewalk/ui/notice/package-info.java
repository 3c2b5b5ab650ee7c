/// Sentences for the user that stay until they are dismissed, and never stop the work.
@NullMarked
package shadewalk.ui.notice;

import org.jspecify.annotations.NullMarked;
