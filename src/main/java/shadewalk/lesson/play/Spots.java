package shadewalk.lesson.play;

import java.util.List;
import java.util.Optional;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.bits.Layout;
import shadewalk.x86.Gpa;

/// The expressions that lessons use for things in a picture.
///
/// | expression               | thing                                                     |
/// |--------------------------|-----------------------------------------------------------|
/// | `gpte pde here [FIELD]`  | the guest's entry for an address, or bits of it           |
/// | `spte pte here [FIELD]`  | the shadow's entry for an address, or bits of it          |
/// | `table pt`               | a guest table with a name                                 |
/// | `table pte here`         | the guest table that holds an address's entry             |
/// | `page pte here`          | the shadow page that holds an address's entry             |
/// | `guest-bits 31:22`       | bits of the address as the guest's walk cuts it           |
/// | `shadow-bits 21`         | bits of the address as the shadow's walk cuts it          |
/// | `register cr3`           | a control register                                        |
/// | `memory page.gpa`        | a byte of guest memory                                    |
final class Spots {

    private final Names names;
    private final Walks walks;
    private final List<Stage.GuestTable> tables;

    Spots(Moment moment) {
        this.names = moment.stage().names();
        this.walks = new Walks(moment.state());
        this.tables = moment.stage().tables();
    }

    Spot spot(String expression) throws Unresolved {
        List<String> all = Expressions.words(expression);
        Arguments words = new Arguments(all);
        return switch (words.get(0, "a thing")) {
            case "gpte" -> guestEntry(words);
            case "spte" -> shadowEntry(words);
            case "table" -> table(words);
            case "page" -> new Spot.ShadowTable(walks.page(level(words), address(words, 2)).id());
            case "guest-bits" -> ruler(false, words);
            case "shadow-bits" -> ruler(true, words);
            case "register" -> register(words.get(1, "a register"));
            case "memory" -> new Spot.Memory(new Gpa(address(words, 1)));
            default ->
                    throw new Unresolved(
                            "\""
                                    + all.getFirst()
                                    + "\" begins no thing; write gpte, spte, table, page,"
                                    + " guest-bits, shadow-bits, register or memory");
        };
    }

    private static int level(Arguments words) throws Unresolved {
        return Levels.of(words.get(1, "pte, pde, pdpte or pml4e"));
    }

    private long address(Arguments words, int at) throws Unresolved {
        return names.address(words.get(at, "an address"));
    }

    private Spot guestEntry(Arguments words) throws Unresolved {
        Walks.Guest entry = walks.guest(level(words), address(words, 2));
        Spot spot = new Spot.GuestEntry(entry.level(), entry.at(), entry.index());
        return bits(spot, entry.layout(), words.rest(3));
    }

    private Spot shadowEntry(Arguments words) throws Unresolved {
        Walks.Shadow entry = walks.shadow(level(words), address(words, 2));
        return bits(entry.spot(), entry.layout(), words.rest(3));
    }

    private static Spot bits(Spot of, Layout layout, String field) throws Unresolved {
        if (field.isEmpty()) {
            return of;
        }
        return layout.fields().stream()
                .filter(f -> f.name().equals(field))
                .findFirst()
                .<Spot>map(f -> new Spot.Bits(of, f))
                .orElseThrow(() -> new Unresolved(layout + " has no field \"" + field + "\""));
    }

    private Spot table(Arguments words) throws Unresolved {
        if (words.size() > 2) {
            Gpa at = walks.guest(level(words), address(words, 2)).at();
            return new Spot.GuestTable(at.gfn());
        }
        long gpa = address(words, 1);
        Optional<Stage.GuestTable> found = tables.stream().filter(t -> t.gpa() == gpa).findFirst();
        if (found.isEmpty()) {
            throw new Unresolved("no guest table lies at " + Hex.prefixed(gpa));
        }
        return new Spot.GuestTable(new Gpa(gpa).gfn());
    }

    private static Spot ruler(boolean shadow, Arguments words) throws Unresolved {
        Field bits = Arguments.bits(words.get(1, "bits such as 31:22"));
        return new Spot.Ruler(shadow, bits.high(), bits.low());
    }

    private static Spot register(String name) throws Unresolved {
        Registered.of(name);
        return new Spot.Register(name);
    }
}
