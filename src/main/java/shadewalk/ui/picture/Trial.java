package shadewalk.ui.picture;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Field;
import shadewalk.read.BitFlip;
import shadewalk.read.EntryPair;
import shadewalk.read.GuestStep;
import shadewalk.read.Thing;
import shadewalk.read.WhatIf;
import shadewalk.scenario.Machine;
import shadewalk.ui.session.Session;
import shadewalk.x86.Access;

/// Which bit of the guest's entry somebody tries the other way round. There is at most one.
final class Trial {

    private final Session session;
    private Optional<WhatIf> now = Optional.empty();

    Trial(Session session) {
        this.session = session;
    }

    Optional<WhatIf> now() {
        return now;
    }

    void end() {
        now = Optional.empty();
    }

    /// Tries the next bit of an entry, or the one before; behind the last, none.
    ///
    /// @param on the machine to try it on; nothing where that may not be
    /// @param access what the guest does just now
    void next(EntryPair pair, int by, Optional<Machine> on, @Nullable Access access) {
        List<Field> bits = bits(pair);
        int at = now.map(tried -> bits.indexOf(tried.bit())).orElse(by > 0 ? -1 : bits.size());
        int next = at + by;
        end();
        if (next >= 0 && next < bits.size()) {
            now = tried(pair, bits.get(next), on, access);
        }
    }

    /// Tries the bit of a cell; one that is tried already is put back.
    ///
    /// @return whether the cell is a bit of the guest's entry, and something came of it
    boolean flip(EntryPair pair, Thing.Bits cell, Optional<Machine> on, @Nullable Access access) {
        GuestStep guest = pair.guest();
        if (guest == null || !guest.thing().equals(cell.entry())) {
            return false;
        }
        Optional<Field> found =
                bits(pair).stream()
                        .filter(bit -> bit.low() == cell.low() && bit.high() == cell.high())
                        .findFirst();
        boolean back = found.isPresent() && now.map(WhatIf::bit).equals(found);
        if (found.isPresent()) {
            now = back ? Optional.empty() : tried(pair, found.get(), on, access);
        }
        return back || found.isPresent() && now.isPresent();
    }

    /// The single bits of the guest's entry; none where there is no entry.
    private static List<Field> bits(EntryPair pair) {
        GuestStep guest = pair.guest();
        return guest == null
                ? List.of()
                : guest.layout().fields().stream().filter(field -> field.width() == 1).toList();
    }

    private Optional<WhatIf> tried(
            EntryPair pair, Field bit, Optional<Machine> on, @Nullable Access access) {
        boolean here = access != null && access.gva().equals(pair.walk().gva());
        return on.flatMap(machine ->
                new BitFlip(machine, session.timeline(), session.position())
                        .of(pair, bit, here ? access : null));
    }
}
