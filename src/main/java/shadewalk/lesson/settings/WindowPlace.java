package shadewalk.lesson.settings;

import org.jspecify.annotations.Nullable;
import shadewalk.lesson.json.Marks.Called;
import shadewalk.lesson.json.Marks.May;
import shadewalk.lesson.json.Marks.Real;

/// Where a window stands, in pixels.
///
/// @param x of its left edge; null where the system is to choose
/// @param y of its upper edge; null where the system is to choose
@Called(value = "a window", open = true)
public record WindowPlace(
        @May("the left edge.") @Real(min = -FARTHEST, max = FARTHEST) @Nullable Double x,
        @May("the upper edge.") @Real(min = -FARTHEST, max = FARTHEST) @Nullable Double y,
        @May(value = "how wide.", otherwise = "1280") @Real(min = NARROWEST, max = FARTHEST)
                double width,
        @May(value = "how high.", otherwise = "800") @Real(min = NARROWEST / 2, max = FARTHEST)
                double height,
        @May("whether it fills the screen.") boolean maximized) {

    /// A first start takes this size, wherever the system puts it.
    public static final WindowPlace FIRST = new WindowPlace(null, null, 1280, 800, false);

    static final double NARROWEST = 400;
    static final double FARTHEST = 20_000;
}
