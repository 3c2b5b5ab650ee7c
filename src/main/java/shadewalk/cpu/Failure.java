package shadewalk.cpu;

/// The guest cannot go on, and its run is over. It is thrown through processor and emulator alike
/// and caught by whoever runs the guest.
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;
    private final String kernelWords;

    /// @param reason in plain words
    /// @param kernelWords what the owner of the virtual machine is told, as the recorder prints it
    public Failure(String reason, String kernelWords) {
        super(reason, null, false, false);
        this.reason = reason;
        this.kernelWords = kernelWords;
    }

    public String reason() {
        return reason;
    }

    public String kernelWords() {
        return kernelWords;
    }
}
