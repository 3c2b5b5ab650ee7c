package shadewalk.read.differ;

import static shadewalk.text.Texts.ANSWERS;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.bits.Layout;
import shadewalk.read.tell.Names;
import shadewalk.state.Memslot;
import shadewalk.state.Registers;
import shadewalk.state.Stat;
import shadewalk.state.State;

/// What differs between two moments, such as the ends of two branches of one run.
///
/// @param items at most 1,000: registers and memslots first, then what the guest's memory holds,
///   then the shadow pages with their entries, then KVM's statistics
/// @param more how many differ besides
public record Difference(List<Item> items, int more) {

    public Difference {
        items = List.copyOf(items);
    }

    /// Everything that differs.
    public static Difference between(State left, State right) {
        Items items = new Items();
        registers(left.cpu().registers(), right.cpu().registers(), items);
        memslots(left, right, items);
        new GuestDifference(left, right, items).tell();
        new ShadowDifference(left, right, items).tell();
        for (Stat stat : Stat.values()) {
            items.compare(
                    Item.Kind.STATISTIC,
                    stat.kernelName(),
                    Names.count(left.stats().get(stat)),
                    Names.count(right.stats().get(stat)));
        }
        return new Difference(items.told(), items.more());
    }

    private static void registers(Registers left, Registers right, Items items) {
        for (Registers.Name name : Registers.Name.values()) {
            Optional<Layout> layout = name.layout();
            items.compare(
                    Item.Kind.REGISTER,
                    name.name(),
                    register(left.get(name), layout, left.get(name) ^ right.get(name)),
                    register(right.get(name), layout, left.get(name) ^ right.get(name)));
        }
        for (int i = 0; i < left.pdptrs().size(); i++) {
            items.compare(
                    Item.Kind.REGISTER,
                    ANSWERS.get("difference.pdpte-as-loaded", i),
                    Hex.prefixed(left.pdptrs().get(i)),
                    Hex.prefixed(right.pdptrs().get(i)));
        }
    }

    /// A register with those of its named bits that differ: `0x80000011, WP 0`.
    private static String register(long value, Optional<Layout> layout, long differing) {
        StringBuilder words = new StringBuilder(Hex.prefixed(value));
        for (Field field : layout.map(Layout::fields).orElse(List.of())) {
            if ((field.mask() & differing) != 0) {
                words.append(", ").append(field.name()).append(' ').append(field.of(value));
            }
        }
        return words.toString();
    }

    private static void memslots(State left, State right, Items items) {
        var ids = new TreeSet<Integer>();
        left.slots().slots().forEach(slot -> ids.add(slot.id()));
        right.slots().slots().forEach(slot -> ids.add(slot.id()));
        for (int id : ids) {
            items.compare(
                    Item.Kind.MEMSLOT,
                    ANSWERS.get("difference.memslot", id),
                    slot(left, id),
                    slot(right, id));
        }
    }

    private static String slot(State state, int id) {
        return state.slots().slots().stream()
                .filter(slot -> slot.id() == id)
                .findFirst()
                .map(Difference::slot)
                .orElse(Item.NOTHING);
    }

    private static String slot(Memslot slot) {
        return ANSWERS.get(
                "difference.gfn",
                slot.base(),
                slot.gfn(slot.pages() - 1),
                slot.readOnly() ? 1 : 0,
                slot.logDirty() ? 1 : 0);
    }
}
