package shadewalk.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shadewalk.state.SpteAt;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Pfn;

/// Reads the ids of things, which a [Thing] writes.
public final class ThingIds {
    private static final Pattern GUEST =
            Pattern.compile("gfn([0-9a-f]{1,13})(?:@[0-9])?(?:/e(\\d{1,4}))?(?=/|$)");
    private static final Pattern SHADOW =
            Pattern.compile("sp(\\d{1,9})(?:/spte(\\d{1,3}))?(?=/|$)");
    private static final Pattern ROOT = Pattern.compile("pae_root(?:/e([0-3]))?(?=/|$)");
    private static final Pattern IN_BRACKETS = Pattern.compile("(.+)\\[(\\d{1,4})]");

    /// How the id of what is no table and no entry is written, and what it is then.
    private record Form(Pattern id, Function<Matcher, Optional<Thing>> thing) {
        static Form of(String id, Function<Matcher, Thing> thing) {
            return new Form(Pattern.compile(id), parts -> Optional.of(thing.apply(parts)));
        }

        Optional<Thing> read(String text) {
            Matcher parts = id.matcher(text);
            return parts.matches() ? thing.apply(parts) : Optional.empty();
        }
    }

    private static final List<Form> PARTS =
            List.of(
                    Form.of("sp(\\d{1,9})/role", id -> new Thing.Role(number(id, 1))),
                    new Form(Pattern.compile("(.+)/bits(\\d{1,2})-(\\d{1,2})"), ThingIds::bits),
                    Form.of("ruler/(guest|shadow)/(\\d{1,2}):(\\d{1,2})", ThingIds::ruler),
                    Form.of("ruler/bit/(\\d{1,2})", id -> new Thing.AddressBit(number(id, 1))),
                    Form.of("memory/0x([0-9a-f]{1,13})", id -> new Thing.Memory(new Gpa(hex(id)))),
                    Form.of("page([0-9a-f]{1,13})", id -> new Thing.MemoryPage(new Gfn(hex(id)))),
                    Form.of("pfn([0-9a-f]{1,13})", id -> new Thing.HostFrame(new Pfn(hex(id)))),
                    Form.of("cr3/host", _ -> new Thing.HostCr3()),
                    Form.of("cr[0234]|efer", id -> new Thing.Register(id.group())));

    private ThingIds() {}

    /// The thing whose id this is, letter for letter.
    public static Optional<Thing> of(String id) {
        return around(id)
                .filter(place -> place.id().equals(id))
                .or(() -> part(id).filter(part -> part.id().equals(id)));
    }

    /// The thing that somebody means who writes its id, or writes it as the pictures do: `sp12[5]`,
    /// `gfn 1f[770]`, `pae_root[3]`.
    public static Optional<Thing> typed(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace(" ", "");
        Matcher entry = IN_BRACKETS.matcher(plain);
        if (!entry.matches()) {
            return of(plain);
        }
        String table = entry.group(1);
        return of(table + (table.startsWith("sp") ? "/spte" : "/e") + entry.group(2));
    }

    /// The table or entry that a shape's id names or belongs to.
    public static Optional<Thing> around(String shape) {
        return place(shape).map(place -> place);
    }

    /// The smallest thing that a shape's id names or belongs to.
    public static Optional<Thing> smallest(String shape) {
        for (String id = shape; !id.isEmpty(); id = outer(id)) {
            Optional<Thing> found = part(id);
            if (found.isPresent()) {
                return found;
            }
        }
        return around(shape);
    }

    private static String outer(String id) {
        return id.substring(0, Math.max(0, id.lastIndexOf('/')));
    }

    /// Whether somebody who points at a shape means a thing.
    ///
    /// @param shape its id
    public static boolean shows(String shape, Thing wanted) {
        return switch (wanted) {
            case Thing.Place place -> around(shape).filter(place::equals).isPresent();
            case Thing.Ruler ruler ->
                    smallest(shape).orElse(null) instanceof Thing.AddressBit bit
                            && ruler.holds(bit);
            case Thing.Memory(var at) ->
                    smallest(shape).filter(new Thing.MemoryPage(at.gfn())::equals).isPresent();
            case Thing.Part part -> smallest(shape).filter(part::equals).isPresent();
        };
    }

    private static Optional<Thing.Place> place(String id) {
        return switch (id.isEmpty() ? ' ' : id.charAt(0)) {
            case 'g' -> begin(GUEST, id).map(ThingIds::guest);
            case 's' -> begin(SHADOW, id).map(ThingIds::shadow);
            case 'p' -> begin(ROOT, id).map(ThingIds::root);
            default -> Optional.empty();
        };
    }

    private static Optional<Matcher> begin(Pattern pattern, String id) {
        Matcher parts = pattern.matcher(id);
        return parts.lookingAt() ? Optional.of(parts) : Optional.empty();
    }

    private static Thing.Place guest(Matcher id) {
        Gfn gfn = new Gfn(hex(id));
        return id.group(2) == null
                ? new Thing.GuestTable(gfn)
                : new Thing.GuestEntry(gfn, number(id, 2));
    }

    private static Thing.Place shadow(Matcher id) {
        int page = number(id, 1);
        return id.group(2) == null
                ? new Thing.ShadowTable(page)
                : new Thing.ShadowEntry(new SpteAt(page, number(id, 2)));
    }

    private static Thing.Place root(Matcher id) {
        return id.group(1) == null ? new Thing.PaeRoot() : new Thing.RootEntry(number(id, 1));
    }

    private static Optional<Thing> part(String id) {
        return PARTS.stream().flatMap(form -> form.read(id).stream()).findFirst();
    }

    private static Optional<Thing> bits(Matcher id) {
        return place(id.group(1)).map(entry -> new Thing.Bits(entry, number(id, 2), number(id, 3)));
    }

    private static Thing ruler(Matcher id) {
        var side = Thing.Ruler.Side.valueOf(id.group(1).toUpperCase(Locale.ROOT));
        return new Thing.Ruler(side, number(id, 2), number(id, 3));
    }

    private static long hex(Matcher id) {
        return Long.parseLong(id.group(1), 16);
    }

    private static int number(Matcher id, int group) {
        return Integer.parseInt(id.group(group));
    }
}
