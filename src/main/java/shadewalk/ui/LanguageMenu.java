package shadewalk.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import shadewalk.text.Texts;

/// *View > Language*: the system's, English, and what there is a translation for.
final class LanguageMenu {

    private LanguageMenu() {}

    static Menu of(Workspace workspace) {
        Menu menu = new Menu(workspace.texts().get("menu.language"));
        menu.setId("menu-language");
        fill(menu, workspace);
        return menu;
    }

    private static void fill(Menu menu, Workspace workspace) {
        String chosen = workspace.appearance().languageProperty().get();
        List<String> translations = Texts.translations();
        menu.getItems()
                .setAll(
                        Stream.of(Stream.of("", "en"), translations.stream(), Stream.of(chosen))
                                .flatMap(tags -> tags)
                                .distinct()
                                .map(tag -> item(menu, tag, chosen, workspace))
                                .toList());
    }

    private static RadioMenuItem item(Menu menu, String tag, String chosen, Workspace workspace) {
        Texts texts = workspace.texts();
        RadioMenuItem item =
                new RadioMenuItem(tag.isEmpty() ? texts.get("language.system") : inItself(tag));
        item.setMnemonicParsing(false);
        item.setId("language-" + (tag.isEmpty() ? "system" : tag));
        item.setSelected(tag.equals(chosen));
        item.setOnAction(_ -> {
            workspace.appearance().languageProperty().set(tag);
            fill(menu, workspace);
            workspace.notices().done(texts.get("language.next-start", item.getText()));
        });
        return item;
    }

    /// A language as those who speak it call it.
    private static String inItself(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return locale.getDisplayName(locale);
    }
}
