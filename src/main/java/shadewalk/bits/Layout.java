package shadewalk.bits;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;

/// All named fields of one kind of machine word, highest bits first.
///
/// Bits that no field names are reserved or ignored; which of the two, the type that owns the
/// layout says.
public final class Layout {

    private final String name;
    private final int width;
    private final List<Field> fields;

    private Layout(String name, int width, List<Field> fields) {
        this.name = name;
        this.width = width;
        this.fields = fields;
    }

    /// A layout of `width` bits.
    ///
    /// @throws IllegalArgumentException if two fields overlap, share a name or leave the word
    public static Layout of(String name, int width, Field... fields) {
        List<Field> sorted = new ArrayList<>(List.of(fields));
        sorted.sort(Comparator.comparingInt(Field::low).reversed());
        long taken = 0;
        for (Field field : sorted) {
            if (field.high() >= width) {
                throw new IllegalArgumentException(
                        field + " lies outside the " + width + " bits of " + name);
            }
            if ((taken & field.mask()) != 0) {
                throw new IllegalArgumentException(field + " overlaps another field of " + name);
            }
            taken |= field.mask();
        }
        if (sorted.stream().map(Field::name).distinct().count() != sorted.size()) {
            throw new IllegalArgumentException("two fields of " + name + " have the same name");
        }
        return new Layout(name, width, List.copyOf(sorted));
    }

    public String name() {
        return name;
    }

    /// Bits in the word: 32 or 64.
    public int width() {
        return width;
    }

    /// The named fields, highest bits first.
    public List<Field> fields() {
        return fields;
    }

    /// The field with this name.
    ///
    /// @throws NoSuchElementException if the layout has none
    public Field field(String fieldName) {
        return fields.stream()
                .filter(f -> f.name().equals(fieldName))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(name + " has no field " + fieldName));
    }

    /// The bits that some field names.
    public long named() {
        long mask = 0;
        for (Field field : fields) {
            mask |= field.mask();
        }
        return mask;
    }

    /// Every bit of the word in order from the top, unnamed runs filled with fields called `-`.
    public List<Field> cells() {
        List<Field> cells = new ArrayList<>();
        int next = width - 1;
        for (Field field : fields) {
            if (field.high() < next) {
                cells.add(new Field("-", next, field.high() + 1));
            }
            cells.add(field);
            next = field.low() - 1;
        }
        if (next >= 0) {
            cells.add(new Field("-", next, 0));
        }
        return List.copyOf(cells);
    }

    @Override
    public String toString() {
        return name;
    }
}
