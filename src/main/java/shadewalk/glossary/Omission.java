package shadewalk.glossary;

/// One thing that the model leaves out or makes simpler than it is.
///
/// @param title a few words
/// @param kernel what the kernel or the machine really does
/// @param reader what that means for somebody who reads the model's output
public record Omission(String title, String kernel, String reader) {}
