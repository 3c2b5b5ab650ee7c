package shadewalk.lesson.settings;

import java.util.List;
import java.util.Map;
import shadewalk.lesson.json.Marks.Called;
import shadewalk.lesson.json.Marks.Choice;
import shadewalk.lesson.json.Marks.Many;
import shadewalk.lesson.json.Marks.May;
import shadewalk.lesson.json.Marks.Real;
import shadewalk.lesson.json.Marks.Text;

/// What the window remembers, as its file says it. What is left out is as at a first start.
@Called(value = "settings", open = true)
public record Settings(
        @May("a tag such as de; empty for the system's.") @Text(min = 0, max = NAME)
                String language,
        @May(value = "its colours.", otherwise = "light") @Choice({"light", "dark"}) String theme,
        @May(value = "the size of everything, 1 for 100 %.", otherwise = "1")
                @Real(min = SMALLEST, max = LARGEST)
                double scale,
        @May("whether nothing travels.") boolean reduceMotion,
        @May(value = "of playing, 1 for normal.", otherwise = "1")
                @Real(min = SLOWEST, max = FASTEST)
                double speed,
        @May(value = "where the window was.", otherwise = "{}") WindowPlace window,
        @May("by name, how large the parts of the window are, in em.") @Many(max = 100)
                Map<
                                @Text(max = NAME, pattern = "[\\w-]+", form = "a word") String,
                                @Real(min = 0, max = WIDEST) Double>
                        sizes,
        @May(
                        value = "the panes that are open.",
                        otherwise = {"events", "lesson"})
                @Many(max = 100)
                List<@Text(max = NAME) String> shown,
        @May("the lesson that was open last; empty for none.") @Text(min = 0, max = PATH)
                String lesson,
        @May("the picture that was shown last; empty for none.") @Text(min = 0, max = NAME)
                String view) {

    /// What a first start has.
    public static final Settings FIRST =
            new Settings(
                    "",
                    "light",
                    1,
                    false,
                    1,
                    WindowPlace.FIRST,
                    Map.of(),
                    List.of("events", "lesson"),
                    "",
                    "");

    /// The sizes of everything, 1 for 100 %.
    public static final double SMALLEST = 0.75;

    public static final double LARGEST = 3;

    /// How fast it plays, 1 for normal.
    public static final double SLOWEST = 0.25;

    public static final double FASTEST = 4;

    static final int NAME = 100;
    static final int PATH = 10_000;

    /// As wide as any screen.
    static final double WIDEST = 1000;

    public Settings {
        sizes = Map.copyOf(sizes);
        shown = List.copyOf(shown);
    }
}
