package shadewalk.lesson.play;

import java.util.Locale;
import shadewalk.bits.Field;
import shadewalk.state.SpteAt;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;

/// A thing in a picture that a lesson points at.
public sealed interface Spot {

    /// The thing's address in a picture: `gfn5/e770`, `sp3/spte17`, `pae_root/e3`.
    String id();

    /// What it is called: `entry 770 of the guest's table in gfn 5`.
    String words();

    /// An entry of a guest table.
    record GuestEntry(int level, Gpa at, int index) implements Spot {
        @Override
        public String id() {
            return "gfn" + at.gfn() + "/e" + index;
        }

        @Override
        public String words() {
            return "entry " + index + " of the guest's table in gfn " + at.gfn();
        }
    }

    /// A guest table.
    record GuestTable(Gfn gfn) implements Spot {
        @Override
        public String id() {
            return "gfn" + gfn;
        }

        @Override
        public String words() {
            return "the guest's table in gfn " + gfn;
        }
    }

    /// An entry of a shadow page.
    record ShadowEntry(int level, SpteAt at) implements Spot {
        @Override
        public String id() {
            return at.toString();
        }

        @Override
        public String words() {
            return "entry " + at.index() + " of shadow page sp" + at.page();
        }
    }

    /// An entry of `pae_root`, 0 to 3.
    record RootEntry(int quarter) implements Spot {
        @Override
        public String id() {
            return "pae_root/e" + quarter;
        }

        @Override
        public String words() {
            return "entry " + quarter + " of pae_root";
        }
    }

    /// A shadow page.
    record ShadowTable(int page) implements Spot {
        @Override
        public String id() {
            return "sp" + page;
        }

        @Override
        public String words() {
            return "shadow page sp" + page;
        }
    }

    /// Bits of the address on the ruler.
    ///
    /// @param shadow whether as the shadow walk cuts the address, or as the guest's does
    record Ruler(boolean shadow, int high, int low) implements Spot {
        @Override
        public String id() {
            return "ruler/" + (shadow ? "shadow" : "guest") + "/" + high + ":" + low;
        }

        @Override
        public String words() {
            return "bits "
                    + high
                    + ":"
                    + low
                    + " as the "
                    + (shadow ? "shadow" : "guest")
                    + " cuts the address";
        }
    }

    /// A bit or field of a guest or shadow entry: `gfn5/e1/bits7-7`.
    ///
    /// @param of the entry
    record Bits(Spot of, Field field) implements Spot {
        @Override
        public String id() {
            return of.id() + "/bits" + field.high() + "-" + field.low();
        }

        @Override
        public String words() {
            return field.name() + " of " + of.words();
        }
    }

    /// A control register, `cr3`.
    record Register(String name) implements Spot {
        @Override
        public String id() {
            return name;
        }

        @Override
        public String words() {
            return "the register " + name.toUpperCase(Locale.ROOT);
        }
    }

    /// A byte of guest memory.
    record Memory(Gpa at) implements Spot {
        @Override
        public String id() {
            return "memory/" + at;
        }

        @Override
        public String words() {
            return "the page that holds " + at;
        }
    }
}
