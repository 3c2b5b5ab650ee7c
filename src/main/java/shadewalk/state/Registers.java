package shadewalk.state;

import java.util.List;
import java.util.Optional;
import shadewalk.bits.Field;
import shadewalk.bits.Layout;
import shadewalk.x86.Cr0;
import shadewalk.x86.Cr4;
import shadewalk.x86.Efer;
import shadewalk.x86.PagingMode;

/// The guest's control registers as KVM keeps them.
///
/// @param cr0 CR0, 32 bits used
/// @param cr2 the address of the last page fault delivered to the guest
/// @param cr3 CR3 as loaded, including its low 12 bits
/// @param cr4 CR4, 32 bits used
/// @param efer EFER
/// @param pdptrs the four page-directory-pointer entries cached at the last load in PAE mode
public record Registers(long cr0, long cr2, long cr3, long cr4, long efer, List<Long> pdptrs) {

    /// No page-directory pointer is present.
    public static final List<Long> NO_PDPTRS = List.of(0L, 0L, 0L, 0L);

    /// A register that an event can change.
    public enum Name {
        CR0,
        CR2,
        CR3,
        CR4,
        EFER;

        /// Its named bits; none where it holds an address.
        public Optional<Layout> layout() {
            return switch (this) {
                case CR0 -> Optional.of(Cr0.LAYOUT);
                case CR4 -> Optional.of(Cr4.LAYOUT);
                case EFER -> Optional.of(Efer.LAYOUT);
                case CR2, CR3 -> Optional.empty();
            };
        }
    }

    public Registers {
        pdptrs = List.copyOf(pdptrs);
    }

    /// The paging mode these values select.
    public PagingMode mode() {
        return PagingMode.of(cr0, cr4, efer);
    }

    public boolean cr0(Field bit) {
        return bit.in(cr0);
    }

    public boolean cr4(Field bit) {
        return bit.in(cr4);
    }

    public boolean efer(Field bit) {
        return bit.in(efer);
    }

    public long get(Name name) {
        return switch (name) {
            case CR0 -> cr0;
            case CR2 -> cr2;
            case CR3 -> cr3;
            case CR4 -> cr4;
            case EFER -> efer;
        };
    }

    Registers with(Name name, long value) {
        return switch (name) {
            case CR0 -> new Registers(value, cr2, cr3, cr4, efer, pdptrs);
            case CR2 -> new Registers(cr0, value, cr3, cr4, efer, pdptrs);
            case CR3 -> new Registers(cr0, cr2, value, cr4, efer, pdptrs);
            case CR4 -> new Registers(cr0, cr2, cr3, value, efer, pdptrs);
            case EFER -> new Registers(cr0, cr2, cr3, cr4, value, pdptrs);
        };
    }

    Registers withPdptrs(List<Long> now) {
        return new Registers(cr0, cr2, cr3, cr4, efer, now);
    }
}
