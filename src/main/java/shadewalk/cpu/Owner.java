package shadewalk.cpu;

import shadewalk.x86.Gpa;

/// The owner of the virtual machine, who answers for devices until there are so many accesses in
/// one step that he gives up with a [Failure].
public interface Owner {

    /// What a device at this address reads as, `bytes` (1 to 8) wide.
    long read(Gpa at, int bytes);

    /// A device at this address was written.
    void write(Gpa at, int bytes, long value);
}
