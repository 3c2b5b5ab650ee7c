package shadewalk.ui.lesson;

import java.util.ArrayList;
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
import shadewalk.lesson.prose.ProseText;

/// Narration in the window.
final class ProseView extends VBox {

    private final Consumer<String> openTerm;

    /// @param openTerm shows the glossary term of an id
    ProseView(Consumer<String> openTerm) {
        this.openTerm = openTerm;
        getStyleClass().add("prose");
    }

    void show(Prose prose) {
        getChildren().setAll(blocks(prose.blocks()));
        setAccessibleText(ProseText.line(prose));
    }

    private List<Node> blocks(List<Prose.Block> blocks) {
        return blocks.stream().map(this::block).toList();
    }

    private Node block(Prose.Block block) {
        return switch (block) {
            case Prose.Paragraph(var words) -> flow(words);
            case Prose.Items(var ordered, var items) -> list(ordered, items);
            case Prose.Lines(var text) -> {
                Label lines = new Label(text);
                lines.getStyleClass().add("lines");
                yield lines;
            }
        };
    }

    private TextFlow flow(List<Prose.Inline> words) {
        List<Node> nodes = new ArrayList<>();
        words.forEach(word -> add(word, List.of(), nodes));
        return new TextFlow(nodes.toArray(Node[]::new));
    }

    private Node list(boolean ordered, List<List<Prose.Block>> items) {
        VBox list = new VBox();
        list.getStyleClass().add("items");
        for (int i = 0; i < items.size(); i++) {
            Label mark = new Label(ordered ? i + 1 + "." : "\u2022");
            mark.setMinWidth(USE_PREF_SIZE);
            VBox item = new VBox();
            item.getChildren().setAll(blocks(items.get(i)));
            HBox.setHgrow(item, Priority.ALWAYS);
            HBox row = new HBox(mark, item);
            row.getStyleClass().add("item");
            list.getChildren().add(row);
        }
        return list;
    }

    private void add(Prose.Inline word, List<String> styles, List<Node> nodes) {
        switch (word) {
            case Prose.Text(var text) -> nodes.add(text(text, styles));
            case Prose.Code(var text) -> nodes.add(text(text, with(styles, "number")));
            case Prose.Value(_, var text) -> nodes.add(text(text, with(styles, "number")));
            case Prose.Break _ -> nodes.add(text("\n", styles));
            case Prose.Emphasis(var inner) ->
                    inner.forEach(each -> add(each, with(styles, "emphasis"), nodes));
            case Prose.Strong(var inner) ->
                    inner.forEach(each -> add(each, with(styles, "strong"), nodes));
            case Prose.Term(var term, var inner) -> {
                Hyperlink link =
                        new Hyperlink(
                                ProseText.line(new Prose(List.of(new Prose.Paragraph(inner)))));
                link.getStyleClass().add("term");
                link.setOnAction(_ -> openTerm.accept(term));
                nodes.add(link);
            }
        }
    }

    private static List<String> with(List<String> styles, String style) {
        List<String> more = new ArrayList<>(styles);
        more.add(style);
        return more;
    }

    private static Text text(String words, List<String> styles) {
        Text text = new Text(words);
        text.getStyleClass().add("words");
        text.getStyleClass().addAll(styles);
        return text;
    }
}
