package shadewalk.ui.text;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/// The words of the window, from `resources/text/messages.properties`.
public final class Texts {

    private final ResourceBundle bundle = ResourceBundle.getBundle("text.messages");

    /// The text of a key, its `{0}`, `{1}` filled in. An unknown key is a programming error.
    public String get(String key, Object... values) {
        return MessageFormat.format(bundle.getString(key), values);
    }

    /// Whether there is a text of this key.
    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
