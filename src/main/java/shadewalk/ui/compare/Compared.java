package shadewalk.ui.compare;

import shadewalk.trace.Comparison;

/// What came of comparing a run with a recording.
public sealed interface Compared {

    /// It could not be compared.
    ///
    /// @param sentence says what, where and how to mend it
    record Nothing(String sentence) implements Compared {}

    /// It was compared.
    ///
    /// @param recording the file's name
    /// @param position where in the run the first difference is; where it ends if there is none
    record Run(String recording, Comparison.Result result, int position) implements Compared {}
}
