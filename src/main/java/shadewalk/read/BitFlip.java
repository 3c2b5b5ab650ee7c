package shadewalk.read;

import static shadewalk.text.Texts.ANSWERS;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.scenario.Machine;
import shadewalk.scenario.Runner;
import shadewalk.scenario.Step;
import shadewalk.scenario.Timeline;
import shadewalk.state.Memslot;
import shadewalk.state.Memslots;
import shadewalk.state.MmuEvent;
import shadewalk.state.Outcome;
import shadewalk.state.State;
import shadewalk.x86.Access;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;
import shadewalk.x86.Page;
import shadewalk.x86.PagingMode;

/// What if a bit of a guest entry were the other way: the engine plays it on a branch of the run.
///
/// On the branch the entry is written, every shadow page is made to go (a memslot comes and goes,
/// `kvm_mmu_zap_all_fast`), and the guest does its access again, so that KVM shadows the entry
/// afresh. The run itself stays as it is.
public record BitFlip(Machine machine, Timeline run, int position) {

    private static final int BYTES = 4;

    /// Plays the branch; nothing if the pair has no guest entry or the machine has failed before.
    ///
    /// @param access to try there, or null for a supervisor read
    public Optional<WhatIf> of(EntryPair pair, Field bit, @Nullable Access access) {
        GuestStep guest = pair.guest();
        if (guest == null || run.at(position).slots().of(guest.at().gfn()) == null) {
            return Optional.empty();
        }
        Runner branch = Runner.fork(machine, run, position);
        long entry = bit.put(guest.entry(), !bit.in(guest.entry()));
        int bytes = pair.walk().guest().mode().entryBytes();
        branch.run(new Step.Poke(guest.at(), bytes, entry));
        for (Step step : afresh(run.at(position), pair, guest)) {
            if (!branch.isOver()) {
                branch.run(step);
            }
        }
        if (branch.isOver()) {
            return Optional.empty();
        }
        Gva gva = pair.walk().gva();
        Outcome outcome = branch.run(step(gva, access));
        Timeline after = branch.timeline();
        EntryPair now = EntryPair.of(after.at(after.size()), gva, guest.thing());
        return Optional.of(new WhatIf(bit, pair, now, words(access, after, outcome)));
    }

    /// What makes KVM forget all it has made of the guest's tables.
    private static List<Step> afresh(State state, EntryPair pair, GuestStep guest) {
        Memslots slots = state.slots();
        int id = 0;
        while (slots.numbered(id) != null && id < Memslot.MAX_SLOTS - 1) {
            id++;
        }
        long end =
                slots.slots().stream()
                        .mapToLong(slot -> slot.base().raw() + slot.pages())
                        .max()
                        .orElse(0);
        Gpa behind = new Gpa(end * Page.SIZE);
        Step comes = new Step.SetMemslot(id, behind, Page.SIZE, false, false, false);
        Step goes = new Step.SetMemslot(id, behind, 0, false, false, false);
        boolean pointer =
                pair.walk().guest().mode() == PagingMode.PAE
                        && guest.level().number() == PagingMode.PAE.depth();
        return pointer
                ? List.of(comes, goes, new Step.LoadCr3(state.cpu().registers().cr3()))
                : List.of(comes, goes);
    }

    private static Step step(Gva gva, @Nullable Access access) {
        if (access == null) {
            return new Step.Read(Step.Ring.SUPERVISOR, gva, BYTES);
        }
        Step.Ring ring = access.user() ? Step.Ring.USER : Step.Ring.SUPERVISOR;
        return switch (access.kind()) {
            case READ -> new Step.Read(ring, gva, BYTES);
            case WRITE -> new Step.Write(ring, gva, 0, BYTES);
            case FETCH -> new Step.Exec(ring, gva);
        };
    }

    private static String words(@Nullable Access access, Timeline after, Outcome outcome) {
        String who = access != null && access.user() ? "user" : "supervisor";
        String what = access == null ? "read" : access.kind().name().toLowerCase(Locale.ROOT);
        int from = after.stepStart(after.steps() - 1);
        int exits = 0;
        for (int i = from; i < after.size(); i++) {
            exits += after.event(i) instanceof MmuEvent.PageFaultTaken ? 1 : 0;
        }
        String start = ANSWERS.get("bit-flip.shadowed-afresh-on", who, what);
        String exit = ANSWERS.get("bit-flip.exits", exits);
        return switch (outcome) {
            case Outcome.Exception e ->
                    ANSWERS.get(
                            "bit-flip.ends-in-guest", start, e.vector(), Hex.of(e.error()), exit);
            case Outcome.Fatal f -> ANSWERS.get("bit-flip.stops-machine", start, f.reason());
            default -> ANSWERS.get("bit-flip.goes-through-after", start, exit);
        };
    }
}
