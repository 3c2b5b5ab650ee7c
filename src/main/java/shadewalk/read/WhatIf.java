package shadewalk.read;

import static shadewalk.text.Texts.ANSWERS;

import shadewalk.bits.Field;

/// A guest entry with one bit the other way, and what came of it on a branch of the run.
///
/// @param bit the bit that was flipped
/// @param was the two entries before
/// @param now the two entries on the branch
/// @param outcome what came of the access there, a sentence
public record WhatIf(Field bit, EntryPair was, EntryPair now, String outcome) {

    /// `What if R/W were 0?`
    public String question() {
        var guest = now.guest();
        long value = guest == null ? 0 : bit.of(guest.entry());
        return ANSWERS.get("what-if.what-if-were", bit.name(), value);
    }
}
