package shadewalk.x86;

import java.util.ArrayList;
import java.util.List;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.bits.Layout;

/// The error code of a page fault. KVM names its bits `PFERR_*` and describes accesses of its own
/// with them as well.
///
/// Source: Intel SDM volume 3A, 4.7; `arch/x86/include/asm/kvm_host.h`, v6.1.
public final class PageFault {

    public static final Field P = Field.bit("P", 0, "fault");
    public static final Field W = Field.bit("W", 1, "fault");
    public static final Field U = Field.bit("U", 2, "fault");
    public static final Field RSVD = Field.bit("RSVD", 3, "fault");
    public static final Field F = Field.bit("F", 4, "fault");
    public static final Field PK = Field.bit("PK", 5, "fault");

    public static final Layout LAYOUT =
            Layout.of("page-fault error code", 32, P, W, U, RSVD, F, PK);

    /// The bits the kernel's trace names, in the order it prints them.
    private static final List<Field> PRINTED = List.of(P, W, U, RSVD, F);

    private PageFault() {}

    /// The names of the set bits as the trace joins them: `P|W`; empty for 0.
    public static String names(long code) {
        List<String> names = new ArrayList<>();
        long rest = code;
        for (Field bit : PRINTED) {
            if (bit.in(code)) {
                names.add(bit.name());
            }
            rest = bit.clear(rest);
        }
        if (rest != 0) {
            names.add(Hex.prefixed(rest));
        }
        return String.join("|", names);
    }
}
