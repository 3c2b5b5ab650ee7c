package shadewalk.read;

import static shadewalk.text.Texts.ANSWERS;

import java.util.Locale;

/// The chapters of the story of an access, in order.
public enum Phase {
    /// Nothing is going on.
    REST,
    /// The processor looks the address up in the shadow tables.
    HARDWARE_WALK,
    /// It found nothing, or not enough, and left the guest.
    EXIT,
    /// KVM walks the guest's own tables.
    GUEST_WALK,
    /// KVM finds or makes the shadow pages on the way.
    SHADOW_PAGES,
    /// KVM makes the entry that was missing.
    SPTE,
    /// KVM carries out the guest's instruction itself.
    EMULATION,
    /// The guest tries again.
    RETRY,
    /// The guest's own tables forbid it; the fault is the guest's.
    GUEST_FAULT;

    public String words() {
        return ANSWERS.get("phase." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
