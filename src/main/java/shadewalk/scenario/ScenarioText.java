package shadewalk.scenario;

import static shadewalk.text.Texts.PROBLEMS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Reads scenarios as text: setup statements, the line `ops`, then one step a line; `#` starts a
/// comment, and numbers are written as in C.
///
/// ```
/// mode 32
/// memslot 0 0x0 0x01000000
/// agent 0xffc00000 0xf00000
/// mem32 0x00001004 0x00002007
/// ops
/// read s 0x00401000
/// ```
///
/// The statement `trace`, which asks a recorder for further tracepoints, is read over.
public final class ScenarioText {

    /// The longest file that is read: 32 MiB.
    private static final int MAX_BYTES = 32 << 20;

    private static final int MAX_STEPS = 1_000_000;

    private ScenarioText() {}

    /// Reads a file, packed with gzip or not; the scenario gets the file's name.
    ///
    /// @throws ScenarioProblem if it cannot be read or is no scenario
    public static Scenario read(Path file) throws ScenarioProblem {
        Path name = file.getFileName();
        return parse(name == null ? file.toString() : name.toString(), load(file));
    }

    /// Reads a text.
    public static Scenario parse(String name, String text) throws ScenarioProblem {
        if (text.stripLeading().startsWith("{")) {
            throw new ScenarioProblem(0, PROBLEMS.get("scenario.lesson"));
        }
        SlotStatement slots = new SlotStatement();
        MachineStatements setup = new MachineStatements(slots);
        Iterator<String> lines = text.lines().iterator();
        int number = 0;
        while (lines.hasNext()) {
            Statement statement = statement(++number, lines.next());
            if (statement.words().isEmpty()) {
                continue;
            }
            if (statement.name().equals("ops")) {
                Machine machine = setup.machine(statement);
                StepStatement reader = new StepStatement(machine.mode(), slots);
                return new Scenario(name, machine, steps(lines, number, reader));
            }
            setup.read(statement);
        }
        throw new ScenarioProblem(number, PROBLEMS.get("scenario.no-ops"));
    }

    private static List<Step> steps(Iterator<String> lines, int line, StepStatement reader)
            throws ScenarioProblem {
        List<Step> steps = new ArrayList<>();
        int number = line;
        while (lines.hasNext()) {
            Statement statement = statement(++number, lines.next());
            if (statement.words().isEmpty()) {
                continue;
            }
            if (steps.size() == MAX_STEPS) {
                throw statement.problem("many-steps", MAX_STEPS);
            }
            steps.add(reader.read(statement));
        }
        return steps;
    }

    private static Statement statement(int number, String line) {
        int comment = line.indexOf('#');
        String text = (comment < 0 ? line : line.substring(0, comment)).stripTrailing();
        return new Statement(number, text, Statement.cut(text));
    }

    private static String load(Path file) throws ScenarioProblem {
        if (Files.isDirectory(file)) {
            throw new ScenarioProblem(0, PROBLEMS.get("scenario.folder"));
        }
        try (var in = PackedFile.open(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new ScenarioProblem(0, PROBLEMS.get("scenario.large-file"));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException _) {
            throw new ScenarioProblem(0, PROBLEMS.get("file.absent"));
        } catch (AccessDeniedException _) {
            throw new ScenarioProblem(0, PROBLEMS.get("file.forbidden"));
        } catch (IOException e) {
            throw new ScenarioProblem(0, PROBLEMS.get("file.unreadable", e.getMessage()));
        }
    }
}
