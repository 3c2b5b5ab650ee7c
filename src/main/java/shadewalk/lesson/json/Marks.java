package shadewalk.lesson.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.function.Supplier;

/// What a record that is a part of a JSON file says beyond its components' names and types.
///
/// [Must] and [May] make a component a part of the file; one with neither is filled by the program.
/// The others stand before a type, also inside `List<...>` and `Map<...>`, and say what fits there.
/// One of them may stand on an annotation, which then stands for it.
public final class Marks {

    private Marks() {}

    /// What a record is called in a sentence: `a callout`.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface Called {
        String value();

        /// Whether the file may name its schema, so that editors check it.
        boolean edited() default false;

        /// Whether parts that are not known are passed over, as a later version may write them.
        boolean open() default false;
    }

    /// A part that is the same in every file: the number of a format, the name of a kernel.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @Repeatable(Constants.class)
    public @interface Constant {
        String name();

        /// A whole number or a word.
        String is();

        String means();
    }

    /// Several constants.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface Constants {
        Constant[] value();
    }

    /// On a sealed type: the part of the file that says which of the records it is, by its name in
    /// small letters. Without it, a file is the record whose first part it has.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface By {
        String value();
    }

    /// A part that has to be there.
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
    public @interface Must {
        /// What it means, for the schema and for messages.
        String value();

        /// Its name in the file, if that is not the component's.
        String as() default "";
    }

    /// A part that may be left out.
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
    public @interface May {
        /// What it means, for the schema and for messages.
        String value();

        /// Its name in the file, if that is not the component's.
        String as() default "";

        /// What it is if left out; `{}` for a record of which everything is left out, and `#` in a
        /// text for a number: which in its list the record around it is, from 1. Nothing said, a
        /// record and a boxed number are null, and all else is as empty as its type can be.
        String[] otherwise() default {};
    }

    /// A text that is told to people, and so is translated.
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
    public @interface Said {
        As value() default As.WORDS;

        /// How a text is read.
        enum As {
            /// As it stands.
            WORDS,
            /// With values for what stands in double braces.
            FILLED,
            /// As Markdown.
            MARKDOWN
        }
    }

    /// A string of `min` to `max` characters.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Text {
        int min() default 1;

        int max();

        /// What the whole string must match, a regular expression both Java and JavaScript
        /// understand; empty for any.
        String pattern() default "";

        /// The pattern in words.
        String form() default "";
    }

    /// Running text: a string, or a list of strings that are its lines.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Prose {
        /// Characters in all lines together.
        int value();

        /// Whether it is written as a list.
        boolean lines() default false;
    }

    /// One of some strings.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Choice {
        String[] value() default {};

        /// Who knows them, if they are not listed.
        Class<? extends Supplier<List<String>>> of() default Listed.class;
    }

    /// Stands for a [Choice] whose words are listed.
    public static final class Listed implements Supplier<List<String>> {
        @Override
        public List<String> get() {
            return List.of();
        }
    }

    /// A whole number in decimal.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Whole {
        long min();

        long max();
    }

    /// A number that need not be whole.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Real {
        double min();

        double max();
    }

    /// A number of up to 64 bits without sign: in decimal, or a string such as `"0xc0801234"`.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Unsigned {
        /// Whether the string may be `"16M"` as well.
        boolean units() default false;

        /// Whether it is written in decimal.
        boolean decimal() default false;
    }

    /// A number without sign, or a string that must match a pattern.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface NumberOrText {
        String pattern();

        /// The pattern in words.
        String form();
    }

    /// A number, a string or a flag, kept as a text: what a thing is compared with.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Value {}

    /// A list of `min` to `max` things, or a map of as many.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Many {
        int min() default 0;

        /// Nothing said, as many as there are words to choose from.
        int max() default -1;
    }
}
