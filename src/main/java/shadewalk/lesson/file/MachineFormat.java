package shadewalk.lesson.file;

import static shadewalk.lesson.file.Shapes.ADDRESS;
import static shadewalk.lesson.file.Shapes.FLAGS;
import static shadewalk.lesson.file.Shapes.NAME;
import static shadewalk.lesson.file.Shapes.SIZE;
import static shadewalk.lesson.file.Shapes.many;
import static shadewalk.lesson.json.Shape.may;
import static shadewalk.lesson.json.Shape.must;

import java.util.List;
import shadewalk.bits.Field;
import shadewalk.bits.Layout;
import shadewalk.lesson.json.Shape;
import shadewalk.scenario.Machine;
import shadewalk.state.Memslot;
import shadewalk.x86.Cr0;
import shadewalk.x86.Cr4;
import shadewalk.x86.Efer;

/// The `machine` of a lesson file.
final class MachineFormat {

    static final Shape.Thing MACHINE =
            new Shape.Thing(
                    "a machine",
                    List.of(
                            must(
                                    "mode",
                                    new Shape.Choice(List.of("nonpaging", "32", "pae", "64")),
                                    "the guest's paging mode."),
                            may("cr0", bits(Cr0.LAYOUT), "CR0 bits that are set; WP if left out."),
                            may(
                                    "cr4",
                                    bits(Cr4.LAYOUT, "UMIP", "LA57", "PCIDE", "PKE"),
                                    "CR4 bits that are set."),
                            may(
                                    "efer",
                                    bits(Efer.LAYOUT, "SVME", "LMSLE"),
                                    "EFER bits that are set."),
                            may("cr3", NAME, "name of the root table; the first if left out."),
                            may(
                                    "memslots",
                                    many(slot(), 1, Memslot.MAX_SLOTS),
                                    "guest memory; 16 MiB at 0 if left out."),
                            may("tables", many(table(), 0, 200), "guest tables with names."),
                            may("map", many(mapping(), 0, 200), "pages the guest has mapped."),
                            may("share", many(share(), 0, 50), "tables used at two addresses."),
                            may("selfMap", many(selfMap(), 0, 8), "recursive entries."),
                            may("data", many(data(), 0, 2_000), "words in guest memory."),
                            may(
                                    "names",
                                    new Shape.Dictionary(
                                            ADDRESS,
                                            100,
                                            "[a-z][A-Za-z0-9_-]{0,23}",
                                            "a name that begins with a small letter"),
                                    "addresses with names."),
                            may(
                                    "mmuPages",
                                    new Shape.Whole(Machine.MIN_MMU_PAGES, 1_000_000),
                                    "limit on shadow pages; KVM's own rule if left out."),
                            may("mmio", SIZE, "what a device returns to every read.")));

    private MachineFormat() {}

    private static Shape.Thing slot() {
        return new Shape.Thing(
                "a memslot",
                List.of(
                        must("id", new Shape.Whole(0, Memslot.MAX_SLOTS - 1), "its number."),
                        must("gpa", SIZE, "where it begins, a multiple of 4 KiB."),
                        must("size", SIZE, "its bytes, such as \"16M\"."),
                        may(
                                "flags",
                                many(new Shape.Choice(List.of("ro", "log", "thp")), 0, 3),
                                "read-only, dirty-logged, huge host pages.")));
    }

    private static Shape.Thing table() {
        return new Shape.Thing(
                "a table",
                List.of(
                        must("name", NAME, "what it is called."),
                        must("level", new Shape.Whole(1, 4), "1 for a table of pages."),
                        may("at", ADDRESS, "where it lies in guest memory."),
                        may("for", ADDRESS, "an address whose walk uses it; none for a root."),
                        may("root", NAME, "the root it belongs to; the first if left out."),
                        may("flags", FLAGS, "of the entry that names it; \"user writable\".")));
    }

    private static Shape.Thing mapping() {
        return new Shape.Thing(
                "a mapping",
                List.of(
                        may("name", NAME, "stands for the gva, and name.gpa for the gpa."),
                        must("gva", ADDRESS, "the first address."),
                        must("gpa", ADDRESS, "where it leads."),
                        may(
                                "page",
                                new Shape.Choice(List.of("4K", "2M", "4M", "1G")),
                                "the size of one page; 4K if left out."),
                        may("count", new Shape.Whole(1, 4_096), "how many pages in a row; 1."),
                        may("flags", FLAGS, "of its entries; \"writable\" if left out."),
                        may("upper", FLAGS, "of entries made above; \"user writable\"."),
                        may("root", NAME, "the root it belongs to; the first if left out.")));
    }

    private static Shape.Thing share() {
        return new Shape.Thing(
                "a shared table",
                List.of(
                        must("table", NAME, "a table with a name."),
                        must("gva", ADDRESS, "where else it is used."),
                        may("root", NAME, "the root it is hung into; the first if left out."),
                        may("flags", FLAGS, "of the entry; \"user writable\" if left out.")));
    }

    private static Shape.Thing selfMap() {
        return new Shape.Thing(
                "a self-map",
                List.of(
                        must("gva", ADDRESS, "an address in the entry's range."),
                        may("root", NAME, "the root; the first if left out."),
                        may("flags", FLAGS, "of the entry; \"writable\" if left out.")));
    }

    private static Shape.Thing data() {
        return new Shape.Thing(
                "data",
                List.of(
                        may("name", NAME, "stands for where it begins."),
                        must("at", ADDRESS, "where in guest memory."),
                        may("bytes", new Shape.Whole(1, 8), "of one word: 4 or 8; 4 if left out."),
                        must("words", many(new Shape.Unsigned(false), 1, 1_024), "the words.")));
    }

    /// The bits of a register, without those that the model's processor does not have.
    private static Shape bits(Layout layout, String... without) {
        List<String> names =
                layout.fields().stream()
                        .map(Field::name)
                        .filter(name -> !List.of(without).contains(name))
                        .toList();
        return many(new Shape.Choice(names), 0, names.size());
    }
}
