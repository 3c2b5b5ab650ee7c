package shadewalk.ui.now;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import shadewalk.glossary.Glossary;
import shadewalk.glossary.Term;
import shadewalk.read.KernelFunction;
import shadewalk.read.Moment;
import shadewalk.read.Told;
import shadewalk.read.tell.EventLine;
import shadewalk.state.MmuEvent;
import shadewalk.text.Texts;
import shadewalk.ui.events.MarkIcon;
import shadewalk.ui.session.Session;
import shadewalk.ui.theme.Appearance;

/// What has just happened in the kernel's words, and where the kernel does it.
public final class NowLine extends HBox {

    private final Glossary glossary;
    private final Texts texts;
    private final Consumer<Term> explain;
    private final Label place = new Label();
    private final MarkIcon mark;
    private final Label words = new Label();
    private final Tooltip whole = new Tooltip();
    private final Hyperlink source = new Hyperlink();

    /// @param explain shows a term of the glossary
    public NowLine(
            Session session,
            Glossary glossary,
            Appearance appearance,
            Texts texts,
            Consumer<Term> explain) {
        this.glossary = glossary;
        this.texts = texts;
        this.explain = explain;
        this.mark = new MarkIcon(appearance);
        setId("now");
        getStyleClass().add("now");
        place.getStyleClass().add("quiet");
        place.setMinWidth(Region.USE_PREF_SIZE);
        words.setId("now-words");
        words.setMinWidth(40);
        words.setTooltip(whole);
        whole.textProperty().bind(words.textProperty());
        words.setMaxWidth(Double.MAX_VALUE);
        source.setId("now-source");
        source.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(place, mark, words, source);
        session.momentProperty().subscribe(this::show);
        appearance.themeProperty().subscribe(_ -> show(session.moment()));
        appearance.scaleProperty().subscribe(_ -> show(session.moment()));
    }

    /// Explains what has just happened.
    public void explain() {
        if (source.isVisible()) {
            source.fire();
        }
    }

    private void show(Moment moment) {
        place.setText(
                texts.get(
                        "now.place",
                        String.valueOf(moment.position()),
                        String.valueOf(moment.timeline().size())));
        source.setVisible(false);
        words.getStyleClass().remove("number");
        if (moment.event().isEmpty()) {
            mark.clear();
            words.setText(texts.get("now.beginning"));
            return;
        }
        show(moment.event().get());
    }

    private void show(MmuEvent event) {
        EventLine line = EventLine.of(event);
        mark.show(line.kind());
        words.setText(line.words());
        if (line.kernels()) {
            words.getStyleClass().add("number");
        }
        KernelFunction function = Told.of(event).function();
        Optional<Term> term = glossary.event(event.getClass().getSimpleName());
        term.ifPresent(t -> {
            source.setText(function.known() ? function.toString() : t.word());
            source.setOnAction(_ -> explain.accept(t));
            source.setVisible(true);
        });
    }
}
