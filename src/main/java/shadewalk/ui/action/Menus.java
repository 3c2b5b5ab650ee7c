package shadewalk.ui.action;

import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import shadewalk.text.Texts;

/// Makes menus of actions.
public final class Menus {

    private final Texts texts;

    public Menus(Texts texts) {
        this.texts = texts;
    }

    public MenuBar bar(Actions actions) {
        MenuBar bar = new MenuBar();
        bar.setId("menus");
        actions.groups().forEach(group -> bar.getMenus().add(menu(group)));
        return bar;
    }

    private Menu menu(ActionGroup group) {
        Menu menu = new Menu(texts.get("menu." + group.id()));
        menu.setId("menu-" + group.id());
        for (List<Action> part : group.parts()) {
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            part.forEach(action -> menu.getItems().add(item(action)));
        }
        return menu;
    }

    /// A menu item that does the action.
    public MenuItem item(Action action) {
        MenuItem item =
                action.chosen()
                        .<MenuItem>map(on -> {
                            CheckMenuItem check = new CheckMenuItem();
                            on.subscribe(check::setSelected);
                            return check;
                        })
                        .orElseGet(MenuItem::new);
        item.setText(texts.get("action." + action.id()));
        item.setMnemonicParsing(false);
        item.setId("item-" + action.id());
        item.setOnAction(_ -> action.run());
        action.enabled().subscribe(on -> item.setDisable(!on));
        action.key().ifPresent(item::setAccelerator);
        return item;
    }
}
