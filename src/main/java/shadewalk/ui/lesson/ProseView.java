package shadewalk.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import shadewalk.lesson.prose.Prose;

/// Running text. Words that the glossary explains are links. What is told of a moment waits for it,
/// is lit while it lasts, and leads to it.
final class ProseView extends VBox {

    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final Consumer<String> explain;
    private final IntConsumer recall;

    /// The words behind each cue, those before the first one at 0.
    private final List<List<Node>> told = new ArrayList<>(List.of(new ArrayList<>()));

    /// Text that no moments are told of.
    ///
    /// @param explain shows the glossary term of an id
    ProseView(Prose prose, Consumer<String> explain) {
        this(prose, explain, _ -> {});
    }

    /// @param explain shows the glossary term of an id
    /// @param recall goes to the moment of a cue, counted from 0
    ProseView(Prose prose, Consumer<String> explain, IntConsumer recall) {
        this.explain = explain;
        this.recall = recall;
        getStyleClass().add("prose");
        prose.blocks().forEach(block -> getChildren().add(block(block)));
    }

    /// Tells the words before so many cues and behind the last of them; the others wait.
    ///
    /// @param lit whether the last ones are told just now
    void tell(int cues, boolean lit) {
        for (int i = 0; i < told.size(); i++) {
            for (Node words : told.get(i)) {
                words.pseudoClassStateChanged(WAITING, i > cues);
                words.pseudoClassStateChanged(LIT, lit && i == cues);
            }
        }
    }

    private Node block(Prose.Block block) {
        return switch (block) {
            case Prose.Paragraph(var words) -> flow(words);
            case Prose.Items(var ordered, var items) -> list(ordered, items);
            case Prose.Lines(var text) -> {
                Label lines = new Label(text.stripTrailing());
                lines.getStyleClass().addAll("number", "lines");
                yield lines;
            }
        };
    }

    private Node list(boolean ordered, List<List<Prose.Block>> items) {
        VBox list = new VBox();
        list.getStyleClass().add("items");
        for (int i = 0; i < items.size(); i++) {
            Label mark = new Label(ordered ? i + 1 + "." : "\u2022");
            mark.getStyleClass().add("item-mark");
            VBox body = new VBox();
            items.get(i).forEach(block -> body.getChildren().add(block(block)));
            HBox.setHgrow(body, Priority.ALWAYS);
            list.getChildren().add(new HBox(mark, body));
        }
        return list;
    }

    private TextFlow flow(List<Prose.Inline> words) {
        TextFlow flow = new TextFlow();
        words.forEach(word -> add(flow, word, "plain"));
        return flow;
    }

    private void add(TextFlow flow, Prose.Inline word, String style) {
        switch (word) {
            case Prose.Text(var text) -> put(flow, text(text, style));
            case Prose.Code(var text) -> put(flow, text(text, "code"));
            case Prose.Value(_, var text) -> put(flow, text(text, "code"));
            case Prose.Emphasis(var inner) -> inner.forEach(w -> add(flow, w, "emphasis"));
            case Prose.Strong(var inner) -> inner.forEach(w -> add(flow, w, "strong"));
            case Prose.Term(var id, var inner) -> put(flow, term(id, inner));
            case Prose.Break _ -> flow.getChildren().add(text("\n", style));
            case Prose.Cue _ -> told.add(new ArrayList<>());
        }
    }

    private void put(TextFlow flow, Node words) {
        flow.getChildren().add(words);
        told.getLast().add(words);
        int cue = told.size() - 2;
        if (cue >= 0 && words instanceof Text) {
            words.getStyleClass().add("told");
            words.setOnMouseClicked(_ -> recall.accept(cue));
        }
    }

    private Node term(String id, List<Prose.Inline> words) {
        Hyperlink link = new Hyperlink(plain(words));
        link.getStyleClass().add("term");
        link.setOnAction(_ -> explain.accept(id));
        return link;
    }

    private static String plain(List<Prose.Inline> words) {
        StringBuilder plain = new StringBuilder();
        for (Prose.Inline word : words) {
            switch (word) {
                case Prose.Text(var text) -> plain.append(text);
                case Prose.Code(var text) -> plain.append(text);
                case Prose.Value(_, var text) -> plain.append(text);
                case Prose.Emphasis(var inner) -> plain.append(plain(inner));
                case Prose.Strong(var inner) -> plain.append(plain(inner));
                case Prose.Term(_, var inner) -> plain.append(plain(inner));
                case Prose.Break _ -> plain.append(' ');
                case Prose.Cue _ -> {
                    // has no words
                }
            }
        }
        return plain.toString();
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().addAll("text", style);
        return text;
    }
}
