/// The words for what is read: what tables and entries are called, how an entry reads, and what an
/// event means in one sentence.
@NullMarked
package shadewalk.read.tell;

import org.jspecify.annotations.NullMarked;
