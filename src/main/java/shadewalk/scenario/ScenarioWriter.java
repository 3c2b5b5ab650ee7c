package shadewalk.scenario;

import java.util.List;
import shadewalk.bits.Hex;
import shadewalk.state.Memslot;
import shadewalk.x86.Page;

/// Writes a scenario as the text that [ScenarioText] reads.
public final class ScenarioWriter {

    private static final int WORDS_A_LINE = 8;

    private final StringBuilder text = new StringBuilder();

    private ScenarioWriter() {}

    /// The scenario as text; reading it again gives an equal scenario.
    public static String write(Scenario scenario) {
        ScenarioWriter writer = new ScenarioWriter();
        writer.machine(scenario.machine());
        writer.line("ops");
        Mode mode = scenario.machine().mode();
        scenario.steps().forEach(step -> writer.line(step(step, mode)));
        return writer.text.toString();
    }

    private void machine(Machine machine) {
        Mode mode = machine.mode();
        line("mode " + mode.word());
        line("cr0 " + Hex.prefixed(machine.cr0()));
        line("cr3 " + Hex.padded(machine.cr3(), mode.addressDigits()));
        line("cr4 " + Hex.prefixed(machine.cr4()));
        line("efer " + Hex.prefixed(machine.efer()));
        if (machine.mmuPages() != 0) {
            line("mmupages " + machine.mmuPages());
        }
        if (machine.mmioValue() != Machine.MMIO_VALUE) {
            line("mmioval " + Hex.prefixed(machine.mmioValue()));
        }
        machine.memslots().forEach(slot -> line(memslot(slot)));
        Agent agent = machine.agent();
        if (agent != null) {
            line(
                    "agent "
                            + Hex.padded(agent.gva().raw(), mode.addressDigits())
                            + " "
                            + agent.gpa());
        }
        memory(machine.memory());
        machine.watches()
                .forEach(watch -> line("watch " + watch.at() + " " + Hex.prefixed(watch.bytes())));
        if (!machine.stats()) {
            line("nostats");
        }
        if (!machine.shadow()) {
            line("noshadow");
        }
    }

    private static String memslot(Memslot slot) {
        return new Step.SetMemslot(
                        slot.id(),
                        slot.base().at(0),
                        slot.pages() * Page.SIZE,
                        slot.readOnly(),
                        slot.logDirty(),
                        slot.hugePages())
                .asWritten();
    }

    private void memory(List<MemoryWord> words) {
        for (int i = 0; i < words.size(); ) {
            MemoryWord first = words.get(i);
            text.append("mem").append(first.bytes() * 8).append(' ');
            text.append(Hex.padded(first.gpa().raw(), 8));
            long next = first.gpa().raw();
            for (int k = 0; k < WORDS_A_LINE && i < words.size(); k++, i++) {
                MemoryWord word = words.get(i);
                if (word.bytes() != first.bytes() || word.gpa().raw() != next) {
                    break;
                }
                text.append(' ').append(Hex.padded(word.value(), word.bytes() * 2));
                next += word.bytes();
            }
            text.append('\n');
        }
    }

    /// A step as it stands in a scenario after the line `ops`.
    public static String step(Step step, Mode mode) {
        return switch (step) {
            case Step.Read(var ring, var gva, var bytes) ->
                    "read " + ring.word() + " " + address(gva.raw(), mode) + " " + bytes;
            case Step.Write(var ring, var gva, var value, var bytes) ->
                    "write %s %s %s %d"
                            .formatted(
                                    ring.word(),
                                    address(gva.raw(), mode),
                                    Hex.padded(value, bytes * 2),
                                    bytes);
            case Step.Xchg(var ring, var gva, var value) ->
                    "xchg %s %s %s"
                            .formatted(ring.word(), address(gva.raw(), mode), Hex.padded(value, 8));
            case Step.Exec(var ring, var gva) ->
                    "exec " + ring.word() + " " + address(gva.raw(), mode);
            case Step.Nop(var ring) -> "nop " + ring.word();
            case Step.LoadCr0(var value) -> "cr0 " + address(value, mode);
            case Step.LoadCr3(var value) -> "cr3 " + address(value, mode);
            case Step.LoadCr4(var value) -> "cr4 " + address(value, mode);
            case Step.Wrmsr(var msr, var value) ->
                    "wrmsr " + Hex.prefixed(msr) + " " + Hex.prefixed(value);
            case Step.Invlpg(var gva) -> "invlpg " + address(gva.raw(), mode);
            case Step.SetMemslot set -> set.asWritten();
            case Step.DirtyLog(var slot) -> "dirtylog " + slot;
            case Step.Poke(var at, var bytes, var value) ->
                    "poke%d %s %s"
                            .formatted(
                                    bytes * 8,
                                    Hex.padded(at.raw(), 8),
                                    Hex.padded(value, bytes * 2));
            case Step.Discard(var at, var bytes) ->
                    "discard " + Hex.padded(at.raw(), 8) + " " + Hex.prefixed(bytes);
        };
    }

    private static String address(long value, Mode mode) {
        return Hex.padded(value, mode.addressDigits());
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
