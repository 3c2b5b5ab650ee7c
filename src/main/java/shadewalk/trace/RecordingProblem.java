package shadewalk.trace;

/// Why a file cannot be compared with, in one sentence that says how to mend it.
public final class RecordingProblem extends Exception {

    private static final long serialVersionUID = 1;

    private final long line;

    /// A problem in line `line`, counted from 1; 0 stands for the file as a whole.
    public RecordingProblem(long line, String sentence) {
        super(sentence);
        this.line = line;
    }

    /// The sentence with its place before it: `first.ev:12: ...`.
    public String at(String file) {
        return line == 0 ? file + ": " + getMessage() : file + ":" + line + ": " + getMessage();
    }
}
