package shadewalk.ui.picture;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import shadewalk.bits.Hex;
import shadewalk.diagram.Face;
import shadewalk.read.Thing;
import shadewalk.read.ThingIds;
import shadewalk.text.Texts;
import shadewalk.ui.layout.FieldWithButton;
import shadewalk.ui.notice.Notice;
import shadewalk.ui.notice.Notices;
import shadewalk.x86.Gva;

/// Takes an address whose walk is to be shown, or a table or entry to be found: `sp12`, `sp12[5]`,
/// `gfn 1f`, `gfn 1f[770]`, `pae_root[3]`.
public final class AddressField extends FieldWithButton {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final PictureModel picture;
    private final Notices notices;
    private final Texts texts;
    private Consumer<Thing> onFound = _ -> {};
    private Runnable onBack = () -> {};
    private Optional<Notice> problem = Optional.empty();

    public AddressField(PictureModel picture, Notices notices, Texts texts) {
        this.picture = picture;
        this.notices = notices;
        this.texts = texts;
        setId("address");
        getStyleClass().addAll("address-field", "number");
        widthProperty().subscribe(this::prompt);
        fontProperty().subscribe(this::prompt);
        rightProperty().subscribe(this::prompt);
        setAccessibleText(texts.get("address.name"));
        setTooltip(new Tooltip(texts.get("address.name")));
        textProperty().subscribe(_ -> pseudoClassStateChanged(WRONG, false));
        setOnAction(_ -> go());
        picture.where().elsewhereProperty().subscribe(away -> setRight(away ? wayBack() : null));
    }

    /// From an address that somebody asked for back to what the moment is about.
    private Button wayBack() {
        Button back = button(Feather.CORNER_UP_LEFT, texts.get("address.back"), this::back);
        back.setId("address-back");
        return back;
    }

    private void back() {
        clear();
        onBack.run();
    }

    /// What happens when somebody wants to see again what the moment is about.
    void setOnBack(Runnable action) {
        onBack = action;
    }

    /// An example of what can be typed, and two where they have room.
    private void prompt() {
        String both = texts.get("address.prompt");
        double button = getRight() == null ? 0 : 1.3 * getHeight();
        double room = getWidth() - snappedLeftInset() - snappedRightInset() - button;
        boolean fits = Face.NUMBERS.width(both) * getFont().getSize() <= room;
        setPromptText(fits ? both : texts.get("address.prompt.short"));
    }

    /// What happens when a thing was asked for and is there.
    void setOnFound(Consumer<Thing> action) {
        onFound = action;
    }

    /// What a text can lead to: an `address`, or a `thing` of this moment.
    public Optional<String> meaning(String text) {
        Optional<Thing.Place> thing = ThingIds.typed(text.strip()).flatMap(Thing::place);
        return thing.isPresent()
                ? thing.filter(picture::has).map(_ -> "thing")
                : address(text.strip()).map(_ -> "address");
    }

    /// Goes where a text leads, as if it were typed here.
    public void go(String text) {
        setText(text);
        go();
    }

    private void go() {
        problem.ifPresent(notices::dismiss);
        String text = getText().strip();
        Optional<Thing.Place> thing = ThingIds.typed(text).flatMap(Thing::place);
        if (thing.isEmpty()) {
            address(text).ifPresentOrElse(picture.where()::ask, () -> wrong("address.wrong", text));
        } else if (picture.find(thing.get())) {
            onFound.accept(thing.get());
        } else {
            wrong("address.missing", text);
        }
    }

    private static Optional<Gva> address(String text) {
        try {
            String plain = text.replace("_", "").replace("'", "");
            boolean prefixed = plain.startsWith("0x") || plain.startsWith("0X");
            return Optional.of(new Gva(Hex.parse(prefixed ? plain : "0x" + plain)));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private void wrong(String why, String text) {
        pseudoClassStateChanged(WRONG, true);
        problem = Optional.of(notices.problem(texts.get(why, text)));
    }
}
