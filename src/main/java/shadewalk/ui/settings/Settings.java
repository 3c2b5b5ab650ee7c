package shadewalk.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import shadewalk.ui.session.Player;
import shadewalk.ui.theme.Appearance;
import shadewalk.ui.theme.Theme;

/// What the window remembers.
///
/// @param language as a tag such as `de`; empty for the system's
/// @param scale the size of everything, 1 for 100 %
/// @param speed of playing, 1 for normal
/// @param window where the window was
/// @param sizes by name, how large the parts of the window are, in em
/// @param shown the panes that are open
/// @param lesson the lesson that was open last; empty for none
/// @param view the picture that was shown last; empty for none
public record Settings(
        String language,
        Theme theme,
        double scale,
        boolean reduceMotion,
        double speed,
        WindowPlace window,
        Map<String, Double> sizes,
        List<String> shown,
        String lesson,
        String view) {

    /// What a first start has.
    public static final Settings FIRST =
            new Settings(
                    "",
                    Theme.LIGHT,
                    1,
                    false,
                    1,
                    WindowPlace.FIRST,
                    Map.of(),
                    List.of("events", "lesson"),
                    "",
                    "");

    private static final String SIZE = "size.";

    /// As wide as any screen.
    private static final double LARGEST_PANE = 1000;

    public Settings {
        sizes = Map.copyOf(sizes);
        shown = List.copyOf(shown);
    }

    /// As keys and values of a file.
    Map<String, String> toEntries() {
        Map<String, String> entries = new TreeMap<>();
        entries.put("language", language);
        entries.put("theme", theme.name().toLowerCase(Locale.ROOT));
        entries.put("scale", Entries.written(scale));
        entries.put("reduce-motion", String.valueOf(reduceMotion));
        entries.put("speed", Entries.written(speed));
        window.put(entries);
        sizes.forEach((name, size) -> entries.put(SIZE + name, Entries.written(size)));
        entries.put("shown", String.join(",", shown));
        entries.put("lesson", lesson);
        entries.put("view", view);
        return entries;
    }

    /// From keys and values; what is missing is as at a first start.
    ///
    /// @throws SettingsProblem if a value makes no sense
    static Settings of(Map<String, String> entries) throws SettingsProblem {
        Entries in = new Entries(entries);
        Map<String, Double> sizes = new TreeMap<>();
        for (String key : entries.keySet()) {
            if (key.startsWith(SIZE)) {
                sizes.put(key.substring(SIZE.length()), in.number(key, 0, 0, LARGEST_PANE));
            }
        }
        return new Settings(
                in.text("language", ""),
                in.oneOf("theme", Theme.class, FIRST.theme),
                in.number("scale", FIRST.scale, Appearance.SMALLEST, Appearance.LARGEST),
                in.bool("reduce-motion", FIRST.reduceMotion),
                in.number("speed", FIRST.speed, Player.SLOWEST, Player.FASTEST),
                WindowPlace.of(in),
                sizes,
                words(in.text("shown", String.join(",", FIRST.shown))),
                in.text("lesson", ""),
                in.text("view", ""));
    }

    private static List<String> words(String list) {
        List<String> words = new ArrayList<>(List.of(list.split(",")));
        words.removeIf(String::isBlank);
        return words;
    }

    @Override
    public String toString() {
        return toEntries().entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(", "));
    }
}
