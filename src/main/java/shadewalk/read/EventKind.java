package shadewalk.read;

import java.util.Locale;

/// The kinds of events a learner tells apart; [Told] says which an event is.
public enum EventKind {
    /// A step begins or ends.
    STEP(0.5),
    /// The guest makes an access, and it succeeds.
    ACCESS(1),
    /// The guest's processor faults, exits, or gets an exception.
    FAULT(1.3),
    /// KVM reads the guest's tables.
    WALK(1),
    /// Guest memory or one of its entries is written.
    WRITE(1),
    /// A shadow page is looked up, made, or used as a root.
    PAGE(1.3),
    /// A shadow entry gets a new value.
    SPTE(1.2),
    /// A shadow page or entry goes away.
    ZAP(1.2),
    /// A page goes unsync or is brought up to date.
    SYNC(1.2),
    /// A device is met.
    MMIO(1.2),
    /// Registers, roots and requests of the virtual processor.
    CPU(0.5),
    /// The host changes memslots, memory or the dirty log.
    HOST(1),
    /// A counter moves.
    COUNT(0.1);

    private final double weight;

    EventKind(double weight) {
        this.weight = weight;
    }

    /// How long a picture of it deserves to be looked at, 1 for an ordinary event.
    public double weight() {
        return weight;
    }

    /// The part of its text keys and style classes: `walk`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
