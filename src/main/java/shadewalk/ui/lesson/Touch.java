package shadewalk.ui.lesson;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shadewalk.read.Thing;

/// What somebody who clicks a shape of a picture means.
final class Touch {

    private static final Pattern RULER =
            Pattern.compile("ruler/(?:guest|shadow)/(\\d{1,2}):(\\d{1,2})");
    private static final Pattern BIT = Pattern.compile("ruler/bit/(\\d{1,2})(?:/.*)?");
    private static final Pattern MEMORY = Pattern.compile("memory/0x([0-9a-f]{1,13})");
    private static final int OFFSET_DIGITS = 3;

    private Touch() {}

    /// The address of what a shape belongs to: that of its thing, or its own if it is part of none.
    static String of(String shape) {
        return Thing.of(shape).map(Thing::id).orElse(shape);
    }

    /// Whether a click on a shape means a spot of a lesson.
    ///
    /// @param shape the shape's id
    /// @param spot the spot's, `gfn5/e1/bits7-7`
    static boolean means(String shape, String spot) {
        Matcher ruler = RULER.matcher(spot);
        Matcher bit = BIT.matcher(shape);
        if (ruler.matches() && bit.matches()) {
            int touched = Integer.parseInt(bit.group(1));
            return touched <= Integer.parseInt(ruler.group(1))
                    && touched >= Integer.parseInt(ruler.group(2));
        }
        Matcher memory = MEMORY.matcher(spot);
        if (memory.matches()) {
            return within(shape, "page" + frame(memory.group(1)));
        }
        if (Thing.of(spot).map(Thing::id).filter(spot::equals).isPresent()) {
            return of(shape).equals(spot);
        }
        // The register that the processor really uses is drawn as a part of the guest's.
        return within(shape, spot) && !within(shape, "cr3/host");
    }

    private static String frame(String digits) {
        int size = digits.length() - OFFSET_DIGITS;
        return size <= 0 ? "0" : digits.substring(0, size);
    }

    private static boolean within(String shape, String group) {
        return shape.equals(group) || shape.startsWith(group + "/");
    }
}
