package shadewalk.read;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shadewalk.state.SpteAt;
import shadewalk.x86.Gfn;

/// What a shape's id is the address of.
///
/// | id             | thing                                                        |
/// |----------------|--------------------------------------------------------------|
/// | `gfn4`         | the guest table in guest frame 4 (hexadecimal)               |
/// | `gfn4/e770`    | its entry 770                                                |
/// | `sp3`          | shadow page 3                                                |
/// | `sp3/spte17`   | its entry 17                                                 |
/// | `pae_root`     | the four entries that are no shadow page                     |
/// | `pae_root/e3`  | entry 3 of them                                              |
///
/// What belongs to a thing without being one has a longer id, `sp3/spte17/value`; what shows the
/// thing once more in another place is called an echo, `sp3/spte17/echo2`. A guest table that
/// stands in a picture twice, because it is reached at two levels, has its level behind an at sign
/// the second time: `gfn4@1/e770`.
public sealed interface Thing {

    /// A guest page table.
    record GuestTable(Gfn gfn) implements Thing {
        @Override
        public String id() {
            return "gfn" + gfn;
        }
    }

    /// An entry of a guest page table.
    record GuestEntry(Gfn gfn, int index) implements Thing {
        @Override
        public String id() {
            return "gfn" + gfn + "/e" + index;
        }
    }

    /// A shadow page.
    record ShadowTable(int page) implements Thing {
        @Override
        public String id() {
            return "sp" + page;
        }
    }

    /// An entry of a shadow page.
    record ShadowEntry(SpteAt at) implements Thing {
        @Override
        public String id() {
            return at.toString();
        }
    }

    /// All of `pae_root`.
    record PaeRoot() implements Thing {
        @Override
        public String id() {
            return "pae_root";
        }
    }

    /// An entry of `pae_root`.
    record RootEntry(int index) implements Thing {
        @Override
        public String id() {
            return "pae_root/e" + index;
        }
    }

    /// The address of the thing.
    String id();

    /// The table that an entry is in; nothing for what is no entry.
    default Optional<Thing> table() {
        return switch (this) {
            case GuestEntry e -> Optional.of(new GuestTable(e.gfn()));
            case ShadowEntry e -> Optional.of(new ShadowTable(e.at().page()));
            case RootEntry _ -> Optional.of(new PaeRoot());
            case GuestTable _, ShadowTable _, PaeRoot _ -> Optional.empty();
        };
    }

    /// The thing that a shape's id names or belongs to.
    static Optional<Thing> of(String id) {
        Matcher guest = Patterns.GUEST.matcher(id);
        if (guest.lookingAt()) {
            Gfn gfn = new Gfn(Long.parseUnsignedLong(guest.group(1), 16));
            return Optional.of(
                    guest.group(2) == null
                            ? new GuestTable(gfn)
                            : new GuestEntry(gfn, Integer.parseInt(guest.group(2))));
        }
        Matcher shadow = Patterns.SHADOW.matcher(id);
        if (shadow.lookingAt()) {
            int page = Integer.parseInt(shadow.group(1));
            return Optional.of(
                    shadow.group(2) == null
                            ? new ShadowTable(page)
                            : new ShadowEntry(new SpteAt(page, Integer.parseInt(shadow.group(2)))));
        }
        Matcher root = Patterns.ROOT.matcher(id);
        if (root.lookingAt()) {
            return Optional.of(
                    root.group(1) == null
                            ? new PaeRoot()
                            : new RootEntry(Integer.parseInt(root.group(1))));
        }
        return Optional.empty();
    }

    /// What the id of another showing of this thing begins with.
    default String echo() {
        return id() + "/echo";
    }

    /// How the ids are written.
    final class Patterns {

        private static final Pattern GUEST =
                Pattern.compile("gfn([0-9a-f]{1,13})(?:@[0-9])?(?:/e(\\d{1,4}))?(?=/|$)");
        private static final Pattern SHADOW =
                Pattern.compile("sp(\\d{1,9})(?:/spte(\\d{1,3}))?(?=/|$)");
        private static final Pattern ROOT = Pattern.compile("pae_root(?:/e([0-3]))?(?=/|$)");

        private Patterns() {}
    }
}
