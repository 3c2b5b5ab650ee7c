/// The question a reviewer asks most: which shadow entries does this write touch?
@NullMarked
package shadewalk.ui.touch;

import org.jspecify.annotations.NullMarked;
