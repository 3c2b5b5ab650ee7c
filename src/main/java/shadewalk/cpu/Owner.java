package shadewalk.cpu;

import shadewalk.x86.Gpa;

/// The owner of the virtual machine, who answers for devices.
public interface Owner {

    /// What a device at this address reads as, `bytes` (1 to 8) wide.
    long read(Gpa at, int bytes);

    /// A device at this address was written.
    void write(Gpa at, int bytes, long value);

    /// Whether there were so many device accesses that the run is to be given up.
    boolean hasEnough();
}
