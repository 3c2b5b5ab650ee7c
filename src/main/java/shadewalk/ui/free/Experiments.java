package shadewalk.ui.free;

import atlantafx.base.theme.Styles;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import shadewalk.lesson.play.Challenge;
import shadewalk.text.Texts;

/// What the lesson that was left asks to bring about, and what of it has been done. A press on an
/// experiment takes the machine to where it begins.
final class Experiments extends VBox {

    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final FreePlayModel model;
    private final Texts texts;

    Experiments(FreePlayModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("experiments");
        getStyleClass().add("experiments");
        managedProperty().bind(visibleProperty());
    }

    void show() {
        getChildren().clear();
        setVisible(!model.challenges().isEmpty());
        for (Challenge challenge : model.challenges()) {
            getChildren().add(row(challenge));
            if (model.isChosen(challenge) && !model.isReached(challenge)) {
                getChildren().add(oneWay(challenge));
            }
        }
    }

    private Button row(Challenge challenge) {
        boolean reached = model.isReached(challenge);
        Button row = new Button(challenge.experiment().ask());
        row.setId("experiment-" + challenge.experiment().id());
        row.getStyleClass().addAll("outline-row", Styles.FLAT);
        row.setGraphic(new FontIcon(reached ? Feather.CHECK : Feather.CIRCLE));
        row.setWrapText(true);
        row.setMinHeight(USE_PREF_SIZE);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setMnemonicParsing(false);
        row.pseudoClassStateChanged(HERE, model.isChosen(challenge) && !reached);
        row.setAccessibleText(
                texts.get(
                        reached ? "free.experiment.reached" : "free.experiment.open",
                        challenge.experiment().ask()));
        row.setAccessibleHelp(texts.get("free.experiment.begin"));
        row.setOnAction(_ -> model.begin(challenge));
        return row;
    }

    /// Kept back until somebody asks for it.
    private VBox oneWay(Challenge challenge) {
        Label steps = new Label(String.join("\n", challenge.oneWay()));
        steps.setId("one-way-" + challenge.experiment().id());
        steps.getStyleClass().add("number");
        steps.setWrapText(true);
        steps.setMinHeight(USE_PREF_SIZE);
        steps.setVisible(false);
        steps.managedProperty().bind(steps.visibleProperty());
        Hyperlink ask = new Hyperlink(texts.get("free.experiment.one-way"));
        ask.setOnAction(_ -> steps.setVisible(!steps.isVisible()));
        VBox way = new VBox(ask, steps);
        way.getStyleClass().add("one-way");
        return way;
    }
}
