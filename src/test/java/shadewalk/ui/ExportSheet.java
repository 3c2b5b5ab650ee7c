package shadewalk.ui;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import shadewalk.export.format.ExportFormat;

/// The sheet in which pictures are exported, as a person uses it.
final class ExportSheet {

    private final Journey journey;

    private ExportSheet(Journey journey) {
        this.journey = journey;
    }

    /// Opens it and waits for the preview.
    static ExportSheet open(Journey journey) throws TimeoutException {
        journey.press(KeyCode.CONTROL, KeyCode.S);
        ExportSheet sheet = new ExportSheet(journey);
        sheet.untilThereIsAPreview();
        return sheet;
    }

    void untilThereIsAPreview() throws TimeoutException {
        journey.until(
                "the preview is drawn",
                () -> find("#export-preview .image-view", ImageView.class).getImage() != null);
    }

    void choose(ExportFormat kind) {
        choose("#export-kind", kind);
    }

    @SuppressWarnings("unchecked")
    <T> void choose(String box, T value) {
        journey.robot().interact(() -> ((ChoiceBox<T>) find(box, ChoiceBox.class)).setValue(value));
    }

    Object chosen(String box) {
        return journey.get(() -> find(box, ChoiceBox.class).getValue());
    }

    void untilChosen(String box, Object value) throws TimeoutException {
        journey.until(
                value + " is chosen", () -> value.equals(find(box, ChoiceBox.class).getValue()));
    }

    void tick(String box, boolean on) {
        journey.robot().interact(() -> find(box, CheckBox.class).setSelected(on));
    }

    boolean isTicked(String box) {
        return journey.get(() -> find(box, CheckBox.class).isSelected());
    }

    boolean isDisabled(String query) {
        return journey.get(() -> find(query, Node.class).isDisabled());
    }

    void fire(String button) {
        journey.robot().interact(() -> find(button, Button.class).fire());
    }

    private <T extends Node> T find(String query, Class<T> type) {
        return journey.robot().lookup(query).queryAs(type);
    }
}
