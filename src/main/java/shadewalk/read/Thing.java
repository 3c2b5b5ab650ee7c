package shadewalk.read;

import static shadewalk.text.Texts.ANSWERS;

import java.util.Locale;
import java.util.Optional;
import shadewalk.state.SpteAt;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Pfn;

/// A thing that can be pointed at. Its id is its address everywhere: in pictures, lessons, files,
/// the window and on the command line.
///
/// | id                   | thing                                                              |
/// |----------------------|--------------------------------------------------------------------|
/// | `gfn4`               | the guest table in guest frame 4 (hexadecimal)                     |
/// | `gfn4/e770`          | its entry 770                                                      |
/// | `sp3`                | shadow page 3                                                      |
/// | `sp3/spte17`         | its entry 17                                                       |
/// | `pae_root`           | the four entries that are no shadow page                           |
/// | `pae_root/e3`        | entry 3 of them                                                    |
/// | `sp3/role`           | the role of shadow page 3                                          |
/// | `gfn4/e770/bits11-9` | bits of an entry                                                   |
/// | `ruler/guest/31:22`  | bits of the address as the guest's walk cuts it, or `ruler/shadow` |
/// | `ruler/bit/22`       | one bit of the address                                             |
/// | `cr3`, `cr3/host`    | a control register; the CR3 that the processor really uses         |
/// | `memory/0x13234`     | a byte of guest memory                                             |
/// | `page13`, `pfn2f`    | a page of guest memory; a frame of the host's                      |
///
/// A shape that belongs to a thing without being one has a longer id, `sp3/spte17/value`; one that
/// shows the thing once more in another place is called an echo, `sp3/spte17/echo2`. A guest table
/// that stands in a picture twice, because it is reached at two levels, has its level behind an at
/// sign the second time: `gfn4@1/e770`.
public sealed interface Thing {

    /// A table or an entry of one: what the two walks go through.
    sealed interface Place extends Thing {}

    /// A guest page table.
    record GuestTable(Gfn gfn) implements Place {}

    /// An entry of a guest page table.
    record GuestEntry(Gfn gfn, int index) implements Place {}

    /// A shadow page.
    record ShadowTable(int page) implements Place {}

    /// An entry of a shadow page.
    record ShadowEntry(SpteAt at) implements Place {}

    /// All of `pae_root`.
    record PaeRoot() implements Place {}

    /// An entry of `pae_root`, 0 to 3.
    record RootEntry(int index) implements Place {}

    /// What is no table and no entry, but perhaps a part of one.
    sealed interface Part extends Thing {}

    /// The role of a shadow page.
    record Role(int page) implements Part {}

    /// A bit or a field of an entry.
    record Bits(Place entry, int high, int low) implements Part {
        /// Whether all of some bits are among these.
        public boolean hold(Bits bits) {
            return entry.equals(bits.entry) && high >= bits.high && low <= bits.low;
        }
    }

    /// Bits of the address on the ruler.
    record Ruler(Side side, int high, int low) implements Part {
        /// Whose walk cuts the address.
        public enum Side {
            GUEST,
            SHADOW;

            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        public boolean holds(AddressBit bit) {
            return bit.number() <= high && bit.number() >= low;
        }
    }

    /// One bit of the address on the ruler.
    record AddressBit(int number) implements Part {}

    /// A control register, `cr3`.
    record Register(String name) implements Part {}

    /// The CR3 that the processor uses while the guest believes in its own.
    record HostCr3() implements Part {}

    /// A page of guest memory.
    record MemoryPage(Gfn gfn) implements Part {}

    /// A page of the host's memory.
    record HostFrame(Pfn pfn) implements Part {}

    /// A byte of guest memory.
    record Memory(Gpa at) implements Part {}

    /// The address of the thing, which [ThingIds] reads.
    default String id() {
        return switch (this) {
            case GuestTable(var gfn) -> "gfn" + gfn;
            case GuestEntry(var gfn, var index) -> "gfn" + gfn + "/e" + index;
            case ShadowTable(var page) -> "sp" + page;
            case ShadowEntry(var at) -> at.toString();
            case PaeRoot _ -> "pae_root";
            case RootEntry(var index) -> "pae_root/e" + index;
            case Role(var page) -> "sp" + page + "/role";
            case Bits(var entry, var high, var low) -> entry.id() + "/bits" + high + "-" + low;
            case Ruler(var side, var high, var low) ->
                    "ruler/" + side.word() + "/" + high + ":" + low;
            case AddressBit(var number) -> "ruler/bit/" + number;
            case Register(var name) -> name;
            case HostCr3 _ -> "cr3/host";
            case MemoryPage(var gfn) -> "page" + gfn;
            case HostFrame(var pfn) -> "pfn" + pfn;
            case Memory(var at) -> "memory/" + at;
        };
    }

    /// What it is called: `entry 770 of the guest's table in gfn 5`.
    default String words() {
        return switch (this) {
            case GuestTable(var gfn) -> ANSWERS.get("thing.guest-table-in", gfn);
            case GuestEntry(var gfn, var index) ->
                    ANSWERS.get("thing.entry-guest-table", index, gfn);
            case ShadowTable(var page) -> ANSWERS.get("thing.shadow-page-sp", page);
            case ShadowEntry(var at) ->
                    ANSWERS.get("thing.entry-shadow-page", at.index(), at.page());
            case PaeRoot _ -> "pae_root";
            case RootEntry(var index) -> ANSWERS.get("thing.entry-pae-root", index);
            case Role(var page) -> ANSWERS.get("thing.role-shadow-page", page);
            case Bits(var entry, var high, var low) ->
                    ANSWERS.get(
                            high == low ? "thing.bit-of" : "thing.bits-of",
                            low,
                            high,
                            entry.words());
            case Ruler(var side, var high, var low) ->
                    ANSWERS.get("thing.bits-as-cuts", high, low, side.word());
            case AddressBit(var number) -> ANSWERS.get("thing.bit-address", number);
            case Register(var name) -> ANSWERS.get("thing.register", name.toUpperCase(Locale.ROOT));
            case HostCr3 _ -> ANSWERS.get("thing.cr3-processor-uses");
            case MemoryPage(var gfn) -> ANSWERS.get("thing.page-in-gfn", gfn);
            case HostFrame(var pfn) -> ANSWERS.get("thing.host-frame", pfn);
            case Memory(var at) -> ANSWERS.get("thing.page-holds", at);
        };
    }

    /// How the pictures write it: `sp12[5]`, `gfn 1f[770]`, `pae_root[3]`; else its id.
    default String written() {
        return switch (this) {
            case GuestTable(var gfn) -> ANSWERS.get("thing.gfn", gfn);
            case GuestEntry(var gfn, var index) -> ANSWERS.get("thing.gfn-2", gfn, index);
            case ShadowEntry(var at) -> "sp" + at.page() + "[" + at.index() + "]";
            case RootEntry(var index) -> "pae_root[" + index + "]";
            case ShadowTable _, PaeRoot _, Part _ -> id();
        };
    }

    /// The table or entry that this is, or is a part of.
    default Optional<Place> place() {
        return switch (this) {
            case Place place -> Optional.of(place);
            case Role(var page) -> Optional.of(new ShadowTable(page));
            case Bits bits -> Optional.of(bits.entry());
            case Ruler _, AddressBit _, Register _, HostCr3 _ -> Optional.empty();
            case MemoryPage _, HostFrame _, Memory _ -> Optional.empty();
        };
    }

    /// The table that an entry is in; nothing for what is no entry.
    default Optional<Thing> table() {
        return switch (this) {
            case GuestEntry e -> Optional.of(new GuestTable(e.gfn()));
            case ShadowEntry e -> Optional.of(new ShadowTable(e.at().page()));
            case RootEntry _ -> Optional.of(new PaeRoot());
            case GuestTable _, ShadowTable _, PaeRoot _, Part _ -> Optional.empty();
        };
    }

    /// What the id of another showing of this thing begins with.
    default String echo() {
        return id() + "/echo";
    }
}
