/// What can be done: every action with its id, key, words and state, and the menus, keys and the
/// shortcut sheet made from that one list.
@NullMarked
package shadewalk.ui.action;

import org.jspecify.annotations.NullMarked;
