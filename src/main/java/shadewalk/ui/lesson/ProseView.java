package shadewalk.ui.lesson;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import shadewalk.lesson.prose.Prose;

/// Running text. Words that the glossary explains are links.
final class ProseView extends VBox {

    private final Consumer<String> explain;

    /// @param explain shows the glossary term of an id
    ProseView(Prose prose, Consumer<String> explain) {
        this.explain = explain;
        getStyleClass().add("prose");
        prose.blocks().forEach(block -> getChildren().add(block(block)));
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
            case Prose.Text(var text) -> flow.getChildren().add(text(text, style));
            case Prose.Code(var text) -> flow.getChildren().add(text(text, "code"));
            case Prose.Value(_, var text) -> flow.getChildren().add(text(text, "code"));
            case Prose.Emphasis(var inner) -> inner.forEach(w -> add(flow, w, "emphasis"));
            case Prose.Strong(var inner) -> inner.forEach(w -> add(flow, w, "strong"));
            case Prose.Term(var id, var inner) -> flow.getChildren().add(term(id, inner));
            case Prose.Break _ -> flow.getChildren().add(text("\n", style));
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
