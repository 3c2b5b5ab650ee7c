package shadewalk.diagram.walk;

import static shadewalk.text.Texts.PICTURES;

import java.util.OptionalLong;
import shadewalk.bits.Hex;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.draw.Sheet;
import shadewalk.read.OnStage;
import shadewalk.x86.Access;
import shadewalk.x86.PageFault;

/// Says who does what at which address.
final class Title {

    private static final double BASE = 36;

    private final WalkModel model;

    /// What kind of access is told of, as a page fault's error code has it; nothing at rest.
    private final OptionalLong code;

    Title(WalkModel model) {
        this.model = model;
        Access access = model.story().access();
        this.code = access == null ? model.story().errorCode() : OptionalLong.of(access.code());
    }

    private String what() {
        return code.isPresent() ? what(code.getAsLong()) : PICTURES.get("title.walk");
    }

    private static String what(long code) {
        String who = PageFault.U.in(code) ? "user" : "supervisor";
        String what = PageFault.F.in(code) ? "fetch" : PageFault.W.in(code) ? "write" : "read";
        return PICTURES.get("title." + who + "." + what);
    }

    String words() {
        return what() + " " + address();
    }

    private String address() {
        int digits = model.depth() > 3 ? 12 : 8;
        return Hex.padded(model.story().gva().raw(), digits);
    }

    /// What the words mean.
    private String about() {
        if (code.isPresent()) {
            return PICTURES.get("title.supervisor-guest-kernel");
        }
        if (!model.shows(OnStage.GUEST)) {
            return "";
        }
        boolean both = model.shows(OnStage.SHADOW);
        return PICTURES.get(both ? "title.what-both-walks" : "title.what-guest-walk");
    }

    void draw(Sheet sheet, double x) {
        try (var _ = sheet.group("title/about", words(), about())) {
            drawWords(sheet, x);
        }
    }

    private void drawWords(Sheet sheet, double x) {
        sheet.text("title", x, BASE, what(), TextStyle.TITLE.plain());
        sheet.text(
                "title/address",
                x + TextStyle.TITLE.width(what() + " "),
                BASE,
                address(),
                TextStyle.TITLE_NUMBER.plain());
    }
}
