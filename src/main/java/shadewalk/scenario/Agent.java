package shadewalk.scenario;

import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;

/// Where the scripted guest program lives: three pages, one after the other in both address spaces.
///
/// Page 0 holds ring 0 code, IDT, GDT and TSS, page 1 the ring 0 stack, page 2 ring 3 code. The
/// scenario maps them itself.
///
/// @param gva where the guest sees page 0
/// @param gpa where page 0 lies in guest memory
public record Agent(Gva gva, Gpa gpa) {

    /// Bytes in the three pages.
    public static final int SIZE = 3 * 4096;
}
