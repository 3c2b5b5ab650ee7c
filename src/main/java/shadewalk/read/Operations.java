package shadewalk.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shadewalk.bits.Hex;
import shadewalk.state.Memslot;
import shadewalk.state.Registers;
import shadewalk.state.State;
import shadewalk.x86.Cr0;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;

/// Every kind of step that can be done, filled in for the moment: with the address the picture is
/// about, the selected guest entry and the registers as they are.
public final class Operations {

    private static final long EFER = 0xc000_0080L;

    private final Registers registers;
    private final String gva;
    private final Gpa entry;
    private final int entryBytes;
    private final State state;
    private final List<Operation> all = new ArrayList<>();

    /// What a step is about, in the order in which the steps are told.
    public enum Group {
        /// The guest uses an address.
        ACCESS,
        /// The guest makes its processor forget.
        FORGET,
        /// The guest loads a register.
        REGISTER,
        /// The host does something to the guest's memory.
        HOST
    }

    /// A step to be done as it is, or after a change.
    ///
    /// @param label the beginning of it
    /// @param text the whole step
    public record Operation(Group group, String label, String text) {}

    private Operations(State state, Gva address, Optional<Thing> selected) {
        this.state = state;
        this.registers = state.cpu().registers();
        this.gva = Hex.prefixed(address.raw());
        this.entryBytes = Math.max(4, registers.mode().entryBytes());
        this.entry = selected.flatMap(this::place).orElseGet(() -> lastEntry(address));
    }

    public static List<Operation> of(State state, Gva address, Optional<Thing> selected) {
        Operations operations = new Operations(state, address, selected);
        operations.guest();
        operations.host();
        return List.copyOf(operations.all);
    }

    /// The step that gives a guest entry another value: the guest's own write where its tables show
    /// it the entry, else the host's behind its back.
    public static String write(State state, Thing.GuestEntry entry, long value) {
        int bytes = Math.max(4, state.cpu().registers().mode().entryBytes());
        Gpa at = entry.gfn().at(entry.index() * bytes);
        String word = Hex.prefixed(value);
        return GuestWindow.to(state, at)
                .map(gva -> "write s " + gva + " " + word + " " + bytes)
                .orElse("poke" + bytes * 8 + " " + Hex.prefixed(at.raw()) + " " + word);
    }

    private void guest() {
        for (String ring : List.of("s", "u")) {
            add(Group.ACCESS, "read " + ring, gva);
            add(Group.ACCESS, "write " + ring, gva + " 0x1");
        }
        add(Group.ACCESS, "xchg s", gva + " 0x1");
        add(Group.ACCESS, "exec u", gva);
        add(Group.ACCESS, "exec s", gva);
        add(Group.ACCESS, "nop s", "");
        add(Group.FORGET, "invlpg", gva);
        add(Group.FORGET, "cr3", Hex.prefixed(registers.cr3()));
        add(Group.REGISTER, "cr0", Hex.prefixed(registers.cr0()));
        all.add(
                new Operation(
                        Group.REGISTER,
                        "CR0.WP",
                        "cr0 "
                                + Hex.prefixed(
                                        Cr0.WP.put(registers.cr0(), !registers.cr0(Cr0.WP)))));
        add(Group.REGISTER, "cr4", Hex.prefixed(registers.cr4()));
        add(Group.REGISTER, "wrmsr", Hex.prefixed(EFER) + " " + Hex.prefixed(registers.efer()));
    }

    private void host() {
        Long value = state.read(entry, entryBytes);
        add(
                Group.HOST,
                "poke" + entryBytes * 8,
                Hex.prefixed(entry.raw()) + " " + Hex.prefixed(value == null ? 0 : value));
        add(Group.HOST, "discard", Hex.prefixed(entry.gfn().at(0).raw()) + " 0x1000");
        List<Memslot> slots = state.slots().slots();
        if (!slots.isEmpty()) {
            Memslot slot = slots.getFirst();
            add(Group.HOST, "memslot", slot(slot));
            add(Group.HOST, "dirtylog", String.valueOf(slot.id()));
        }
    }

    private static String slot(Memslot slot) {
        return slot.id()
                + " "
                + Hex.prefixed(slot.base().at(0).raw())
                + " "
                + Hex.prefixed(slot.pages() << 12)
                + (slot.readOnly() ? " ro" : "")
                + (slot.logDirty() ? " log" : "");
    }

    private void add(Group group, String label, String rest) {
        all.add(new Operation(group, label, (label + " " + rest).strip()));
    }

    private Optional<Gpa> place(Thing thing) {
        return thing instanceof Thing.GuestEntry(var gfn, var index)
                ? Optional.of(gfn.at(index * entryBytes))
                : Optional.empty();
    }

    /// The last entry that the walk of an address reads.
    private Gpa lastEntry(Gva address) {
        var steps = GuestWalk.of(state, address).steps();
        return steps.isEmpty() ? new Gpa(address.raw() & -entryBytes) : steps.getLast().at();
    }
}
