package shadewalk.ui.inspector;

import atlantafx.base.theme.Styles;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.animation.PauseTransition;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import shadewalk.bits.Hex;
import shadewalk.glossary.Glossary;
import shadewalk.glossary.Mentions;
import shadewalk.read.Thing;
import shadewalk.read.ask.Inspection;
import shadewalk.read.ask.Inspector;
import shadewalk.read.ask.Section;
import shadewalk.read.ask.Section.Fact;
import shadewalk.read.ask.Section.Part;
import shadewalk.read.ask.Section.Target;
import shadewalk.text.Texts;
import shadewalk.ui.free.FreePlayModel;
import shadewalk.ui.picture.PictureModel;
import shadewalk.ui.session.Breakpoints;
import shadewalk.ui.session.Session;

/// The pane that says everything about the selected thing.
public final class InspectorView extends VBox {

    private final Session session;
    private final PictureModel picture;
    private final Breakpoints breakpoints;
    private final Glossary glossary;
    private final Texts texts;
    private final FreePlayModel play;
    private final Consumer<String> explain;
    private final Runnable close;
    private final VBox content = new VBox();

    /// The picture answers first; one touch may select, move on and open the pane at once.
    private final PauseTransition later = new PauseTransition(Duration.millis(30));

    /// Terms of the glossary that have their link: the first word for each is one.
    private final Set<String> explained = new HashSet<>();

    private boolean wasWritable;
    private Optional<Inspection> shown = Optional.empty();

    /// @param explain what explains a term of the glossary, by its id
    /// @param close what puts the pane away
    public InspectorView(
            Session session,
            PictureModel picture,
            Breakpoints breakpoints,
            Glossary glossary,
            Texts texts,
            FreePlayModel play,
            Consumer<String> explain,
            Runnable close) {
        this.play = play;
        this.session = session;
        this.picture = picture;
        this.breakpoints = breakpoints;
        this.glossary = glossary;
        this.texts = texts;
        this.explain = explain;
        this.close = close;
        setId("inspector");
        getStyleClass().add("inspector");
        content.getStyleClass().add("content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        later.setOnFinished(_ -> refresh());
        session.selectionProperty().subscribe(later::play);
        session.momentProperty().subscribe(later::play);
        picture.tellingProperty().subscribe(later::play);
        parentProperty().subscribe(later::play);
        breakpoints.things().addListener((SetChangeListener<Thing>) _ -> mark());
    }

    /// What is shown, as text; nothing where nothing is selected.
    public Optional<String> text() {
        return session.selectionProperty()
                .get()
                .flatMap(this::inspect)
                .map(known -> String.join("\n", known.lines()) + "\n");
    }

    private Optional<Inspection> inspect(Thing thing) {
        return Inspector.of(session.moment(), thing, picture.tellingProperty().get());
    }

    /// What is put away is not brought up to date before it is seen again.
    private void refresh() {
        if (getParent() == null) {
            return;
        }
        Optional<Thing> thing = session.selectionProperty().get();
        Optional<Inspection> next = thing.flatMap(this::inspect);
        boolean writable = play.playProperty().get().isPresent();
        if (next.equals(shown) && wasWritable == writable && !content.getChildren().isEmpty()) {
            return;
        }
        shown = next;
        wasWritable = writable;
        content.getChildren().clear();
        explained.clear();
        if (thing.isEmpty() || next.isEmpty()) {
            content.getChildren().addAll(bare(thing));
            return;
        }
        content.getChildren().add(head(next.get(), thing.get()));
        next.get().sections().forEach(section -> content.getChildren().add(node(section)));
    }

    /// Nothing is selected, or what is selected does not exist now.
    private Node bare(Optional<Thing> thing) {
        Label words =
                new Label(
                        thing.map(t -> texts.get("inspect.absent", t.id()))
                                .orElse(texts.get("inspect.nothing")));
        words.setWrapText(true);
        words.getStyleClass().add("quiet");
        return row(words, closeButton());
    }

    private Node head(Inspection inspection, Thing thing) {
        Label title = new Label(inspection.title());
        title.setId("inspector-title");
        title.getStyleClass().add("pane-title");
        TextFlow subtitle = new TextFlow();
        subtitle.getStyleClass().add("subtitle");
        say(subtitle, inspection.subtitle());
        VBox head = new VBox(row(title, stopButton(thing), closeButton()), subtitle);
        head.getStyleClass().add("head");
        return head;
    }

    private Node stopButton(Thing thing) {
        ToggleButton button = new ToggleButton(null, new FontIcon(Feather.OCTAGON));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setId("inspector-breakpoint");
        button.setUserData(thing);
        button.setSelected(breakpoints.things().contains(thing));
        button.setAccessibleText(texts.get("inspect.breakpoint"));
        button.setTooltip(new Tooltip(texts.get("inspect.breakpoint")));
        button.setOnAction(_ -> breakpoints.toggle(thing));
        return button;
    }

    /// The breakpoint was set or taken away from elsewhere.
    private void mark() {
        if (content.lookup("#inspector-breakpoint") instanceof ToggleButton button
                && button.getUserData() instanceof Thing thing) {
            button.setSelected(breakpoints.things().contains(thing));
        }
    }

    private Node closeButton() {
        Button button = new Button(null, new FontIcon(Feather.X));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setId("inspector-close");
        button.setAccessibleText(texts.get("inspect.close"));
        button.setTooltip(new Tooltip(texts.get("inspect.close")));
        button.setOnAction(_ -> close.run());
        return button;
    }

    private static HBox row(Region first, Node... others) {
        first.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(first, Priority.ALWAYS);
        HBox row = new HBox(first);
        row.getStyleClass().add("head-row");
        row.getChildren().addAll(others);
        return row;
    }

    private Node node(Section section) {
        return switch (section) {
            case Section.Word word -> word(word);
            case Section.Facts facts -> facts(facts);
        };
    }

    private Node word(Section.Word word) {
        Label title = new Label(word.title());
        title.getStyleClass().add("section");
        Label layout = new Label(word.layout().name());
        layout.getStyleClass().add("quiet");
        Label value = new Label(Hex.padded(word.value(), word.layout().width() / 4));
        value.getStyleClass().addAll("number", "word-value");
        HBox head = row(title, layout);
        VBox box = new VBox(head, value);
        if (word.of().orElse(null) instanceof Thing.ShadowTable(var page)) {
            box.getChildren().add(new RoleBar(session.state().shadow().page(page), session, texts));
        }
        box.getChildren().add(new WordGrid(word, glossary, writer(word)));
        box.getStyleClass().add("word");
        return box;
    }

    /// In free play a guest entry can be written, bit by bit.
    private Optional<LongConsumer> writer(Section.Word word) {
        return word.of().orElse(null) instanceof Thing.GuestEntry entry
                        && play.playProperty().get().isPresent()
                ? Optional.of(value -> play.write(entry, value))
                : Optional.empty();
    }

    private Node facts(Section.Facts facts) {
        VBox box = new VBox();
        box.getStyleClass().add("facts");
        facts.facts().forEach(fact -> box.getChildren().add(fact(fact)));
        return box;
    }

    private Node fact(Fact fact) {
        TextFlow label = new TextFlow();
        label.getStyleClass().add("fact-label");
        say(label, fact.label());
        TextFlow parts = new TextFlow();
        parts.getStyleClass().add("fact-parts");
        for (Part part : fact.parts()) {
            if (!parts.getChildren().isEmpty()) {
                parts.getChildren().add(plain("  "));
            }
            part(parts, part);
        }
        return new VBox(label, parts);
    }

    private void part(TextFlow parts, Part part) {
        switch (part.target()) {
            case Target.None _ -> say(parts, part.text());
            case Target.ToThing(var thing) ->
                    parts.getChildren().add(link(part.text(), () -> session.select(thing)));
            case Target.ToPosition(var position) ->
                    parts.getChildren().add(link(part.text(), () -> session.jump(position)));
            case Target.ToTerm(var id) -> {
                explained.add(id);
                parts.getChildren().add(term(part.text(), id));
            }
        }
    }

    /// Running text. Words that the glossary explains are links where they come first.
    private void say(TextFlow flow, String words) {
        for (Mentions.Piece piece : glossary.pieces(words, explained)) {
            flow.getChildren()
                    .add(
                            piece.term()
                                    .<Node>map(id -> term(piece.text(), id))
                                    .orElseGet(() -> plain(piece.text())));
        }
    }

    private Hyperlink term(String word, String id) {
        Hyperlink link = link(word, () -> explain.accept(id));
        link.getStyleClass().add("term");
        return link;
    }

    private static Text plain(String words) {
        Text text = new Text(words);
        text.getStyleClass().add("text");
        return text;
    }

    private static Hyperlink link(String text, Runnable action) {
        Hyperlink link = new Hyperlink(text);
        link.setOnAction(_ -> action.run());
        return link;
    }
}
