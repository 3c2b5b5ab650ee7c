package shadewalk.lesson;

/// The template and the seed that a lesson was made from.
public record Exercise(String template, long seed) {}
