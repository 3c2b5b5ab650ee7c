package shadewalk.scenario;

import shadewalk.x86.Gpa;

/// A range of guest memory whose changes are reported after each step.
///
/// @param at first byte
/// @param bytes length, at least 1
public record Watch(Gpa at, long bytes) {

    public Watch {
        if (bytes < 1) {
            throw new IllegalArgumentException("a watch of " + bytes + " bytes sees nothing");
        }
    }
}
