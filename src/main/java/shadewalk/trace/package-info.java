/// A run in the kernel's own words.
///
/// [TraceWords] says one event as its tracepoint prints it; [TraceWriter] prints a whole run as the
/// recorder of kernel traces does, with its markers between the steps; [Comparison] holds two such
/// texts against each other. Real kernel addresses differ from run to run, so both sides name what
/// they mean: `{10}` is the host frame behind guest frame 10, `<t3>` a shadow table.
@NullMarked
package shadewalk.trace;

import org.jspecify.annotations.NullMarked;
