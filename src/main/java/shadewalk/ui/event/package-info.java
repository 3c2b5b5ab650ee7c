/// What an event looks like in every part of the window: its kind, its colour and its shape.
@NullMarked
package shadewalk.ui.event;

import org.jspecify.annotations.NullMarked;
