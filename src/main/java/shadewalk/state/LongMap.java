package shadewalk.state;

import java.util.Arrays;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// An immutable map from `long` keys to values: a change makes a new map that shares all untouched
/// parts with the old one.
///
/// A 32-way tree over the key's bits, five at a time from the lowest, so that the small dense
/// numbers that shadow pages carry fill its nodes evenly. Finding and changing one of n entries
/// touches about log32(n) nodes.
public final class LongMap<V> {

    private static final int BITS = 5;

    private static final LongMap<?> EMPTY = new LongMap<>(new Node(0, new Object[0]), 0);

    private final Node root;
    private final int size;

    private LongMap(Node root, int size) {
        this.root = root;
        this.size = size;
    }

    /// The map without entries.
    @SuppressWarnings("unchecked") // holds no value of any type
    public static <V> LongMap<V> empty() {
        return (LongMap<V>) EMPTY;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /// The value at `key`, or null.
    @SuppressWarnings("unchecked") // only put() stores values
    public @Nullable V get(long key) {
        Node node = root;
        for (int shift = 0; ; shift += BITS) {
            int bit = bit(key, shift);
            if ((node.bitmap & bit) == 0) {
                return null;
            }
            Object slot = node.slots[node.position(bit)];
            if (slot instanceof Node next) {
                node = next;
                continue;
            }
            Leaf leaf = (Leaf) slot;
            return leaf.key == key ? (V) leaf.value : null;
        }
    }

    /// The value at `key`, or `otherwise`.
    public V getOrDefault(long key, V otherwise) {
        V value = get(key);
        return value == null ? otherwise : value;
    }

    /// Whether there is a value at `key`.
    public boolean containsKey(long key) {
        return get(key) != null;
    }

    /// The map with `value` at `key`.
    public LongMap<V> put(long key, V value) {
        boolean known = get(key) != null;
        return new LongMap<>(root.put(new Leaf(key, value), 0), known ? size : size + 1);
    }

    /// The map with nothing at `key`.
    public LongMap<V> remove(long key) {
        if (get(key) == null) {
            return this;
        }
        return size == 1 ? empty() : new LongMap<>(root.remove(key, 0), size - 1);
    }

    /// All keys in ascending order.
    public LongStream keys() {
        LongStream.Builder keys = LongStream.builder();
        forEach((key, _) -> keys.add(key));
        return keys.build().sorted();
    }

    /// Calls `action` with every entry, in no particular order.
    public void forEach(BiConsumer<Long, V> action) {
        root.forEach(action);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof LongMap<?> that) || that.size != size) {
            return false;
        }
        if (that.root == root) {
            return true;
        }
        for (PrimitiveIterator.OfLong keys = keys().iterator(); keys.hasNext(); ) {
            long key = keys.nextLong();
            if (!Objects.deepEquals(get(key), that.get(key))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return size;
    }

    private static int bit(long key, int shift) {
        return 1 << (int) (key >>> shift & 31);
    }

    private record Leaf(long key, Object value) {}

    /// The set bits of `bitmap` say which of the 32 places are taken; `slots` holds those, in
    /// order.
    private static final class Node {

        final int bitmap;
        final Object[] slots;

        Node(int bitmap, Object[] slots) {
            this.bitmap = bitmap;
            this.slots = slots;
        }

        int position(int bit) {
            return Integer.bitCount(bitmap & (bit - 1));
        }

        Node put(Leaf leaf, int shift) {
            int bit = bit(leaf.key, shift);
            int at = position(bit);
            if ((bitmap & bit) == 0) {
                Object[] wider = new Object[slots.length + 1];
                System.arraycopy(slots, 0, wider, 0, at);
                wider[at] = leaf;
                System.arraycopy(slots, at, wider, at + 1, slots.length - at);
                return new Node(bitmap | bit, wider);
            }
            Object slot = slots[at];
            if (slot instanceof Node next) {
                return with(at, next.put(leaf, shift + BITS));
            }
            Leaf there = (Leaf) slot;
            return with(at, there.key == leaf.key ? leaf : pair(there, leaf, shift + BITS));
        }

        Node remove(long key, int shift) {
            int bit = bit(key, shift);
            int at = position(bit);
            if (slots[at] instanceof Node next) {
                Node rest = next.remove(key, shift + BITS);
                boolean lonely = rest.slots.length == 1 && rest.slots[0] instanceof Leaf;
                return with(at, lonely ? rest.slots[0] : rest);
            }
            Object[] narrower = new Object[slots.length - 1];
            System.arraycopy(slots, 0, narrower, 0, at);
            System.arraycopy(slots, at + 1, narrower, at, slots.length - at - 1);
            return new Node(bitmap & ~bit, narrower);
        }

        @SuppressWarnings("unchecked") // only put() stores values
        <V> void forEach(BiConsumer<Long, V> action) {
            for (Object slot : slots) {
                if (slot instanceof Node next) {
                    next.forEach(action);
                } else {
                    Leaf leaf = (Leaf) slot;
                    action.accept(leaf.key, (V) leaf.value);
                }
            }
        }

        private Node with(int at, Object slot) {
            Object[] copy = Arrays.copyOf(slots, slots.length);
            copy[at] = slot;
            return new Node(bitmap, copy);
        }

        private static Node pair(Leaf one, Leaf other, int shift) {
            return new Node(bit(one.key, shift), new Object[] {one}).put(other, shift);
        }
    }
}
