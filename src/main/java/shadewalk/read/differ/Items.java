package shadewalk.read.differ;

import java.util.ArrayList;
import java.util.List;

/// Collects what differs, and counts what is too much to be told.
final class Items {

    /// How many are told.
    private static final int MOST = 1000;

    private final List<Item> items = new ArrayList<>();
    private int more;

    void add(Item item) {
        if (items.size() < MOST) {
            items.add(item);
        } else {
            more++;
        }
    }

    /// Adds a thing without a place if its two sides differ.
    void compare(Item.Kind kind, String what, String left, String right) {
        if (!left.equals(right)) {
            add(Item.of(kind, what, left, right));
        }
    }

    List<Item> told() {
        return items;
    }

    /// How many there are besides.
    int more() {
        return more;
    }
}
