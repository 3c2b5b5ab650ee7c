package shadewalk.x86;

/// One access to memory as the processor sees it.
///
/// @param gva the first byte
/// @param kind read, write or instruction fetch
/// @param user whether it comes from user mode (privilege level 3)
/// @param smapSuspended whether RFLAGS.AC lifts SMAP for this supervisor access
public record Access(Gva gva, Kind kind, boolean user, boolean smapSuspended) {

    /// What is done to the byte.
    public enum Kind {
        READ,
        WRITE,
        FETCH
    }

    public Access(Gva gva, Kind kind, boolean user) {
        this(gva, kind, user, false);
    }

    /// The access at another address, otherwise the same.
    public Access at(Gva other) {
        return new Access(other, kind, user, smapSuspended);
    }

    /// The W, U and F bits of a page-fault error code for this access.
    public long code() {
        long code = 0;
        code = PageFault.W.put(code, kind == Kind.WRITE);
        code = PageFault.U.put(code, user);
        return PageFault.F.put(code, kind == Kind.FETCH);
    }
}
