/// The rules of the house as tests: who may import whom, and which library lives where.
@NullMarked
package shadewalk.house;

import org.jspecify.annotations.NullMarked;
