package shadewalk.lesson;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import shadewalk.lesson.json.Marks.NumberOrText;
import shadewalk.lesson.json.Marks.Text;
import shadewalk.lesson.json.Marks.Unsigned;

/// Marks that many parts of a lesson file have in common.
public final class Fitting {

    private static final String NUMBER = "(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20}";

    private Fitting() {}

    /// How a lesson, a step or a template is referred to.
    @Text(max = 40, pattern = "[a-z0-9]+(-[a-z0-9]+)*", form = "small letters, digits and hyphens")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Handle {}

    /// What an author calls a table or an address.
    @Text(
            max = 24,
            pattern = "[a-z][A-Za-z0-9_-]*",
            form = "a name that begins with a small letter")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Name {}

    /// A line.
    @Text(max = 200)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Line {}

    /// A sentence or two.
    @Text(max = 300)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Sentence {}

    /// What is said to an answer.
    @Text(max = 400)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Feedback {}

    /// What a moment can work out.
    @Text(max = 120)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Expression {}

    /// The name of a field, of an entry, a role or an event.
    @Text(max = 24, pattern = "[A-Za-z0-9][A-Za-z0-9_/:. -]{0,23}", form = "a field's name")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface FieldName {}

    /// Flags of guest entries.
    @Text(
            min = 0,
            max = 120,
            pattern = "[a-z-]*( [a-z-]+)*",
            form = "flags such as \"user writable accessed dirty\"")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Flags {}

    /// A number of bytes, or a place in memory.
    @Unsigned(units = true)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Size {}

    /// An address, as a number or by names.
    @NumberOrText(
            pattern = NUMBER + "|[a-z][A-Za-z0-9_-]*(\\.gpa)?)( ?\\+ ?" + NUMBER + "))?",
            form = "an address: a number such as \"0xc0801234\", a name, or a name + a number")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Address {}
}
