package shadewalk.lesson;

/// Where a lesson's claims can be looked up.
///
/// @param title a file, a subject, a manual's name, a paper's title, a recording's name
/// @param where function and version, message id, section, publisher, steps
/// @param by who wrote it; may be empty
/// @param date may be empty
/// @param note what it is cited for; may be empty
public record Source(Kind kind, String title, String where, String by, String date, String note) {

    /// The source in one line: who, what, where in it, and when.
    public String words() {
        String text = kind == Kind.RECORDING ? recording() : title + ", " + where;
        text = by.isEmpty() ? text : by + ": " + text;
        return date.isEmpty() ? text : text + " (" + date + ")";
    }

    /// A recording is no title that speaks for itself: `recording 08-pt-write, steps 4 to 7`.
    private String recording() {
        return "recording %s, %s %s"
                .formatted(title, where.matches("\\d+") ? "step" : "steps", where);
    }

    /// What kind of thing is cited.
    public enum Kind {
        KERNEL,
        MAIL,
        MANUAL,
        PAPER,
        RECORDING
    }
}
