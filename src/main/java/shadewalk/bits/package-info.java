/// Bits as data. A word of the machine is declared once as a [Layout] of named [Field]s, and
/// everything that reads, writes, draws or explains the word loops over that one object.
///
/// Shifts and masks of machine words stand in [Field] and nowhere else.
@NullMarked
package shadewalk.bits;

import org.jspecify.annotations.NullMarked;
