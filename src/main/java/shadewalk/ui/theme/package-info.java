/// How the window looks: the two themes and the bundled fonts. Colours are tokens in the CSS files
/// of `resources/theme`, one file for light and one for dark; components name tokens, never
/// colours.
@NullMarked
package shadewalk.ui.theme;

import org.jspecify.annotations.NullMarked;
