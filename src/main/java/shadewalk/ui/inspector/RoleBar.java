package shadewalk.ui.inspector;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.read.Thing;
import shadewalk.state.PageList;
import shadewalk.state.Role;
import shadewalk.state.ShadowPage;
import shadewalk.state.ShadowTables;
import shadewalk.text.Texts;
import shadewalk.ui.session.Session;
import shadewalk.x86.Gfn;

/// A role as a bar of its bits, and which page a lookup of it finds. A press on a field tries its
/// next value: a role that differs in a single bit is another page.
///
/// Source: `mmu.c`, `kvm_mmu_find_shadow_page`, v6.1.
final class RoleBar extends VBox {

    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final ShadowPage page;
    private final Session session;
    private final Texts texts;
    private final FlowPane fields = new FlowPane();
    private final Label answer = new Label();
    private final Hyperlink found = new Hyperlink();
    private Role role;

    RoleBar(ShadowPage page, Session session, Texts texts) {
        this.page = page;
        this.session = session;
        this.texts = texts;
        this.role = page.role();
        getStyleClass().add("role-bar");
        fields.getStyleClass().add("role-fields");
        answer.setId("role-lookup");
        answer.setWrapText(true);
        getChildren().addAll(fields, answer, found);
        show();
    }

    private void show() {
        List<Field> high = Role.LAYOUT.cells();
        fields.getChildren()
                .setAll(
                        high.stream()
                                .filter(field -> !field.name().equals("-"))
                                .map(this::button)
                                .toList());
        String key = texts.get("role.lookup", page.gfn(), Hex.prefixed(role.word() & 0xffff_ffffL));
        Optional<ShadowPage> hit = find(session.state().shadow(), page.gfn(), role);
        answer.setText(key + " " + texts.get(hit.isPresent() ? "role.hit" : "role.miss"));
        found.setVisible(hit.isPresent());
        hit.ifPresent(other -> {
            Thing thing = new Thing.ShadowTable(other.id());
            found.setText(thing.id());
            found.setOnAction(_ -> session.select(thing));
        });
    }

    private Button button(Field field) {
        String bits =
                ("0".repeat(field.width()) + Long.toBinaryString(field.of(role.word())))
                        .substring(Long.toBinaryString(field.of(role.word())).length());
        Button button = new Button(bits);
        button.setId("role-" + field.name());
        button.getStyleClass().setAll("role-field", "number");
        button.setAccessibleText(field.name() + " " + bits);
        button.setTooltip(
                new Tooltip(
                        field.name()
                                + " ("
                                + field.range()
                                + "): "
                                + field.meaning()
                                + "\n"
                                + texts.get("role.try")));
        button.pseudoClassStateChanged(
                CHANGED, field.of(role.word()) != field.of(page.role().word()));
        button.setOnAction(_ -> turn(field));
        return button;
    }

    private void turn(Field field) {
        long next = (field.of(role.word()) + 1) % (1L << field.width());
        role = new Role((int) field.with(role.word(), next));
        show();
        fields.lookup("#role-" + field.name()).requestFocus();
    }

    /// The page that has this frame and this role and is not obsolete.
    static Optional<ShadowPage> find(ShadowTables shadow, Gfn gfn, Role role) {
        PageList ids = shadow.pagesOf(gfn);
        for (int i = 0; i < ids.size(); i++) {
            ShadowPage page = shadow.page(ids.get(i));
            if (page.role().equals(role) && !shadow.obsolete(page)) {
                return Optional.of(page);
            }
        }
        return Optional.empty();
    }
}
