package shadewalk.lesson.play;

/// What is said to an answer.
///
/// @param right whether it is the right one
/// @param feedback for this very answer, plain text; empty for a right answer to a question that
///   says all it has to say in its explanation
public record Verdict(boolean right, String feedback) {}
