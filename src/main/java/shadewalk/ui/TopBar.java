package shadewalk.ui;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import shadewalk.ui.action.Actions;
import shadewalk.ui.action.Buttons;
import shadewalk.ui.action.Menus;
import shadewalk.ui.layout.Bar;
import shadewalk.ui.lesson.Shelf;
import shadewalk.ui.theme.Theme;
import shadewalk.ui.transport.TransportBar;

/// The bar at the top: menus, the controls of pace, light or dark.
final class TopBar {

    private TopBar() {}

    static Bar of(Actions actions, Workspace workspace) {
        MenuBar menus = new Menus(workspace.texts()).bar(actions);
        menus.getMenus().getFirst().getItems().addFirst(lessons(workspace));
        menus.setMinWidth(Region.USE_PREF_SIZE);
        Bar bar =
                new Bar(
                        menus,
                        new TransportBar(actions, workspace.player(), workspace.texts()),
                        themeButton(actions, workspace));
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    private static Menu lessons(Workspace workspace) {
        Menu menu = new Menu(workspace.texts().get("menu.lessons"));
        menu.setId("menu-lessons");
        Shelf shelf = workspace.shelf();
        shelf.entries()
                .addListener(
                        (ListChangeListener<Shelf.Entry>)
                                _ ->
                                        menu.getItems()
                                                .setAll(
                                                        shelf.entries().stream()
                                                                .map(e -> item(e, workspace))
                                                                .toList()));
        return menu;
    }

    private static MenuItem item(Shelf.Entry entry, Workspace workspace) {
        MenuItem item = new MenuItem(entry.title());
        item.setMnemonicParsing(false);
        item.setId("lesson-" + entry.id());
        item.setOnAction(_ -> workspace.openLesson(entry.file()));
        return item;
    }

    private static Button themeButton(Actions actions, Workspace workspace) {
        Button button = new Buttons(workspace.texts()).icon(actions.get("theme"), Feather.MOON);
        workspace
                .appearance()
                .themeProperty()
                .subscribe(theme ->
                        button.setGraphic(
                                new FontIcon(theme == Theme.LIGHT ? Feather.MOON : Feather.SUN)));
        return button;
    }
}
