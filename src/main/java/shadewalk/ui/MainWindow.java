package shadewalk.ui;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import shadewalk.ui.theme.Theme;

/// The frame that holds the parts of the window: a bar of actions above, the stage below.
final class MainWindow extends BorderPane {

    static final KeyCombination THEME_KEY = KeyCombination.valueOf("Shortcut+T");

    private final WindowModel model;
    private final Texts texts;

    MainWindow(WindowModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("main-window");
        setTop(bar());
        setCenter(greeting());
    }

    private ToolBar bar() {
        var name = new Label(texts.get("window.title"));
        name.getStyleClass().add(Styles.TEXT_BOLD);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new ToolBar(name, gap, themeButton());
    }

    private Button themeButton() {
        var button = new Button();
        button.setId("theme");
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setAccessibleText(texts.get("theme.toggle"));
        button.setTooltip(new Tooltip(texts.get("theme.toggle.tip", THEME_KEY.getDisplayText())));
        button.graphicProperty().bind(model.themeProperty().map(MainWindow::themeIcon));
        button.setOnAction(event -> model.toggleTheme());
        return button;
    }

    private static FontIcon themeIcon(Theme theme) {
        return new FontIcon(theme == Theme.LIGHT ? Feather.MOON : Feather.SUN);
    }

    private Node greeting() {
        var title = new Label(texts.get("window.title"));
        title.getStyleClass().add(Styles.TITLE_1);
        var purpose = new Label(texts.get("greeting.purpose"));
        purpose.getStyleClass().add("quiet");
        var greeting = new VBox(title, purpose);
        greeting.getStyleClass().add("greeting");
        return greeting;
    }
}
