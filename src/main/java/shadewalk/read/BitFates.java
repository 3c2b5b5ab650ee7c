package shadewalk.read;

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
            add(Kind.MOVED, field, to, "moved", frameWhy());
        }
    }

    private String frameWhy() {
        if (shadow.mmio()) {
            return "no memslot holds the frame, so its number stays a guest frame number";
        }
        return pair.namesTable()
                ? "the guest names its table by guest frame; the entry names the shadow table by"
                        + " host frame"
                : "a guest frame number becomes the host frame number behind it";
    }

    /// A guest entry that names a table: its rights move to the role of the child.
    private void tableField(Field field) {
        switch (field.name()) {
            case "P" -> add(Kind.KEPT, field, Spte.P, "kept", "");
            case "R/W", "U/S" ->
                    add(
                            Kind.MOVED,
                            field,
                            null,
                            "to role",
                            "rights of an upper level live in role.access of the child");
            default -> add(Kind.DROPPED, field, null, "dropped", "");
        }
    }

    private void leafField(Field field) {
        Field twin = TWINS.get(field.name());
        if (twin == null || !has(shadow.layout(), twin)) {
            add(Kind.DROPPED, field, null, "dropped", droppedWhy(field));
            return;
        }
        boolean theirs = field.in(guest.entry());
        boolean ours = twin.in(shadow.spte());
        if (theirs == ours) {
            add(Kind.KEPT, field, twin, "kept", "");
        } else if (theirs) {
            add(Kind.DROPPED, field, twin, "withheld", withheldWhy(twin));
        } else {
            add(Kind.ADDED, field, twin, "set", setWhy(twin));
        }
    }

    private static boolean has(Layout layout, Field field) {
        return layout.fields().contains(field);
    }

    private static String droppedWhy(Field field) {
        return switch (field.name()) {
            case "AVL" ->
                    field.low() == 9 ? "the guest's own bits; KVM has its own use for these" : "";
            case "G" -> "a global entry would survive a change of root in the TLB";
            default -> "";
        };
    }

    private String withheldWhy(Field twin) {
        if (twin.equals(Spte.W)) {
            return writeWhy();
        }
        if (twin.equals(Spte.U)) {
            return forbiddenAbove(GuestEntry.US)
                    ? "a level above keeps user mode out"
                    : "taken away so that the supervisor can write (CR0.WP is 0)";
        }
        if (twin.equals(Spte.A)) {
            return "mapped in advance or just synced; the processor sets it at the first use";
        }
        if (twin.equals(Spte.PS)) {
            return "the host has no large page behind it, so it is mapped in small ones";
        }
        return twin.equals(Spte.D) ? "the processor sets it at the first write" : "";
    }

    private String writeWhy() {
        if (shadow.mmio()) {
            return "it was not allowed when the entry was made";
        }
        if (forbiddenAbove(GuestEntry.RW)) {
            return "a level above forbids writing";
        }
        if (guest.leaf() && !GuestEntry.D.in(guest.entry())) {
            return "the guest's page is clean, and KVM must see the first write to set D";
        }
        if (!Spte.HOST_WRITABLE.in(shadow.spte())) {
            return "the host does not let the page be written";
        }
        if (isGuardedTable()) {
            return "the frame is a guest table with a shadow, and writes to it must be seen";
        }
        return Spte.MMU_WRITABLE.in(shadow.spte())
                ? "writes to the page are being logged"
                : "it has not been asked for yet";
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
        return twin.equals(Spte.W) ? "CR0.WP is 0: the supervisor may write a read-only page" : "";
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
        return always && field.width() == 1 ? "always 1" : "KVM";
    }

    private String addedWhy(Field field) {
        return switch (field.name()) {
            case "HOST_WRITABLE" -> "the host lets the page be written";
            case "MMU_WRITABLE" -> "W may be given back without asking again";
            case "MMU_PRESENT" -> "present as KVM counts it; device entries lack it";
            case "MMIO" -> "a reserved bit: the processor faults at once";
            case "GEN 7:0", "GEN 18:8" -> "the memslot generation the entry was made in";
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
