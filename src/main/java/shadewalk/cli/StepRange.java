package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Steps that follow one another, such as `3` or `3-7`.
///
/// @param first the first of them
/// @param last the last of them, not before the first
record StepRange(int first, int last) {

    /// Reads what is typed.
    static final class Reader implements ITypeConverter<StepRange> {

        private static final Pattern FORM = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

        @Override
        public StepRange convert(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new TypeConversionException(COMMANDS.get("step-range.no-step-write", text));
            }
            int first = Integer.parseInt(form.group(1));
            int last = form.group(2) == null ? first : Integer.parseInt(form.group(2));
            if (last < first) {
                throw new TypeConversionException(
                        COMMANDS.get("step-range.ends-before-begins", text));
            }
            return new StepRange(first, last);
        }
    }
}
