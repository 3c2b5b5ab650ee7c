package shadewalk.lesson;

/// Where a lesson's claims can be looked up.
///
/// @param title a file, a subject, a manual's name, a paper's title, a recording's name
/// @param where function and version, message id, section, publisher, steps
/// @param by who wrote it; may be empty
/// @param date may be empty
/// @param note what it is cited for; may be empty
public record Source(Kind kind, String title, String where, String by, String date, String note) {

    /// What kind of thing is cited.
    public enum Kind {
        KERNEL,
        MAIL,
        MANUAL,
        PAPER,
        RECORDING
    }
}
