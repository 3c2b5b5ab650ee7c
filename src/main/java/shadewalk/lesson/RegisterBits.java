package shadewalk.lesson;

import java.util.List;
import java.util.function.Supplier;
import shadewalk.bits.Field;
import shadewalk.bits.Layout;
import shadewalk.x86.Cr0;
import shadewalk.x86.Cr4;
import shadewalk.x86.Efer;

/// The bits of a register that a lesson may set: all but those that the model's processor does not
/// have.
abstract sealed class RegisterBits implements Supplier<List<String>> {

    private final Layout layout;
    private final List<String> without;

    RegisterBits(Layout layout, String... without) {
        this.layout = layout;
        this.without = List.of(without);
    }

    static final class OfCr0 extends RegisterBits {
        OfCr0() {
            super(Cr0.LAYOUT);
        }
    }

    static final class OfCr4 extends RegisterBits {
        OfCr4() {
            super(Cr4.LAYOUT, "UMIP", "LA57", "PCIDE", "PKE");
        }
    }

    static final class OfEfer extends RegisterBits {
        OfEfer() {
            super(Efer.LAYOUT, "SVME", "LMSLE");
        }
    }

    @Override
    public List<String> get() {
        return layout.fields().stream()
                .map(Field::name)
                .filter(name -> !without.contains(name))
                .toList();
    }
}
