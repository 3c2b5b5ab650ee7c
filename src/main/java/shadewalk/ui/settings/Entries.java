package shadewalk.ui.settings;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.Locale;
import java.util.Map;

/// The values of a settings file, each with what it may be.
final class Entries {

    private final Map<String, String> entries;

    Entries(Map<String, String> entries) {
        this.entries = entries;
    }

    String text(String key, String otherwise) {
        return entries.getOrDefault(key, otherwise);
    }

    boolean bool(String key, boolean otherwise) throws SettingsProblem {
        String text = text(key, String.valueOf(otherwise));
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new SettingsProblem(key, text, PROBLEMS.get("shape.flag"));
        };
    }

    /// A number from `least` to `most`.
    double number(String key, double otherwise, double least, double most) throws SettingsProblem {
        String text = entries.get(key);
        if (text == null) {
            return otherwise;
        }
        try {
            double value = Double.parseDouble(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException _) {
            // says the same as a number out of range
        }
        throw new SettingsProblem(key, text, PROBLEMS.get("shape.real", least, most));
    }

    /// As a file has a number.
    static String written(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    <E extends Enum<E>> E oneOf(String key, Class<E> kind, E otherwise) throws SettingsProblem {
        String text = text(key, otherwise.name().toLowerCase(Locale.ROOT));
        for (E value : kind.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                return value;
            }
        }
        throw new SettingsProblem(key, text, PROBLEMS.get("settings.words"));
    }
}
