package shadewalk.ui.glossary;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import shadewalk.glossary.Glossary;
import shadewalk.glossary.Omission;
import shadewalk.text.Texts;

/// What the model leaves out or makes simpler than it is.
public final class OmissionsView extends ScrollPane {

    public OmissionsView(Glossary glossary, Texts texts) {
        VBox all = new VBox(label(texts.get("omissions.why", glossary.kernel()), "quiet"));
        all.getStyleClass().add("omissions");
        for (Omission omission : glossary.omissions()) {
            all.getChildren()
                    .add(
                            new VBox(
                                    label(omission.title(), "section"),
                                    label(omission.kernel(), "kernel"),
                                    label(omission.reader(), "quiet")));
        }
        setFitToWidth(true);
        setContent(all);
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
