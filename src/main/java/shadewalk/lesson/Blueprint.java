package shadewalk.lesson;

import java.util.List;
import java.util.Map;
import shadewalk.scenario.Mode;

/// A lesson's machine as its author describes it: no entry is computed by hand. Addresses are
/// texts, a number or a name with an offset; [MachineBuilder] works them out.
///
/// @param cr0 names of bits beside those that the mode needs
/// @param cr4 names of bits beside those that the mode needs
/// @param efer names of bits beside those that the mode needs
/// @param root name of the root table that CR3 points to; empty for the first
/// @param slots empty for one of 16 MiB at 0
/// @param names addresses with names
/// @param mmuPages limit on shadow pages, 0 for KVM's rule
/// @param mmio what a device returns to every read
public record Blueprint(
        Mode mode,
        List<String> cr0,
        List<String> cr4,
        List<String> efer,
        String root,
        List<Slot> slots,
        List<Table> tables,
        List<Mapping> maps,
        List<Share> shares,
        List<SelfMap> selfMaps,
        List<Data> data,
        Map<String, String> names,
        int mmuPages,
        long mmio) {

    /// Flags of entries for tables, unless the lesson says otherwise.
    public static final String UPPER_FLAGS = "user writable";

    /// Flags of entries for pages, unless the lesson says otherwise.
    public static final String LEAF_FLAGS = "writable";

    public Blueprint {
        cr0 = List.copyOf(cr0);
        cr4 = List.copyOf(cr4);
        efer = List.copyOf(efer);
        slots = List.copyOf(slots);
        tables = List.copyOf(tables);
        maps = List.copyOf(maps);
        shares = List.copyOf(shares);
        selfMaps = List.copyOf(selfMaps);
        data = List.copyOf(data);
    }

    /// A memslot.
    ///
    /// @param bytes a multiple of 4 KiB
    /// @param flags of `ro`, `log`, `thp`
    public record Slot(int id, long gpa, long bytes, List<String> flags) {

        public Slot {
            flags = List.copyOf(flags);
        }
    }

    /// A guest table with a name and perhaps a place.
    ///
    /// @param level 1 for a table of pages
    /// @param at where it lies; empty to let it be placed
    /// @param covers an address whose walk uses it; empty for a root
    /// @param root the root it belongs to; empty for the first
    /// @param flags of the entry that names it
    public record Table(
            String name, int level, String at, String covers, String root, String flags) {}

    /// Pages in a row, mapped in a row.
    ///
    /// @param name may be empty; else it stands for the gva, and `name.gpa` for the gpa
    /// @param page `4K`, `2M`, `4M` or `1G`
    /// @param upper flags of the entries above that have to be made for it
    public record Mapping(
            String name,
            String gva,
            String gpa,
            String page,
            int count,
            String flags,
            String upper,
            String root) {

        /// The level of the entries: 1 for 4 KiB pages.
        public int level() {
            return switch (page) {
                case "4K" -> 1;
                case "2M", "4M" -> 2;
                default -> 3;
            };
        }

        /// Bytes in one page.
        public long pageBytes() {
            return switch (page) {
                case "4K" -> 4L << 10;
                case "2M" -> 2L << 20;
                case "4M" -> 4L << 20;
                default -> 1L << 30;
            };
        }

        /// Bytes in all pages.
        public long bytes() {
            return count * pageBytes();
        }
    }

    /// A table that is there already, hung in at another address too.
    public record Share(String table, String gva, String root, String flags) {}

    /// An entry of the root table that points at the root table.
    public record SelfMap(String gva, String root, String flags) {}

    /// Words in guest memory.
    ///
    /// @param bytes 4 or 8 for each word
    public record Data(String name, String at, int bytes, List<Long> words) {

        public Data {
            words = List.copyOf(words);
        }
    }
}
