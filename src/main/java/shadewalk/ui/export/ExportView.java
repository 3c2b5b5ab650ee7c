package shadewalk.ui.export;

import atlantafx.base.theme.Styles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import shadewalk.export.format.ExportChoices;
import shadewalk.export.format.ExportSource;
import shadewalk.text.Texts;
import shadewalk.ui.action.Buttons;
import shadewalk.ui.notice.Notices;

/// Chooses what to export and how, and shows what will come out.
public final class ExportView extends HBox {

    /// More lines of data are not shown beforehand.
    private static final int LINES = 200;

    private static final double SMALLEST = 300;

    private final Supplier<ExportSource> source;
    private final Exporter exporter;
    private final Copier copier;
    private final Notices notices;
    private final Texts texts;
    private final Executor background;
    private final Executor window;
    private final ExportForm form;
    private final ImageView image = new ImageView();
    private final TextArea text = new TextArea();
    private final Label hint = new Label();
    private final Label waiting = new Label();
    private final StackPane preview = new StackPane(waiting, image, text);
    private int asked;

    /// @param source what the window shows whenever it is asked
    /// @param background where previews are drawn
    /// @param window where they may be shown
    public ExportView(
            Supplier<ExportSource> source,
            Exporter exporter,
            Copier copier,
            Notices notices,
            Texts texts,
            Executor background,
            Executor window) {
        this.source = source;
        this.exporter = exporter;
        this.copier = copier;
        this.notices = notices;
        this.texts = texts;
        this.background = background;
        this.window = window;
        form = new ExportForm(exporter.choices(), texts, this::refresh);
        getStyleClass().add("export");
        preview.setId("export-preview");
        preview.setAccessibleText(texts.get("export.preview"));
        preview.getStyleClass().add("export-preview");
        preview.setMinSize(0, 0);
        HBox.setHgrow(preview, Priority.ALWAYS);
        image.setPreserveRatio(true);
        image.setSmooth(true);
        image.fitWidthProperty().bind(preview.widthProperty().subtract(24));
        image.fitHeightProperty().bind(preview.heightProperty().subtract(24));
        waiting.setText(texts.get("export.drawing"));
        waiting.getStyleClass().add("quiet");
        text.setVisible(false);
        text.setEditable(false);
        text.getStyleClass().add("number");
        preview.setOnDragDetected(this::drag);
        getChildren().addAll(preview, side());
        refresh();
    }

    private VBox side() {
        hint.setWrapText(true);
        hint.getStyleClass().add("quiet");
        Button save = button("export-save", () -> exporter.save(source.get(), form.choices()));
        save.setDefaultButton(true);
        save.getStyleClass().add(Styles.ACCENT);
        HBox copies =
                new HBox(
                        button(
                                "export-copy-picture",
                                () -> copier.picture(source.get(), form.choices())),
                        button(
                                "export-copy-text",
                                () -> copier.text(source.get(), form.choices())));
        copies.getStyleClass().add("row");
        VBox side = new VBox(form, save, copies, hint);
        side.getStyleClass().add("export-side");
        side.setAlignment(Pos.TOP_LEFT);
        side.setMinWidth(USE_PREF_SIZE);
        return side;
    }

    private Button button(String id, Runnable action) {
        return Buttons.push(id, texts.get(id.replaceFirst("-", ".")), action);
    }

    /// Draws the preview anew; of several that were asked for, only the last is shown.
    public void refresh() {
        int number = ++asked;
        ExportSource now = source.get();
        form.adapt(now);
        ExportChoices choices = form.choices();
        hint.setText(texts.get(choices.kind().isLong() ? "export.album" : "export.drag"));
        background.execute(() -> {
            try {
                byte[] bytes =
                        choices.kind().isShownAsPicture()
                                ? Exporter.preview(now, choices)
                                : Exporter.bytes(now, choices);
                window.execute(() -> {
                    if (number == asked) {
                        show(choices, bytes);
                    }
                });
            } catch (IOException e) {
                window.execute(() -> notices.problem(String.valueOf(e.getMessage())));
            }
        });
    }

    private void show(ExportChoices choices, byte[] bytes) {
        boolean asText = !choices.kind().isShownAsPicture();
        waiting.setVisible(false);
        text.setVisible(asText);
        image.setVisible(!asText);
        if (asText) {
            text.setText(
                    new String(bytes, StandardCharsets.UTF_8)
                            .lines()
                            .limit(LINES)
                            .collect(Collectors.joining("\n")));
        } else {
            image.setImage(
                    new Image(
                            new ByteArrayInputStream(bytes),
                            Math.max(image.getFitWidth(), SMALLEST),
                            Math.max(image.getFitHeight(), SMALLEST),
                            true,
                            true));
        }
    }

    /// The preview is dragged into another program as the file that would be saved.
    private void drag(MouseEvent event) {
        ExportChoices choices = form.choices();
        if (choices.kind().isLong()) {
            return; // it takes too long for a hand to wait
        }
        try {
            ClipboardContent content = Copier.dragged(source.get(), choices);
            Dragboard board = preview.startDragAndDrop(TransferMode.COPY);
            if (choices.kind().isShownAsPicture()) {
                board.setDragView(image.snapshot(null, null));
            }
            board.setContent(content);
            event.consume();
        } catch (IOException e) {
            notices.problem(texts.get("export.failed", "", String.valueOf(e.getMessage())));
        }
    }
}
