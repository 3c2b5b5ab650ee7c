package shadewalk.read;

import static shadewalk.text.Texts.ANSWERS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Field;
import shadewalk.bits.Layout;
import shadewalk.read.BitFate.Kind;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.x86.Gfn;
import shadewalk.x86.GuestEntry;

/// Compares a guest entry with the shadow entry made from it, field by field. It reads the two
/// words and the state; it does not make entries.
public final class BitFates {

    /// Guest fields and the shadow fields of the same meaning.
    private static final Map<String, Field> TWINS =
            Map.of(
                    "P", Spte.P,
                    "R/W", Spte.W,
                    "U/S", Spte.U,
                    "A", Spte.A,
                    "D", Spte.D,
                    "PS", Spte.PS,
                    "NX", Spte.NX);

    private final EntryPair pair;
    private final GuestStep guest;
    private final ShadowStep shadow;
    private final List<BitFate> fates = new ArrayList<>();

    private BitFates(EntryPair pair, GuestStep guest, ShadowStep shadow) {
        this.pair = pair;
        this.guest = guest;
        this.shadow = shadow;
    }

    /// The fates of all fields, the guest's first, each from the highest bit down; none if either
    /// entry is missing, the shadow entry is empty, or it was made from a former guest entry.
    public static List<BitFate> of(EntryPair pair) {
        GuestStep guest = pair.guest();
        ShadowStep shadow = pair.shadow();
        if (guest == null || shadow == null || shadow.spte() == 0 || pair.former().isPresent()) {
            return List.of();
        }
        BitFates fates = new BitFates(pair, guest, shadow);
        fates.guestFields();
        fates.shadowFields();
        return List.copyOf(fates.fates);
    }

    private void guestFields() {
        for (Field field : guest.layout().fields()) {
            if (isFrame(field)) {
                frame(field);
            } else if (pair.namesTable()) {
                tableField(field);
            } else {
                leafField(field);
            }
        }
    }

    private static boolean isFrame(Field field) {
        return field.name().startsWith("FRAME");
    }

    private void frame(Field field) {
        if (field.name().equals("FRAME")) {
            Field to = shadow.layout().field(shadow.mmio() ? "GFN" : "PFN");
            add(Kind.MOVED, field, to, ANSWERS.get("bit-fates.word.moved"), frameWhy());
        }
    }

    private String frameWhy() {
        if (shadow.mmio()) {
            return ANSWERS.get("bit-fates.no-memslot-holds");
        }
        return pair.namesTable()
                ? ANSWERS.get("bit-fates.guest-names-table")
                : ANSWERS.get("bit-fates.guest-frame-number");
    }

    /// A guest entry that names a table: its rights move to the role of the child.
    private void tableField(Field field) {
        switch (field.name()) {
            case "P" -> add(Kind.KEPT, field, Spte.P, ANSWERS.get("bit-fates.word.kept"), "");
            case "R/W", "U/S" ->
                    add(
                            Kind.MOVED,
                            field,
                            null,
                            ANSWERS.get("bit-fates.role"),
                            ANSWERS.get("bit-fates.rights-upper-level"));
            default -> add(Kind.DROPPED, field, null, ANSWERS.get("bit-fates.word.dropped"), "");
        }
    }

    private void leafField(Field field) {
        Field twin = TWINS.get(field.name());
        if (twin == null || !has(shadow.layout(), twin)) {
            add(
                    Kind.DROPPED,
                    field,
                    null,
                    ANSWERS.get("bit-fates.word.dropped"),
                    droppedWhy(field));
            return;
        }
        boolean theirs = field.in(guest.entry());
        boolean ours = twin.in(shadow.spte());
        if (theirs == ours) {
            add(Kind.KEPT, field, twin, ANSWERS.get("bit-fates.word.kept"), "");
        } else if (theirs) {
            add(
                    Kind.DROPPED,
                    field,
                    twin,
                    ANSWERS.get("bit-fates.word.withheld"),
                    withheldWhy(twin));
        } else {
            add(Kind.ADDED, field, twin, ANSWERS.get("bit-fates.word.set"), setWhy(twin));
        }
    }

    private static boolean has(Layout layout, Field field) {
        return layout.fields().contains(field);
    }

    private static String droppedWhy(Field field) {
        return switch (field.name()) {
            case "AVL" -> field.low() == 9 ? ANSWERS.get("bit-fates.guest-own-bits") : "";
            case "G" -> ANSWERS.get("bit-fates.global-entry-would");
            default -> "";
        };
    }

    private String withheldWhy(Field twin) {
        if (twin.equals(Spte.W)) {
            return writeWhy();
        }
        if (twin.equals(Spte.U)) {
            return forbiddenAbove(GuestEntry.US)
                    ? ANSWERS.get("bit-fates.level-above-keeps")
                    : ANSWERS.get("bit-fates.taken-away-so");
        }
        if (twin.equals(Spte.A)) {
            return ANSWERS.get("bit-fates.mapped-in-advance");
        }
        if (twin.equals(Spte.PS)) {
            return ANSWERS.get("bit-fates.host-has-no");
        }
        return twin.equals(Spte.D) ? ANSWERS.get("bit-fates.processor-sets-at") : "";
    }

    private String writeWhy() {
        if (shadow.mmio()) {
            return ANSWERS.get("bit-fates.was-not-allowed");
        }
        if (forbiddenAbove(GuestEntry.RW)) {
            return ANSWERS.get("bit-fates.level-above-forbids");
        }
        if (guest.leaf() && !GuestEntry.D.in(guest.entry())) {
            return ANSWERS.get("bit-fates.guest-page-clean");
        }
        if (!Spte.HOST_WRITABLE.in(shadow.spte())) {
            return ANSWERS.get("bit-fates.host-does-not");
        }
        if (isGuardedTable()) {
            return ANSWERS.get("bit-fates.frame-guest-table");
        }
        return Spte.MMU_WRITABLE.in(shadow.spte())
                ? ANSWERS.get("bit-fates.writes-page-being")
                : ANSWERS.get("bit-fates.has-not-been");
    }

    private boolean forbiddenAbove(Field right) {
        return pair.walk().guest().steps().stream()
                .filter(step -> step.level().number() > guest.level().number())
                .filter(step -> has(step.layout(), right))
                .anyMatch(step -> !right.in(step.entry()));
    }

    private boolean isGuardedTable() {
        var gpa = pair.walk().guest().gpa();
        Gfn frame = gpa == null ? null : gpa.gfn();
        return frame != null && GuestTables.guard(pair.state(), frame).traps();
    }

    private static String setWhy(Field twin) {
        return twin.equals(Spte.W) ? ANSWERS.get("bit-fates.cr0-wp-0") : "";
    }

    private void shadowFields() {
        for (Field field : shadow.layout().fields()) {
            boolean told = fates.stream().anyMatch(fate -> field.equals(fate.shadow()));
            if (!told && field.in(shadow.spte())) {
                add(Kind.ADDED, null, field, addedWord(field), addedWhy(field));
            }
        }
    }

    private String addedWord(Field field) {
        boolean always = pair.namesTable() && !field.equals(Spte.MMU_PRESENT);
        return always && field.width() == 1 ? ANSWERS.get("bit-fates.word.always") : "KVM";
    }

    private String addedWhy(Field field) {
        return switch (field.name()) {
            case "HOST_WRITABLE" -> ANSWERS.get("bit-fates.host-lets-page");
            case "MMU_WRITABLE" -> ANSWERS.get("bit-fates.w-may-be");
            case "MMU_PRESENT" -> ANSWERS.get("bit-fates.present-as-kvm");
            case "MMIO" -> ANSWERS.get("bit-fates.reserved-bit-processor");
            case "GEN 7:0", "GEN 18:8" -> ANSWERS.get("bit-fates.memslot-generation-entry");
            default -> "";
        };
    }

    private void add(
            Kind kind, @Nullable Field theirs, @Nullable Field ours, String word, String why) {
        fates.add(new BitFate(kind, theirs, ours, word, why));
    }

    /// The shadow page that a shadow entry of the pair names, if it names one.
    public static Optional<ShadowPage> child(EntryPair pair) {
        ShadowStep step = pair.shadow();
        return step != null && pair.namesTable()
                ? Optional.of(pair.state().shadow().page(ShadowPage.childOf(step.spte())))
                : Optional.empty();
    }
}
