package shadewalk.ui.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import shadewalk.glossary.Glossary;
import shadewalk.glossary.Term;
import shadewalk.text.Texts;

/// Which functions of the kernel somebody can read who has seen what they do: each with what it
/// does, file by file.
public final class ReadingView extends ScrollPane {

    /// Where KVM keeps its shadow paging.
    private static final String FOLDER = "arch/x86/kvm/mmu/";

    public ReadingView(Glossary glossary, Texts texts) {
        setId("reading-view");
        VBox all = new VBox(label(texts.get("reading.why", glossary.kernel()), "quiet"));
        all.getStyleClass().add("omissions");
        functions(glossary)
                .forEach((file, functions) -> {
                    all.getChildren().add(label(file, "scene-title"));
                    functions.forEach((function, meanings) ->
                            all.getChildren().add(function(function, meanings)));
                });
        setFitToWidth(true);
        setContent(all);
    }

    /// What each function does, in the words of the events that tell of it, by file and name.
    static Map<String, Map<String, List<String>>> functions(Glossary glossary) {
        Map<String, Map<String, List<String>>> files = new TreeMap<>();
        for (Term term : glossary.terms(Term.Kind.EVENT)) {
            if (term.file().startsWith(FOLDER) && !term.function().isEmpty()) {
                files.computeIfAbsent(term.file(), _ -> new TreeMap<>())
                        .computeIfAbsent(term.function(), _ -> new ArrayList<>())
                        .add(term.meaning());
            }
        }
        return files;
    }

    private static VBox function(String name, List<String> meanings) {
        VBox part = new VBox(label(name, "kernel"));
        meanings.forEach(meaning -> part.getChildren().add(label(meaning, "quiet")));
        return part;
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
