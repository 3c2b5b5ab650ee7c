package shadewalk.ui.picture;

import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import shadewalk.bits.Hex;
import shadewalk.ui.notice.Notices;
import shadewalk.ui.text.Texts;
import shadewalk.x86.Gva;

/// Takes an address whose walk is to be shown.
public final class AddressField extends TextField {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final PictureModel picture;
    private final Notices notices;
    private final Texts texts;

    public AddressField(PictureModel picture, Notices notices, Texts texts) {
        this.picture = picture;
        this.notices = notices;
        this.texts = texts;
        setId("address");
        getStyleClass().addAll("address-field", "number");
        setPromptText(texts.get("address.prompt"));
        setAccessibleText(texts.get("address.name"));
        setTooltip(new Tooltip(texts.get("address.name")));
        textProperty().subscribe(_ -> pseudoClassStateChanged(WRONG, false));
        setOnAction(_ -> go());
    }

    private void go() {
        String text = getText().strip();
        try {
            String plain = text.replace("_", "").replace("'", "");
            boolean prefixed = plain.startsWith("0x") || plain.startsWith("0X");
            picture.show(new Gva(Hex.parse(prefixed ? plain : "0x" + plain)));
        } catch (NumberFormatException _) {
            pseudoClassStateChanged(WRONG, true);
            notices.problem(texts.get("address.wrong", text));
        }
    }
}
