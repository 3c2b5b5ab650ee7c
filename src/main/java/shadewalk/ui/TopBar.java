package shadewalk.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import shadewalk.lesson.progress.Progress;
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
        menus.getMenus().stream()
                .filter(menu -> "menu-view".equals(menu.getId()))
                .forEach(view -> view.getItems().add(LanguageMenu.of(workspace)));
        menus.setMinWidth(Region.USE_PREF_SIZE);
        HBox begin =
                new HBox(
                        new Buttons(workspace.texts())
                                .iconToggle(actions.get("home"), Feather.HOME),
                        menus);
        begin.setAlignment(Pos.CENTER_LEFT);
        begin.setMinWidth(Region.USE_PREF_SIZE);
        Bar bar =
                new Bar(
                        begin,
                        new TransportBar(actions, workspace.player(), workspace.texts()),
                        themeButton(actions, workspace));
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    /// The lessons in their order, each with its number and how far the learner is in it.
    private static Menu lessons(Workspace workspace) {
        Menu menu = new Menu(workspace.texts().get("menu.lessons"));
        menu.setId("menu-lessons");
        List<Shelf.Entry> entries = workspace.shelf().entries();
        Runnable fill =
                () ->
                        menu.getItems()
                                .setAll(
                                        IntStream.range(0, entries.size())
                                                .mapToObj(i -> item(i, entries.get(i), workspace))
                                                .toList());
        workspace.shelf().entries().subscribe(fill);
        menu.setOnShowing(_ -> fill.run());
        return menu;
    }

    private static MenuItem item(int index, Shelf.Entry entry, Workspace workspace) {
        Optional<Progress.OfLesson> progress = workspace.progress(entry.id());
        String far = progress.map(of -> of.finished() ? "done" : "begun").orElse("new");
        MenuItem item =
                new MenuItem(
                        workspace.texts().get("lessons." + far, index + 1, entry.title()),
                        new FontIcon(
                                switch (far) {
                                    case "done" -> Feather.CHECK;
                                    case "begun" -> Feather.ARROW_RIGHT;
                                    default -> Feather.CIRCLE;
                                }));
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
