package shadewalk.scenario;

/// What is wrong with a scenario file, where, and how to mend it, in one sentence.
public final class ScenarioProblem extends Exception {

    private static final long serialVersionUID = 1;

    private final int line;

    /// A problem in line `line`, counted from 1; 0 stands for the file as a whole.
    public ScenarioProblem(int line, String sentence) {
        super(sentence);
        this.line = line;
    }

    /// The line, counted from 1, or 0 for the file as a whole.
    public int line() {
        return line;
    }

    /// The sentence with its place before it: `first.scn:12: ...`.
    public String at(String file) {
        return line == 0 ? file + ": " + getMessage() : file + ":" + line + ": " + getMessage();
    }
}
