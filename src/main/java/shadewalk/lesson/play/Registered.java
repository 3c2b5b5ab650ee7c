package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Layout;
import shadewalk.state.Registers;
import shadewalk.x86.Cr0;
import shadewalk.x86.Cr4;
import shadewalk.x86.Efer;

/// A control register as a lesson names it.
///
/// @param layout its bits, null for an address
record Registered(Registers.Name name, @Nullable Layout layout) {

    static Registered of(String word) throws Unresolved {
        return switch (word) {
            case "cr0" -> new Registered(Registers.Name.CR0, Cr0.LAYOUT);
            case "cr2" -> new Registered(Registers.Name.CR2, null);
            case "cr3" -> new Registered(Registers.Name.CR3, null);
            case "cr4" -> new Registered(Registers.Name.CR4, Cr4.LAYOUT);
            case "efer" -> new Registered(Registers.Name.EFER, Efer.LAYOUT);
            default -> throw new Unresolved(PROBLEMS.get("registered.there-no-register", word));
        };
    }

    /// The register's value, or a bit of it.
    Value value(Registers registers, String bit) throws Unresolved {
        long word = registers.get(name);
        if (bit.isEmpty()) {
            return Value.hex(word);
        }
        if (layout == null) {
            throw new Unresolved(PROBLEMS.get("registered.register-has-no", bit));
        }
        try {
            return Value.decimal(layout.field(bit).of(word));
        } catch (NoSuchElementException e) {
            throw new Unresolved(PROBLEMS.get("registered.register-has-no", bit));
        }
    }
}
