package shadewalk.ui.picture;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import shadewalk.diagram.Diagram;
import shadewalk.read.Gesture;
import shadewalk.read.Mask;
import shadewalk.read.Moment;
import shadewalk.read.OnStage;
import shadewalk.read.Picture;
import shadewalk.read.Thing;
import shadewalk.read.Twins;
import shadewalk.read.tell.Sign;
import shadewalk.text.Texts;
import shadewalk.ui.action.Action;
import shadewalk.ui.action.Actions;
import shadewalk.ui.action.Buttons;
import shadewalk.ui.layout.Bar;
import shadewalk.ui.layout.Column;
import shadewalk.ui.session.Player;
import shadewalk.ui.session.Session;
import shadewalk.ui.theme.Appearance;

/// The picture with what belongs to it: which view, which address, how large.
public final class PicturePane extends Column {

    /// How long a change takes: one event, by hand.
    private static final double STEP = 0.5;

    /// A jump over several events.
    private static final double JUMP = 0.25;

    /// While the next change is already waiting.
    private static final double HURRY = 0.1;

    /// The scale from which on the tools have one row. Above it what only one of the views has is
    /// in the menu only.
    private static final double LARGE_WORDS = 2;

    /// The width in em from which on there is room for words beside icons.
    private static final double WORDS_FIT = 73;

    /// How much of an event's time on screen its change may take.
    private static final double SHARE = 0.7;

    private final Session session;
    private final Player player;
    private final PictureModel model;
    private final Appearance appearance;
    private final PictureView view;
    private final StackPane face = new StackPane();
    private final StackPane stage = new StackPane();
    private Optional<Look> look = Optional.empty();
    private int shownAt = -1;
    private int unchangedAt = -1;
    private Picture shownIn = Picture.WALK;
    private Consumer<Sign> onSign = _ -> {};
    private Optional<Thing> wanted = Optional.empty();

    public PicturePane(Session session, Player player, PictureModel model, Appearance appearance) {
        this.session = session;
        this.player = player;
        this.model = model;
        this.appearance = appearance;
        view = new PictureView(appearance);
        getStyleClass().add("picture-pane");
        player.hurryIf(() -> unchangedAt == session.position());
        view.selectionProperty().bindBidirectional(session.selectionProperty());
        view.setOnSecondClick(session::toLastChange);
        view.setOnPointed(model::pointAt);
        view.setOnShape(this::pick);
        view.setOnDragged(model::drag);
        session.selectionProperty().subscribe(_ -> outlineTwins());
        model.diagramProperty().subscribe(this::requestLayout);
        model.lookProperty()
                .addListener((_, _, wanted) -> {
                    look = Optional.of(wanted);
                    requestLayout();
                });
        stage.getStyleClass().add("picture-stage");
        face.getChildren().add(view);
        stage.getChildren().add(face);
        VBox.setVgrow(stage, Priority.ALWAYS);
        getChildren().add(stage);
    }

    public PictureView view() {
        return view;
    }

    /// Shows again what the moment is about.
    public void back() {
        model.where().back();
        view.unpickPlace();
    }

    /// What happens when a person clicks a badge, besides that its table is selected.
    public void setOnSign(Consumer<Sign> action) {
        onSign = action;
    }

    private boolean pick(String shape) {
        Sign.of(shape).ifPresent(onSign);
        return model.pick(shape);
    }

    /// What lies over the picture.
    public StackPane stage() {
        return stage;
    }

    /// Puts the row of view tabs and tools above the picture.
    ///
    /// @param panes what is shown or put away
    public void addTools(Actions actions, AddressField address, List<Action> panes, Texts texts) {
        address.setOnFound(thing -> {
            wanted = Optional.of(thing);
            requestLayout();
        });
        address.setOnBack(this::back);
        // What was pointed out before would stand beside what is dealt out.
        model.dealing().onProperty().subscribe(_ -> view.unpickPlace());
        Buttons buttons = new Buttons(texts);
        SegmentedButton tabs = new SegmentedButton();
        Map<Picture, ToggleButton> views = new EnumMap<>(Picture.class);
        for (Picture each : Picture.values()) {
            views.put(each, buttons.toggle(actions.get("view-" + each.word())));
        }
        tabs.setMinWidth(Region.USE_PREF_SIZE);
        model.stageProperty().subscribe(stage -> placeTabs(tabs, views, stage));
        ToggleButton asText = buttons.iconToggle(actions.get("as-text"), Feather.FILE_TEXT);
        Button fit = buttons.icon(actions.get("fit"), Feather.MAXIMIZE);
        Button export = buttons.icon(actions.get("export"), Feather.DOWNLOAD);
        HBox sight =
                new HBox(
                        asText,
                        buttons.icon(actions.get("zoom-out"), Feather.ZOOM_OUT),
                        buttons.icon(actions.get("zoom-in"), Feather.ZOOM_IN),
                        fit,
                        export);
        sight.getStyleClass().add("sight");
        HBox shown = new HBox();
        shown.getStyleClass().add("tabs");
        panes.forEach(pane -> shown.getChildren().add(buttons.toggle(pane)));
        Bar tools = new Bar(tabs, address, shown, sight);
        tools.letShrink(address);
        giveHeight(tools, address);
        giveWords(tools, List.of(asText, fit, export), texts);
        Bar special =
                new Bar(
                        special(Picture.BITS, texts, maskButtons(buttons, actions)),
                        special(Picture.QUADRANTS, texts, dealButtons(buttons, actions)),
                        special(Picture.REACH, texts, sizeButtons(buttons, actions)));
        appearance
                .scaleProperty()
                .subscribe(scale -> special.keepTo(scale.doubleValue() > LARGE_WORDS ? 0 : 1));
        VBox all = new VBox(tools, special);
        all.getStyleClass().add("picture-tools");
        getChildren().addFirst(all);
        PictureText text = new PictureText(view, texts.get("picture.text"));
        text.visibleProperty().bind(model.asTextProperty());
        face.getChildren().add(text);
    }

    /// A view has a tab when all that it is about is on stage, and one view alone needs none.
    private static void placeTabs(
            SegmentedButton tabs, Map<Picture, ToggleButton> views, Set<OnStage> stage) {
        List<ToggleButton> placed =
                views.entrySet().stream()
                        .filter(view -> stage.containsAll(OnStage.neededBy(view.getKey())))
                        .map(Map.Entry::getValue)
                        .toList();
        if (!tabs.getButtons().equals(placed)) {
            tabs.getButtons().setAll(placed);
        }
        tabs.setVisible(placed.size() > 1);
    }

    /// Large words leave the picture little height: there the address takes none but while one is
    /// typed.
    private void giveHeight(Bar tools, AddressField address) {
        Runnable give =
                () -> tools.keepTo(address.isFocused() || appearance.scale() < LARGE_WORDS ? 2 : 1);
        address.focusedProperty().subscribe(give);
        appearance.scaleProperty().subscribe(give);
    }

    /// Where there is room, words stand beside the icons that do not speak for themselves.
    private void giveWords(Bar tools, List<ButtonBase> icons, Texts texts) {
        Runnable give =
                () -> {
                    double ems = tools.getWidth() / (appearance.scale() * Appearance.TEXT_SIZE);
                    boolean fit = ems >= WORDS_FIT;
                    for (ButtonBase icon : icons) {
                        icon.setText(fit ? texts.get("short." + icon.getId()) : "");
                        icon.getStyleClass().remove(Styles.BUTTON_ICON);
                        if (!fit) {
                            icon.getStyleClass().add(Styles.BUTTON_ICON);
                        }
                    }
                };
        // Words change the row that is just being laid out.
        tools.widthProperty().subscribe(_ -> Platform.runLater(give));
        appearance.scaleProperty().subscribe(_ -> Platform.runLater(give));
    }

    private static List<Node> maskButtons(Buttons buttons, Actions actions) {
        List<Node> toggles = new ArrayList<>();
        for (Mask.Family family : Mask.Family.values()) {
            ToggleButton toggle = buttons.toggle(actions.get(maskAction(family)));
            toggle.setMinWidth(Region.USE_PREF_SIZE);
            toggles.add(toggle);
        }
        return toggles;
    }

    private static List<Node> dealButtons(Buttons buttons, Actions actions) {
        ToggleButton deal = buttons.toggle(actions.get("deal"));
        deal.setMinWidth(Region.USE_PREF_SIZE);
        Button whole = buttons.words(actions.get("deal-whole"));
        whole.setMinWidth(Region.USE_PREF_SIZE);
        return List.of(deal, whole);
    }

    private static List<Node> sizeButtons(Buttons buttons, Actions actions) {
        List<Node> toggles = new ArrayList<>();
        for (String id : List.of("reach-entry", "reach-table")) {
            ToggleButton toggle = buttons.toggle(actions.get(id));
            toggle.setMinWidth(Region.USE_PREF_SIZE);
            toggles.add(toggle);
        }
        return toggles;
    }

    /// The id of the action that lays masks over the bits.
    public static String maskAction(Mask.Family family) {
        return "masks-" + family.name().toLowerCase(Locale.ROOT);
    }

    /// What only one of the views has: a word on how to use it, and its buttons.
    private Node special(Picture of, Texts texts, List<Node> parts) {
        Label words = new Label(texts.get("picture.use-" + of.word()));
        words.setMinWidth(0);
        model.dealing()
                .onProperty()
                .subscribe(on ->
                        words.setText(
                                texts.get(
                                        on ? "picture.use-dealing" : "picture.use-" + of.word())));
        // A guest without quadrants has no cursor, and text has no bits to click.
        BooleanBinding drawn = model.asTextProperty().not();
        words.visibleProperty().bind(of == Picture.QUADRANTS ? model.canDeal().and(drawn) : drawn);
        words.managedProperty().bind(words.visibleProperty());
        // Words that change in length come last, so that no button moves.
        HBox row = new HBox();
        row.getChildren().addAll(parts);
        row.getChildren().add(words);
        row.getStyleClass().add("picture-use");
        model.viewProperty()
                .subscribe(now -> {
                    row.setVisible(now == of);
                    row.setManaged(now == of);
                });
        return row;
    }

    /// Whether a view is the one shown, as a property that can also choose it.
    public static BooleanProperty chosen(PictureModel model, Picture view) {
        BooleanProperty chosen = new SimpleBooleanProperty(model.viewProperty().get() == view);
        model.viewProperty().subscribe(now -> chosen.set(now == view));
        chosen.subscribe(on -> {
            if (on) {
                model.viewProperty().set(view);
            } else if (model.viewProperty().get() == view) {
                chosen.set(true);
            }
        });
        return chosen;
    }

    /// All that changed since the last pulse is shown as one change.
    @Override
    protected void layoutChildren() {
        change();
        wanted.ifPresent(view::find);
        wanted = Optional.empty();
        super.layoutChildren();
        look.ifPresent(view::look);
        look = Optional.empty();
    }

    private void change() {
        Diagram next = model.diagram();
        Moment moment = session.moment();
        if (next.equals(view.diagramProperty().get())) {
            unchangedAt = moment.position() == shownAt ? unchangedAt : moment.position();
            shownAt = moment.position();
            return;
        }
        List<Gesture> gestures = moment.position() == shownAt + 1 ? Gesture.of(moment) : List.of();
        double within =
                shownAt < 0 || model.isAiming() ? 0 : pace(Math.abs(moment.position() - shownAt));
        within = model.dealing().isOn() ? dealt() : within;
        // Another view is another picture: there is no way to follow from one to the other.
        boolean other = shownIn != model.viewProperty().get();
        if (other) {
            view.fit();
        }
        within = other ? Math.min(within, HURRY) : within;
        shownAt = moment.position();
        shownIn = model.viewProperty().get();
        double longest = player.playing() ? player.dwell() * SHARE : Double.POSITIVE_INFINITY;
        view.show(next, other ? List.of() : gestures, within, longest);
        outlineTwins();
    }

    /// How long a piece takes to appear that is dealt out; what a hand does is seen at once.
    private double dealt() {
        boolean byItself = model.dealing().playingProperty().get();
        return byItself ? model.dealing().dwell() * SHARE / 2 / player.speedProperty().get() : 0;
    }

    private double pace(int distance) {
        if (player.playing()) {
            return Math.min(STEP * 1.4, player.dwell() * SHARE);
        }
        if (view.isMoving()) {
            return HURRY;
        }
        return distance <= 1 ? STEP : JUMP;
    }

    private void outlineTwins() {
        List<Thing> twins =
                session.selectionProperty()
                        .get()
                        .map(thing -> Twins.of(session.state(), thing))
                        .orElse(List.of());
        view.twinsProperty().set(twins);
    }
}
