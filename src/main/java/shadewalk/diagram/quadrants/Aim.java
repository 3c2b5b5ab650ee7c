package shadewalk.diagram.quadrants;

import shadewalk.x86.Gva;

/// An address somebody points at.
///
/// @param gva the address
/// @param around the address whose neighbourhood is enlarged; it stays while somebody points within
///   the enlargement, so that it does not run away
public record Aim(Gva gva, Gva around) {

    /// An address in the middle of its own neighbourhood.
    public static Aim at(Gva gva) {
        return new Aim(gva, gva);
    }
}
