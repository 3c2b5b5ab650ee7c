/// Sentences for the user that stay until they are dismissed, and never stop the work.
///
/// ControlsFX's `NotificationPane` shows one sentence at a time and on one line, cut with dots; a
/// sentence that says what is wrong, where and how to mend it needs several, and up to three stand
/// here together.
@NullMarked
package shadewalk.ui.notice;

import org.jspecify.annotations.NullMarked;
