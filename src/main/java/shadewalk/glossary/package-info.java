/// Our words and KVM's. `glossary.json` has a term for every event, role field, entry bit, register
/// bit and statistic, and for the words around them; `omissions.json` says what the model leaves
/// out. Tests hold that no term is missing and none is left over.
@NullMarked
package shadewalk.glossary;

import org.jspecify.annotations.NullMarked;
