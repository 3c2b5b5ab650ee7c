/// What the processor manuals say, as data: kinds of addresses, control registers, the four paging
/// modes with the layouts of their entries, and the page-fault error code.
///
/// Sources: Intel SDM volume 3A chapters 2.5 and 4, AMD APM volume 2 chapters 3.1 and 5.
@NullMarked
package shadewalk.x86;

import org.jspecify.annotations.NullMarked;
