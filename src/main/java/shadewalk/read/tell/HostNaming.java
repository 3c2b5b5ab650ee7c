package shadewalk.read.tell;

import shadewalk.bits.Hex;
import shadewalk.state.ShadowPage;
import shadewalk.state.SpteAt;
import shadewalk.x86.Gfn;
import shadewalk.x86.Pfn;

/// How host addresses are shown in the words of an event.
public interface HostNaming {

    /// As the kernel prints them, in plain hexadecimal.
    HostNaming NUMBERS =
            new HostNaming() {
                @Override
                public String frame(Pfn pfn) {
                    return Hex.of(pfn.raw());
                }

                @Override
                public String leaf(long spte) {
                    return Hex.of(spte);
                }

                @Override
                public String place(SpteAt at) {
                    return Hex.of(ShadowPage.tableOf(at.page()).at(at.index() * 8).raw());
                }

                @Override
                public void maps(Pfn pfn, Gfn gfn) {
                    // numbers need no acquaintance
                }
            };

    /// A host frame, or the kernel's number for "none" and "error".
    String frame(Pfn pfn);

    /// A leaf entry.
    String leaf(long spte);

    /// Where a shadow entry stands.
    String place(SpteAt at);

    /// Tells that a host frame was seen behind this guest frame.
    void maps(Pfn pfn, Gfn gfn);
}
