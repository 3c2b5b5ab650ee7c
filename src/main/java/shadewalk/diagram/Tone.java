package shadewalk.diagram;

import shadewalk.read.Portion;

/// What a shape means. A [Palette] gives each meaning its colours, its pattern and its line style,
/// so that no meaning hangs on colour alone.
public enum Tone {
    /// Nothing special.
    PLAIN,
    /// The ground itself: lines that part areas.
    PAPER,
    /// There, but not what this picture is about.
    MUTED,
    /// Written by the guest: its tables and its physical addresses.
    GUEST,
    /// Made by KVM: shadow tables.
    SHADOW,
    /// Host physical memory.
    HOST,
    /// Belongs to quadrant 0 of the four of a guest directory.
    QUARTER0,
    /// Belongs to quadrant 1 of the four.
    QUARTER1,
    /// Belongs to quadrant 2 of the four.
    QUARTER2,
    /// Belongs to quadrant 3 of the four.
    QUARTER3,
    /// Belongs to quadrant 0 of the two of a guest page table.
    HALF0,
    /// Belongs to quadrant 1 of the two.
    HALF1,
    /// What is being looked at now. One thing at a time.
    CURRENT,
    /// Words of an author beside a thing.
    NOTE,
    /// On the way that was walked to get here.
    PATH,
    /// Has just got another value.
    CHANGED,
    /// A fault, a miss, or something that is wrong.
    FAULT,
    /// A device stands behind it.
    MMIO,
    /// The guest cannot write it unnoticed.
    WRITE_PROTECTED,
    /// The guest may have written it unnoticed.
    UNSYNC,
    /// Zapped, or of the other generation.
    OBSOLETE,
    /// Does not exist yet; its place is shown.
    GHOST,
    /// Ties a guest table to the shadow pages that stand for it.
    STANDS_FOR,
    /// A bit that reaches the shadow entry where it stood.
    KEPT,
    /// A bit that does not reach the shadow entry.
    DROPPED,
    /// A bit that KVM puts in.
    ADDED,
    /// A bit or field that ends up elsewhere or as something else.
    MOVED;

    private static final Tone[] QUARTERS = {QUARTER0, QUARTER1, QUARTER2, QUARTER3};
    private static final Tone[] HALVES = {HALF0, HALF1};

    /// The tone of a part of a guest table: quadrant 0 of four is another thing than quadrant 0 of
    /// two and never looks like it. What stands for a whole table is a shadow page like any other.
    public static Tone of(Portion part) {
        return switch (part.parts()) {
            case 1 -> SHADOW;
            case 2 -> HALVES[part.quadrant()];
            default -> QUARTERS[part.quadrant()];
        };
    }
}
