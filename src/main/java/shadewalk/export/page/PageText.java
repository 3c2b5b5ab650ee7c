package shadewalk.export.page;

import java.util.Locale;
import java.util.ResourceBundle;

/// The page's own words, from `resources/text/page.properties`, whatever the machine's language is.
final class PageText {

    private final ResourceBundle bundle = ResourceBundle.getBundle("text.page", Locale.ROOT);

    /// The text of a key, its `{0}` and `{1}` replaced.
    String get(String key, Object... values) {
        String text = bundle.getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }
}
