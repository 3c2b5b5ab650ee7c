package shadewalk.ui;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import shadewalk.glossary.Glossary;
import shadewalk.glossary.Omission;
import shadewalk.ui.text.Texts;

/// What the model leaves out or simplifies, and what each of these means for a reader.
final class OmissionsView extends ScrollPane {

    OmissionsView(Glossary glossary, Texts texts) {
        VBox list = new VBox();
        list.getStyleClass().add("omissions");
        Label intro = new Label(texts.get("omissions.intro", glossary.kernel()));
        intro.setWrapText(true);
        list.getChildren().add(intro);
        for (Omission omission : glossary.omissions()) {
            Label what = new Label(omission.title());
            what.getStyleClass().add("scene-title");
            what.setWrapText(true);
            Label means = new Label(omission.kernel() + "\n" + omission.reader());
            means.setWrapText(true);
            list.getChildren().addAll(what, means);
        }
        setContent(list);
        setFitToWidth(true);
    }
}
