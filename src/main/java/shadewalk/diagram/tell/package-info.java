/// The words of the pictures: what tables and entries are called, how an entry reads, and what an
/// event means in one sentence.
@NullMarked
package shadewalk.diagram.tell;

import org.jspecify.annotations.NullMarked;
