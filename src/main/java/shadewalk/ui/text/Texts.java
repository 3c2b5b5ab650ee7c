package shadewalk.ui.text;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/// The words of the window, from `resources/text/messages.properties`.
public final class Texts {

    private static final String LESSON = "lesson-";

    private final ResourceBundle bundle = ResourceBundle.getBundle("text.messages");

    /// The text of a key, its `{0}`, `{1}` filled in. An unknown key is a programming error.
    public String get(String key, Object... values) {
        return MessageFormat.format(bundle.getString(key), values);
    }

    /// What an action is called. Lessons are called by their file's name, `010-two-levels` is "1
    /// two levels".
    public String action(String id) {
        String key = "action." + id;
        if (bundle.containsKey(key) || !id.startsWith(LESSON)) {
            return get(key);
        }
        String name = id.substring(LESSON.length());
        String number = name.substring(0, name.indexOf('-')).replaceFirst("^0+", "");
        return number.substring(0, Math.max(number.length() - 1, 1))
                + "  "
                + name.substring(name.indexOf('-') + 1).replace('-', ' ');
    }

    /// Whether there is a text of this key.
    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
