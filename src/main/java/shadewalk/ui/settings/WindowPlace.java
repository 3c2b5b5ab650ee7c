package shadewalk.ui.settings;

import java.util.Map;

/// Where a window stands, in pixels.
///
/// @param x of its left edge; not a number where the system is to choose
/// @param y of its upper edge; not a number where the system is to choose
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {

    /// A first start takes this size, wherever the system puts it.
    public static final WindowPlace FIRST =
            new WindowPlace(Double.NaN, Double.NaN, 1280, 800, false);

    private static final double SMALLEST = 400;
    private static final double LARGEST = 20_000;

    void put(Map<String, String> entries) {
        if (!Double.isNaN(x) && !Double.isNaN(y)) {
            entries.put("window.x", Entries.written(x));
            entries.put("window.y", Entries.written(y));
        }
        entries.put("window.width", Entries.written(width));
        entries.put("window.height", Entries.written(height));
        entries.put("window.maximized", String.valueOf(maximized));
    }

    static WindowPlace of(Entries in) throws SettingsProblem {
        return new WindowPlace(
                in.number("window.x", Double.NaN, -LARGEST, LARGEST),
                in.number("window.y", Double.NaN, -LARGEST, LARGEST),
                in.number("window.width", FIRST.width, SMALLEST, LARGEST),
                in.number("window.height", FIRST.height, SMALLEST / 2, LARGEST),
                in.bool("window.maximized", false));
    }
}
