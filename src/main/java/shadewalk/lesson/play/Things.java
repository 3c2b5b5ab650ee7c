package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.List;
import java.util.Optional;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.bits.Layout;
import shadewalk.read.GuestStep;
import shadewalk.read.ShadowStep;
import shadewalk.read.Thing;
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
final class Things {

    private final LessonNames names;
    private final EntriesByLevel entries;
    private final List<Stage.GuestTable> tables;

    Things(Stretch moment) {
        this.names = moment.stage().names();
        this.entries = new EntriesByLevel(moment.state());
        this.tables = moment.stage().tables();
    }

    /// What the thing is called; a field of an entry by its name.
    String words(String expression) throws Unresolved {
        Thing thing = thing(expression);
        String field = new Arguments(Expressions.words(expression)).rest(3);
        return thing instanceof Thing.Bits bits
                ? PROBLEMS.get("things.of", field, bits.entry().words())
                : thing.words();
    }

    Thing thing(String expression) throws Unresolved {
        List<String> all = Expressions.words(expression);
        Arguments words = new Arguments(all);
        return switch (words.get(0, PROBLEMS.get("things.thing"))) {
            case "gpte" -> guestEntry(words);
            case "spte" -> shadowEntry(words);
            case "table" -> table(words);
            case "page" ->
                    new Thing.ShadowTable(entries.page(level(words), address(words, 2)).id());
            case "guest-bits" -> ruler(Thing.Ruler.Side.GUEST, words);
            case "shadow-bits" -> ruler(Thing.Ruler.Side.SHADOW, words);
            case "register" -> register(words.get(1, PROBLEMS.get("things.register")));
            case "memory" -> new Thing.Memory(new Gpa(address(words, 1)));
            default -> throw new Unresolved(PROBLEMS.get("things.begins-no-thing", all.getFirst()));
        };
    }

    private static int level(Arguments words) throws Unresolved {
        return Levels.of(words.get(1, PROBLEMS.get("things.pte-pde-pdpte")));
    }

    private long address(Arguments words, int at) throws Unresolved {
        return names.address(words.get(at, PROBLEMS.get("things.address")));
    }

    private Thing guestEntry(Arguments words) throws Unresolved {
        GuestStep step = entries.guest(level(words), address(words, 2));
        return bits(step.thing(), step.layout(), words.rest(3));
    }

    private Thing shadowEntry(Arguments words) throws Unresolved {
        ShadowStep step = entries.shadow(level(words), address(words, 2));
        return bits(step.thing(), step.layout(), words.rest(3));
    }

    private static Thing bits(Thing.Place of, Layout layout, String field) throws Unresolved {
        if (field.isEmpty()) {
            return of;
        }
        return layout.fields().stream()
                .filter(f -> f.name().equals(field))
                .findFirst()
                .<Thing>map(f -> new Thing.Bits(of, f.high(), f.low()))
                .orElseThrow(
                        () -> new Unresolved(PROBLEMS.get("things.has-no-field", layout, field)));
    }

    private Thing table(Arguments words) throws Unresolved {
        if (words.size() > 2) {
            return new Thing.GuestTable(entries.guest(level(words), address(words, 2)).table());
        }
        long gpa = address(words, 1);
        Optional<Stage.GuestTable> found = tables.stream().filter(t -> t.gpa() == gpa).findFirst();
        if (found.isEmpty()) {
            throw new Unresolved(PROBLEMS.get("things.no-guest-table", Hex.prefixed(gpa)));
        }
        return new Thing.GuestTable(new Gpa(gpa).gfn());
    }

    private static Thing ruler(Thing.Ruler.Side side, Arguments words) throws Unresolved {
        Field bits = Arguments.bits(words.get(1, PROBLEMS.get("things.bits-such-as")));
        return new Thing.Ruler(side, bits.high(), bits.low());
    }

    private static Thing register(String name) throws Unresolved {
        Arguments.register(name);
        return new Thing.Register(name);
    }
}
