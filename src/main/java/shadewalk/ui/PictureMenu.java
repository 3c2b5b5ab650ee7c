package shadewalk.ui;

import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import shadewalk.text.Texts;
import shadewalk.ui.action.Actions;
import shadewalk.ui.action.Menus;
import shadewalk.ui.picture.PictureView;

/// What can be done with a thing of the picture, where the pointer or the keyboard asks for it.
final class PictureMenu {

    private final PictureView picture;
    private final ContextMenu menu = new ContextMenu();

    private PictureMenu(PictureView picture, Actions actions, Texts texts) {
        this.picture = picture;
        menu.setId("picture-menu");
        Menus menus = new Menus(texts);
        Stream.of(
                        "touched",
                        "last-change",
                        "stop-selected",
                        "show-inspector",
                        "copy-inspector",
                        "copy-picture",
                        "copy-text",
                        "export")
                .map(actions::get)
                .map(menus::item)
                .forEach(menu.getItems()::add);
    }

    static void install(PictureView picture, Actions actions, Texts texts) {
        PictureMenu menu = new PictureMenu(picture, actions, texts);
        picture.setOnContextMenuRequested(menu::open);
        picture.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> menu.menu.hide());
    }

    private void open(ContextMenuEvent event) {
        if (!event.isKeyboardTrigger()) {
            picture.select(event.getX(), event.getY());
        }
        menu.show(picture, event.getScreenX(), event.getScreenY());
        event.consume();
    }
}
