package shadewalk.lesson;

import static shadewalk.text.Texts.LESSON;

import shadewalk.lesson.Fitting.Line;
import shadewalk.lesson.Fitting.Sentence;
import shadewalk.lesson.json.Marks.By;
import shadewalk.lesson.json.Marks.Called;
import shadewalk.lesson.json.Marks.May;
import shadewalk.lesson.json.Marks.Must;

/// Where a lesson's claims can be looked up. Who wrote it, when, and what for may be empty.
@Called("a source")
@By("kind")
public sealed interface Source {

    String title();

    String where();

    String by();

    String date();

    String note();

    /// A function of the kernel, with its version.
    @Called("a kernel source")
    record Kernel(
            @Must(value = "what is cited.", as = "file") @Line String title,
            @Must(value = "where in it, or how to find it.", as = "function") @Line String where,
            @May("who wrote it.") @Line String by,
            @May("when, such as 2022-06-17.") @Line String date,
            @May("what it is cited for.") @Sentence String note)
            implements Source {}

    /// A mail by its id.
    @Called("a mail source")
    record Mail(
            @Must(value = "what is cited.", as = "subject") @Line String title,
            @Must(value = "where in it, or how to find it.", as = "id") @Line String where,
            @May("who wrote it.") @Line String by,
            @May("when, such as 2022-06-17.") @Line String date,
            @May("what it is cited for.") @Sentence String note)
            implements Source {}

    /// A section of a manual.
    @Called("a manual source")
    record Manual(
            @Must("what is cited.") @Line String title,
            @Must(value = "where in it, or how to find it.", as = "section") @Line String where,
            @May("who wrote it.") @Line String by,
            @May("when, such as 2022-06-17.") @Line String date,
            @May("what it is cited for.") @Sentence String note)
            implements Source {}

    /// A paper, and where it was published.
    @Called("a paper source")
    record Paper(
            @Must("what is cited.") @Line String title,
            @Must("where in it, or how to find it.") @Line String where,
            @May("who wrote it.") @Line String by,
            @May("when, such as 2022-06-17.") @Line String date,
            @May("what it is cited for.") @Sentence String note)
            implements Source {}

    /// Steps of a recording.
    @Called("a recording source")
    record Recording(
            @Must(value = "what is cited.", as = "name") @Line String title,
            @Must(value = "where in it, or how to find it.", as = "steps") @Line String where,
            @May("who wrote it.") @Line String by,
            @May("when, such as 2022-06-17.") @Line String date,
            @May("what it is cited for.") @Sentence String note)
            implements Source {

        /// A recording is no title that speaks for itself: `recording 08-pt-write, steps 4 to 7`.
        private String inWords() {
            return LESSON.get("source.recording", title, where.matches("\\d+") ? 1 : 2, where);
        }
    }

    /// The source in one line: who, what, where in it, and when.
    default String words() {
        String text =
                this instanceof Recording recording
                        ? recording.inWords()
                        : title() + ", " + where();
        text = by().isEmpty() ? text : by() + ": " + text;
        return date().isEmpty() ? text : text + " (" + date() + ")";
    }
}
