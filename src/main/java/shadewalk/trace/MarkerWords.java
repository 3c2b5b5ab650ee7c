package shadewalk.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Hex;
import shadewalk.scenario.Agent;
import shadewalk.scenario.Machine;
import shadewalk.scenario.Mode;
import shadewalk.state.Memslot;
import shadewalk.state.MmuEvent;
import shadewalk.state.Outcome;
import shadewalk.state.Stat;
import shadewalk.state.Stats;
import shadewalk.x86.Gfn;
import shadewalk.x86.Page;

/// The lines that a recorder puts between the kernel's own: how the machine is set up, how a step
/// begins and ends, what it read, and which counters moved.
final class MarkerWords {

    /// A list of frames stops once it is this long, since a marker has an end.
    private static final int LONGEST_LIST = 760;

    private MarkerWords() {}

    static String machine(Machine machine) {
        String words =
                "config mode=%s cr0=%s cr3=%s cr4=%s efer=%s"
                        .formatted(
                                machine.mode().word(),
                                Hex.prefixed(machine.cr0()),
                                Hex.prefixed(machine.cr3()),
                                Hex.prefixed(machine.cr4()),
                                Hex.prefixed(machine.efer()));
        Agent agent = machine.agent();
        return agent == null
                ? words
                : words + " agent_gva=" + agent.gva() + " agent_gpa=" + agent.gpa();
    }

    static String memslot(Memslot slot) {
        return "config memslot %d gpa=%s size=%s%s%s%s"
                .formatted(
                        slot.id(),
                        slot.base().at(0),
                        Hex.prefixed(slot.pages() * Page.SIZE),
                        slot.readOnly() ? " ro" : "",
                        slot.logDirty() ? " log" : "",
                        slot.hugePages() ? " thp" : "");
    }

    static String exit(int step, MmuEvent.MmioExited exit) {
        return "exit "
                + step
                + ": mmio "
                + (exit.write() ? "write" : "read")
                + " gpa="
                + Hex.padded(exit.gpa().raw(), 8)
                + " len="
                + exit.bytes()
                + " data="
                + Hex.padded(exit.value(), exit.bytes() * 2);
    }

    /// How a step ended, or null if the virtual machine did with it.
    static @Nullable String result(int step, Outcome outcome, Mode mode) {
        String words =
                switch (outcome) {
                    case Outcome.Done _ -> "ok";
                    case Outcome.Value(var value, var bytes) ->
                            "ok value=" + Hex.padded(value, bytes * 2);
                    case Outcome.Exception e ->
                            "exception vector="
                                    + e.vector()
                                    + " error="
                                    + Hex.prefixed(e.error())
                                    + " cr2="
                                    + Hex.padded(e.cr2().raw(), mode.addressDigits())
                                    + " ip="
                                    + Hex.padded(e.ip().raw(), mode.addressDigits());
                    case Outcome.DirtyFrames(var gfns) -> "ok dirty_gfns=" + list(gfns);
                    case Outcome.Refused(var what, var errno) -> what + " error " + errno;
                    case Outcome.Fatal _ -> null;
                };
        return words == null ? null : "result " + step + ": " + words;
    }

    private static String list(List<Gfn> gfns) {
        if (gfns.isEmpty()) {
            return "-";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < gfns.size() && text.length() < LONGEST_LIST; i++) {
            text.append(' ').append(gfns.get(i));
        }
        return text.substring(1);
    }

    /// The counters that moved, or null if none did.
    static @Nullable String stats(int step, Stats was, Stats now) {
        StringBuilder text = new StringBuilder("stats ").append(step).append(':');
        int nothing = text.length();
        for (Stat stat : Stat.values()) {
            long by = now.get(stat) - was.get(stat);
            if (by != 0) {
                text.append(' ').append(stat.kernelName()).append('=').append(by > 0 ? "+" : "");
                text.append(by);
            }
        }
        return text.length() == nothing ? null : text.toString();
    }
}
