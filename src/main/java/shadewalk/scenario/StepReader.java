package shadewalk.scenario;

import static shadewalk.text.Texts.PROBLEMS;

import shadewalk.state.Memslot;
import shadewalk.x86.Page;

/// Reads steps one at a time, for a machine that stands already.
public final class StepReader {

    private final StepStatement statement;

    public StepReader(Machine machine) {
        SlotStatement slots = new SlotStatement();
        for (Memslot slot : machine.memslots()) {
            slots.begin(slot.id(), slot.pages() * Page.SIZE);
        }
        statement = new StepStatement(machine.mode(), slots);
    }

    /// Reads a step as it stands in a scenario after the line `ops`, `read s 0x00401000`.
    ///
    /// @throws ScenarioProblem if it is no step of this machine
    public Step read(String text) throws ScenarioProblem {
        Statement words = new Statement(1, text.strip(), Statement.cut(text));
        if (words.words().isEmpty()) {
            throw new ScenarioProblem(1, PROBLEMS.get("scenario.step-missing"));
        }
        return statement.read(words);
    }
}
