package shadewalk.ui.transport;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import shadewalk.lesson.settings.Settings;
import shadewalk.text.Texts;
import shadewalk.ui.action.Actions;
import shadewalk.ui.action.Buttons;
import shadewalk.ui.session.Player;

/// Buttons to move through the run, and the speed of playing.
public final class TransportBar extends HBox {

    public TransportBar(Actions actions, Player player, Texts texts) {
        getStyleClass().add("transport");
        Buttons buttons = new Buttons(texts);
        Button play = buttons.icon(actions.get("play"), Feather.PLAY);
        play.getStyleClass().add("play");
        player.playingProperty()
                .subscribe(on -> play.setGraphic(new FontIcon(on ? Feather.PAUSE : Feather.PLAY)));
        getChildren()
                .addAll(
                        buttons.icon(actions.get("to-start"), Feather.SKIP_BACK),
                        buttons.icon(actions.get("step-back"), Feather.CHEVRONS_LEFT),
                        buttons.icon(actions.get("event-back"), Feather.CHEVRON_LEFT),
                        play,
                        buttons.icon(actions.get("event-forward"), Feather.CHEVRON_RIGHT),
                        buttons.icon(actions.get("step-forward"), Feather.CHEVRONS_RIGHT),
                        buttons.icon(actions.get("to-end"), Feather.SKIP_FORWARD),
                        speed(player, texts));
    }

    /// The slider runs over powers of two, so that its middle is normal speed.
    private static HBox speed(Player player, Texts texts) {
        Slider slider = new Slider(log(Settings.SLOWEST), log(Settings.FASTEST), 0);
        slider.setId("speed");
        slider.setAccessibleText(texts.get("speed.name"));
        slider.setTooltip(new Tooltip(texts.get("speed.name")));
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(1);
        slider.setSnapToTicks(true);
        Label value = new Label();
        value.getStyleClass().addAll("number", "speed-value");
        slider.valueProperty()
                .subscribe(at -> player.speedProperty().set(Math.pow(2, at.doubleValue())));
        player.speedProperty()
                .subscribe(speed -> {
                    slider.setValue(log(speed.doubleValue()));
                    value.setText(texts.get("speed.value", speed));
                });
        HBox box = new HBox(slider, value);
        box.getStyleClass().add("speed");
        return box;
    }

    private static double log(double speed) {
        return Math.log(speed) / Math.log(2);
    }
}
