package shadewalk.lesson;

import java.util.List;
import java.util.Map;
import shadewalk.lesson.Fitting.Address;
import shadewalk.lesson.Fitting.Flags;
import shadewalk.lesson.Fitting.Name;
import shadewalk.lesson.Fitting.Size;
import shadewalk.lesson.json.Marks.Called;
import shadewalk.lesson.json.Marks.Choice;
import shadewalk.lesson.json.Marks.Many;
import shadewalk.lesson.json.Marks.May;
import shadewalk.lesson.json.Marks.Must;
import shadewalk.lesson.json.Marks.Text;
import shadewalk.lesson.json.Marks.Unsigned;
import shadewalk.lesson.json.Marks.Whole;
import shadewalk.scenario.Machine;
import shadewalk.scenario.Mode;
import shadewalk.state.Memslot;

/// A lesson's machine as its author describes it: no entry is computed by hand. Addresses are
/// texts, a number or a name with an offset; [MachineBuilder] works them out.
///
/// @param root empty for the first table
/// @param slots empty for one of 16 MiB at 0
/// @param mmuPages 0 for KVM's rule
@Called("a machine")
public record Blueprint(
        @Must("the guest's paging mode.") Mode mode,
        @May(value = "CR0 bits that are set; WP if left out.", otherwise = "WP") @Many
                List<@Choice(of = RegisterBits.OfCr0.class) String> cr0,
        @May("CR4 bits that are set.") @Many
                List<@Choice(of = RegisterBits.OfCr4.class) String> cr4,
        @May("EFER bits that are set.") @Many
                List<@Choice(of = RegisterBits.OfEfer.class) String> efer,
        @May(value = "name of the root table; the first if left out.", as = "cr3") @Name
                String root,
        @May(value = "guest memory; 16 MiB at 0 if left out.", as = "memslots")
                @Many(min = 1, max = Memslot.MAX_SLOTS)
                List<Slot> slots,
        @May("guest tables with names.") @Many(max = 200) List<Table> tables,
        @May(value = "pages the guest has mapped.", as = "map") @Many(max = 200) List<Mapping> maps,
        @May(value = "tables used at two addresses.", as = "share") @Many(max = 50)
                List<Share> shares,
        @May(value = "recursive entries.", as = "selfMap") @Many(max = 8) List<SelfMap> selfMaps,
        @May("words in guest memory.") @Many(max = 2_000) List<Data> data,
        @May("addresses with names.") @Many(max = 100)
                Map<
                                @Text(
                                        max = 24,
                                        pattern = "[a-z][A-Za-z0-9_-]{0,23}",
                                        form = "a name that begins with a small letter")
                                String,
                                @Address String>
                        names,
        @May("limit on shadow pages; KVM's own rule if left out.")
                @Whole(min = Machine.MIN_MMU_PAGES, max = 1_000_000)
                int mmuPages,
        @May(value = "what a device returns to every read.", otherwise = "" + Machine.MMIO_VALUE)
                @Size
                long mmio) {

    /// Flags of entries for tables, unless the lesson says otherwise.
    public static final String UPPER_FLAGS = "user writable";

    /// Flags of entries for pages, unless the lesson says otherwise.
    public static final String LEAF_FLAGS = "writable";

    /// A memslot.
    @Called("a memslot")
    public record Slot(
            @Must("its number.") @Whole(min = 0, max = Memslot.MAX_SLOTS - 1) int id,
            @Must("where it begins, a multiple of 4 KiB.") @Size long gpa,
            @Must(value = "its bytes, such as \"16M\".", as = "size") @Size long bytes,
            @May("read-only, dirty-logged, huge host pages.") @Many
                    List<@Choice({"ro", "log", "thp"}) String> flags) {}

    /// A guest table with a name and perhaps a place.
    ///
    /// @param at empty to let it be placed
    @Called("a table")
    public record Table(
            @Must("what it is called.") @Name String name,
            @Must("1 for a table of pages.") @Whole(min = 1, max = 4) int level,
            @May("where it lies in guest memory.") @Address String at,
            @May(value = "an address whose walk uses it; none for a root.", as = "for") @Address
                    String covers,
            @May("the root it belongs to; the first if left out.") @Name String root,
            @May(value = "of the entry that names it; \"user writable\".", otherwise = UPPER_FLAGS)
                    @Flags
                    String flags) {}

    /// Pages in a row, mapped in a row.
    @Called("a mapping")
    public record Mapping(
            @May("stands for the gva, and name.gpa for the gpa.") @Name String name,
            @Must("the first address.") @Address String gva,
            @Must("where it leads.") @Address String gpa,
            @May(value = "the size of one page; 4K if left out.", otherwise = "4K")
                    @Choice({"4K", "2M", "4M", "1G"})
                    String page,
            @May(value = "how many pages in a row; 1.", otherwise = "1")
                    @Whole(min = 1, max = 4_096)
                    int count,
            @May(value = "of its entries; \"writable\" if left out.", otherwise = LEAF_FLAGS) @Flags
                    String flags,
            @May(value = "of entries made above; \"user writable\".", otherwise = UPPER_FLAGS)
                    @Flags
                    String upper,
            @May("the root it belongs to; the first if left out.") @Name String root) {

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
    @Called("a shared table")
    public record Share(
            @Must("a table with a name.") @Name String table,
            @Must("where else it is used.") @Address String gva,
            @May("the root it is hung into; the first if left out.") @Name String root,
            @May(value = "of the entry; \"user writable\" if left out.", otherwise = UPPER_FLAGS)
                    @Flags
                    String flags) {}

    /// An entry of the root table that points at the root table.
    @Called("a self-map")
    public record SelfMap(
            @Must("an address in the entry's range.") @Address String gva,
            @May("the root; the first if left out.") @Name String root,
            @May(value = "of the entry; \"writable\" if left out.", otherwise = LEAF_FLAGS) @Flags
                    String flags) {}

    /// Words in guest memory.
    @Called("data")
    public record Data(
            @May("stands for where it begins.") @Name String name,
            @Must("where in guest memory.") @Address String at,
            @May(value = "of one word: 4 or 8; 4 if left out.", otherwise = "4")
                    @Whole(min = 1, max = 8)
                    int bytes,
            @Must("the words.") @Many(min = 1, max = 1_024) List<@Unsigned Long> words) {}
}
