package shadewalk.ui.settings;

import static shadewalk.text.Texts.PROBLEMS;

/// A settings file says something that makes no sense.
final class SettingsProblem extends Exception {

    private static final long serialVersionUID = 1;

    private final String words;

    SettingsProblem(String key, String value, String wanted) {
        this(PROBLEMS.get("settings.value", key, shortened(value), wanted));
    }

    SettingsProblem(String what) {
        super(what);
        words = what;
    }

    /// What is wrong, as a clause for a notice.
    String words() {
        return words;
    }

    private static String shortened(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "…" : value;
    }
}
