package shadewalk.lesson.play;

/// An expression, an action or a name that comes to nothing, and why.
public final class Unresolved extends Exception {

    private static final long serialVersionUID = 1;

    /// What may come to nothing.
    interface Work {
        void run() throws Unresolved;
    }

    Unresolved(String sentence) {
        super(sentence, null, false, false);
    }

    /// The sentence.
    String why() {
        return String.valueOf(getMessage());
    }
}
