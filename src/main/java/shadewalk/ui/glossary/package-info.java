/// Words looked up: the glossary, and what the model leaves out.
@NullMarked
package shadewalk.ui.glossary;

import org.jspecify.annotations.NullMarked;
