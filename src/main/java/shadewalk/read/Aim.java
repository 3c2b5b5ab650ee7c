package shadewalk.read;

import shadewalk.x86.Gva;

/// The address that is looked at.
///
/// @param gva the address
/// @param around the address whose neighbourhood is enlarged; it stays while somebody points within
///   the enlargement, so that it does not run away
/// @param dealing whether the address space is being dealt out to the shadow pages, and has come as
///   far as the address
public record Aim(Gva gva, Gva around, boolean dealing) {

    /// An address in the middle of its own neighbourhood, all of it dealt out.
    public static Aim at(Gva gva) {
        return new Aim(gva, gva, false);
    }

    /// How far the address space is dealt out.
    public static Aim dealtTo(Gva gva) {
        return new Aim(gva, gva, true);
    }

    /// Another address, as the same picture shows it.
    public Aim moved(Gva to) {
        return new Aim(to, to, dealing);
    }

    /// Another address of the same neighbourhood.
    public Aim within(Gva to) {
        return new Aim(to, around, dealing);
    }

    /// The same with the whole space dealt out.
    Aim whole() {
        return new Aim(gva, around, false);
    }

    /// Whether the piece that begins at an address has its shadow page yet.
    public boolean covers(long start) {
        return !dealing || start <= gva.raw();
    }
}
