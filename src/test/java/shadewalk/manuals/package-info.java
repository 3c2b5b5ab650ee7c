/// Paging a second time, from the processor manuals alone, to hold the program against.
@NullMarked
package shadewalk.manuals;

import org.jspecify.annotations.NullMarked;
