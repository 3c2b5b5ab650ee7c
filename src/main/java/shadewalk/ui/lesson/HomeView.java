package shadewalk.ui.lesson;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import shadewalk.lesson.progress.Progress;
import shadewalk.lesson.progress.Tally;
import shadewalk.text.Texts;
import shadewalk.ui.action.Actions;
import shadewalk.ui.action.Buttons;

/// Where everything begins: the lessons as a map, each with the question that it answers, how long
/// it takes and how it went; which comes next; and the ways to something else.
public final class HomeView extends ScrollPane {

    private static final PseudoClass NEXT = PseudoClass.getPseudoClass("here");

    private final Shelf shelf;
    private final Function<String, Optional<Progress.OfLesson>> progress;
    private final Consumer<String> open;
    private final Texts texts;
    private final Label done = label("", "quiet");
    private final FlowPane map = new FlowPane();

    /// @param progress how far the learner is in a lesson, by its id
    /// @param open opens a lesson's file
    public HomeView(
            Shelf shelf,
            Function<String, Optional<Progress.OfLesson>> progress,
            Consumer<String> open,
            Actions actions,
            Texts texts) {
        this.shelf = shelf;
        this.progress = progress;
        this.open = open;
        this.texts = texts;
        setId("home-view");
        getStyleClass().add("home");
        map.getStyleClass().add("map");
        FlowPane ways = new FlowPane();
        ways.getStyleClass().add("ways");
        for (String id : List.of("free-play", "new-machine", "open", "reading")) {
            Button way = new Buttons(texts).words(actions.get(id));
            way.setId("home-" + id);
            ways.getChildren().add(way);
        }
        VBox all = new VBox(label(texts.get("home.title"), "scene-title"), done, map, ways);
        all.getStyleClass().add("home-parts");
        setContent(all);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        shelf.entries().subscribe(this::show);
    }

    /// Shows how things are now.
    public void show() {
        List<Shelf.Entry> entries = shelf.entries();
        Optional<Shelf.Entry> next = entries.stream().filter(entry -> !isDone(entry)).findFirst();
        long finished = entries.stream().filter(this::isDone).count();
        done.setText(texts.get("home.done", finished, entries.size()));
        map.getChildren().clear();
        for (int i = 0; i < entries.size(); i++) {
            Shelf.Entry entry = entries.get(i);
            map.getChildren().add(card(i + 1, entry, next.filter(entry::equals).isPresent()));
        }
    }

    /// Puts the cursor on the lesson that comes next.
    public void focusNext() {
        map.getChildren().stream()
                .filter(card -> card.getPseudoClassStates().contains(NEXT))
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private boolean isDone(Shelf.Entry entry) {
        return progress.apply(entry.id()).filter(Progress.OfLesson::finished).isPresent();
    }

    private Button card(int number, Shelf.Entry entry, boolean next) {
        Label title = label(number + "  " + entry.title(), "section");
        Label how = label(how(entry, next), "quiet");
        how.setGraphic(new FontIcon(icon(entry, next)));
        VBox words = new VBox(title, label(entry.answers(), "question-line"), how);
        words.getStyleClass().add("words");
        Button card = new Button();
        card.setGraphic(words);
        card.setId("home-" + entry.id());
        card.getStyleClass().addAll("lesson-card", Styles.FLAT);
        card.pseudoClassStateChanged(NEXT, next);
        card.setAccessibleText(title.getText() + ". " + entry.answers() + " " + how.getText());
        card.setOnAction(_ -> open.accept(entry.file()));
        words.maxWidthProperty().bind(card.widthProperty().subtract(24));
        return card;
    }

    private Feather icon(Shelf.Entry entry, boolean next) {
        if (isDone(entry)) {
            return Feather.CHECK;
        }
        return next ? Feather.ARROW_RIGHT : Feather.CIRCLE;
    }

    /// `12 minutes, done, 4 of 5 right at once`
    private String how(Shelf.Entry entry, boolean next) {
        Optional<Progress.OfLesson> of = progress.apply(entry.id());
        if (of.isEmpty()) {
            return texts.get(next ? "home.next" : "home.new", entry.minutes());
        }
        Tally tally = Tally.of(entry.questions(), of.get().answers().values());
        return texts.get(
                of.get().finished() ? "home.finished" : "home.begun",
                entry.minutes(),
                tally.first(),
                tally.questions());
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
