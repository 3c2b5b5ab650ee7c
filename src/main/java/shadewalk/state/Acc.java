package shadewalk.state;

/// KVM's format-neutral access rights, `ACC_*`: X 1, W 2, U 4.
///
/// Source: `arch/x86/kvm/mmu/spte.h`, v6.1.
public final class Acc {

    public static final int EXEC = 1;
    public static final int WRITE = 2;
    public static final int USER = 4;
    public static final int ALL = EXEC | WRITE | USER;

    private static final String[] NAMES = {"---", "--x", "w--", "w-x", "-u-", "-ux", "wu-", "wux"};

    private Acc() {}

    /// The rights as the shadow page part of a trace line prints them: `w-x`.
    public static String name(int access) {
        return NAMES[access];
    }
}
