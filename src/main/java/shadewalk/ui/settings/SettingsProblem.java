package shadewalk.ui.settings;

import static shadewalk.text.Texts.PROBLEMS;

/// A settings file says something that makes no sense; the message is a clause for a notice.
final class SettingsProblem extends Exception {

    private static final long serialVersionUID = 1;

    SettingsProblem(String key, String value, String wanted) {
        this(PROBLEMS.get("settings.value", key, shortened(value), wanted));
    }

    SettingsProblem(String what) {
        super(what);
    }

    private static String shortened(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "…" : value;
    }
}
