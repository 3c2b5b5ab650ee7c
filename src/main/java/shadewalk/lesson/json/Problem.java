package shadewalk.lesson.json;

/// What is wrong at one place of a file, and how to mend it.
///
/// @param path where in the file's structure, `$.steps[2].title`
/// @param line counted from 1
/// @param column counted from 1
/// @param sentence what a person reads, without the place
public record Problem(String path, int line, int column, String sentence) {

    /// What is wrong with a file as a whole.
    public static Problem ofFile(String sentence) {
        return new Problem("$", 1, 1, sentence);
    }

    @Override
    public String toString() {
        return line + ":" + column + " " + path + ": " + sentence;
    }
}
