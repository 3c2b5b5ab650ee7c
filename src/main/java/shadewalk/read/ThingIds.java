package shadewalk.read;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shadewalk.state.SpteAt;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Pfn;

/// Reads the ids of things.
final class ThingIds {

    private static final Pattern GUEST =
            Pattern.compile("gfn([0-9a-f]{1,13})(?:@[0-9])?(?:/e(\\d{1,4}))?(?=/|$)");
    private static final Pattern SHADOW =
            Pattern.compile("sp(\\d{1,9})(?:/spte(\\d{1,3}))?(?=/|$)");
    private static final Pattern ROOT = Pattern.compile("pae_root(?:/e([0-3]))?(?=/|$)");
    private static final Pattern ROLE = Pattern.compile("sp(\\d{1,9})/role");
    private static final Pattern BITS = Pattern.compile("(.+)/bits(\\d{1,2})-(\\d{1,2})");
    private static final Pattern RULER =
            Pattern.compile("ruler/(guest|shadow)/(\\d{1,2}):(\\d{1,2})");
    private static final Pattern ADDRESS_BIT = Pattern.compile("ruler/bit/(\\d{1,2})");
    private static final Pattern REGISTER = Pattern.compile("cr[0234]|efer");
    private static final Pattern MEMORY = Pattern.compile("memory/0x([0-9a-f]{1,13})");
    private static final Pattern PAGE = Pattern.compile("page([0-9a-f]{1,13})");
    private static final Pattern FRAME = Pattern.compile("pfn([0-9a-f]{1,13})");
    private static final Pattern IN_BRACKETS = Pattern.compile("(.+)\\[(\\d{1,4})]");

    private ThingIds() {}

    /// The thing whose id this is, letter for letter.
    static Optional<Thing> thing(String id) {
        return place(id)
                .<Thing>map(place -> place)
                .filter(place -> place.id().equals(id))
                .or(() -> part(id).filter(part -> part.id().equals(id)));
    }

    /// The thing that is meant by an id, or by a table or entry as the pictures write it.
    static Optional<Thing> typed(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace(" ", "");
        Matcher entry = IN_BRACKETS.matcher(plain);
        if (!entry.matches()) {
            return thing(plain);
        }
        String table = entry.group(1);
        return thing(table + (table.startsWith("sp") ? "/spte" : "/e") + entry.group(2));
    }

    /// The table or entry that an id names, or that something of this id belongs to.
    static Optional<Thing.Place> place(String id) {
        return switch (id.isEmpty() ? ' ' : id.charAt(0)) {
            case 'g' -> guest(GUEST.matcher(id));
            case 's' -> shadow(SHADOW.matcher(id));
            case 'p' -> root(ROOT.matcher(id));
            default -> Optional.empty();
        };
    }

    private static Optional<Thing.Place> guest(Matcher id) {
        if (!id.lookingAt()) {
            return Optional.empty();
        }
        Gfn gfn = new Gfn(Long.parseUnsignedLong(id.group(1), 16));
        return Optional.of(
                id.group(2) == null
                        ? new Thing.GuestTable(gfn)
                        : new Thing.GuestEntry(gfn, number(id, 2)));
    }

    private static Optional<Thing.Place> shadow(Matcher id) {
        if (!id.lookingAt()) {
            return Optional.empty();
        }
        int page = number(id, 1);
        return Optional.of(
                id.group(2) == null
                        ? new Thing.ShadowTable(page)
                        : new Thing.ShadowEntry(new SpteAt(page, number(id, 2))));
    }

    private static Optional<Thing.Place> root(Matcher id) {
        if (!id.lookingAt()) {
            return Optional.empty();
        }
        return Optional.of(
                id.group(1) == null ? new Thing.PaeRoot() : new Thing.RootEntry(number(id, 1)));
    }

    /// The smallest thing that something of this id belongs to.
    static Optional<Thing> smallest(String id) {
        for (String part = id; !part.isEmpty(); part = outer(part)) {
            Optional<Thing> found = part(part);
            if (found.isPresent()) {
                return found;
            }
        }
        return place(id).map(place -> place);
    }

    private static String outer(String id) {
        return id.substring(0, Math.max(0, id.lastIndexOf('/')));
    }

    private static Optional<Thing> part(String id) {
        Matcher role = ROLE.matcher(id);
        if (role.matches()) {
            return Optional.of(new Thing.Role(number(role, 1)));
        }
        Matcher bits = BITS.matcher(id);
        if (bits.matches()) {
            return place(bits.group(1))
                    .map(entry -> new Thing.Bits(entry, number(bits, 2), number(bits, 3)));
        }
        Matcher ruler = RULER.matcher(id);
        if (ruler.matches()) {
            var side = Thing.Ruler.Side.valueOf(ruler.group(1).toUpperCase(Locale.ROOT));
            return Optional.of(new Thing.Ruler(side, number(ruler, 2), number(ruler, 3)));
        }
        Matcher bit = ADDRESS_BIT.matcher(id);
        if (bit.matches()) {
            return Optional.of(new Thing.AddressBit(number(bit, 1)));
        }
        Matcher memory = MEMORY.matcher(id);
        if (memory.matches()) {
            return Optional.of(new Thing.Memory(new Gpa(hex(memory))));
        }
        Matcher page = PAGE.matcher(id);
        if (page.matches()) {
            return Optional.of(new Thing.MemoryPage(new Gfn(hex(page))));
        }
        Matcher frame = FRAME.matcher(id);
        if (frame.matches()) {
            return Optional.of(new Thing.HostFrame(new Pfn(hex(frame))));
        }
        if (id.equals("cr3/host")) {
            return Optional.of(new Thing.HostCr3());
        }
        return REGISTER.matcher(id).matches()
                ? Optional.of(new Thing.Register(id))
                : Optional.empty();
    }

    private static long hex(Matcher id) {
        return Long.parseLong(id.group(1), 16);
    }

    private static int number(Matcher id, int group) {
        return Integer.parseInt(id.group(group));
    }
}
