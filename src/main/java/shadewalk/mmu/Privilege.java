package shadewalk.mmu;

/// What the guest's running code may do: the two bits of its state, besides the control registers,
/// that a permission check looks at.
public final class Privilege {

    private boolean user;
    private boolean alignmentCheck;

    /// Whether the code runs at privilege level 3.
    public boolean user() {
        return user;
    }

    /// RFLAGS.AC, which lifts SMAP for explicit supervisor accesses.
    public boolean alignmentCheck() {
        return alignmentCheck;
    }

    public void set(boolean nowUser, boolean nowAlignmentCheck) {
        user = nowUser;
        alignmentCheck = nowAlignmentCheck;
    }
}
