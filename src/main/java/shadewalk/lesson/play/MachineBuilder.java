package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Hex;
import shadewalk.lesson.Blueprint;
import shadewalk.lesson.json.JsonPlaces;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.Read;
import shadewalk.scenario.Machine;
import shadewalk.x86.Cr4;
import shadewalk.x86.PagingMode;

/// Makes a [Machine] from a [Blueprint]: places tables, composes entries, and writes down what
/// every name stands for.
///
/// Tables that the lesson does not place lie in the lowest free frames from `0x1000` up.
public final class MachineBuilder {

    private static final Blueprint.Slot STANDARD_SLOT =
            new Blueprint.Slot(0, 0, 16L << 20, List.of());

    private final Blueprint plan;
    private final JsonPlaces places;
    private final StartRegisters registers;
    private final PagingMode mode;
    private final List<Problem> problems = new ArrayList<>();
    private final LessonNames names = new LessonNames();
    private final GuestFrames frames = new GuestFrames();
    private final MemoryImage memory;
    private final TableBuilder tables;

    private MachineBuilder(Blueprint plan, JsonPlaces places) {
        this.plan = plan;
        this.places = places;
        this.registers = StartRegisters.of(plan);
        this.mode = registers.mode();
        this.memory = new MemoryImage(mode);
        boolean largePages = !mode.equals(PagingMode.PT32) || Cr4.PSE.in(registers.cr4());
        this.tables = new TableBuilder(mode, largePages, names, frames, memory);
    }

    /// Makes the machine.
    ///
    /// @param places where the lesson's parts stand in its file
    public static Read<Stage> build(Blueprint plan, JsonPlaces places) {
        MachineBuilder builder = new MachineBuilder(plan, places);
        Stage stage = builder.stage();
        return Read.unless(builder.problems, stage);
    }

    private @Nullable Stage stage() {
        if (!registers.fit(plan.mode())) {
            report("mode", PROBLEMS.get("machine-builder.bits-in-cr0"));
            return null;
        }
        Optional<String> refusal = registers.refusal();
        if (refusal.isPresent()) {
            report("mode", PROBLEMS.get("machine-builder.kvm-refuses-start", refusal.get()));
            return null;
        }
        each(
                "memslots",
                plan.slots().isEmpty() ? List.of(STANDARD_SLOT) : plan.slots(),
                frames::add);
        nameAll();
        long cr3 = 0;
        if (mode.depth() > 0) {
            each("tables", plan.tables(), tables::hang);
            each("map", plan.maps(), tables::map);
            each("share", plan.shares(), tables::share);
            each("selfMap", plan.selfMaps(), tables::selfMap);
            cr3 = cr3();
        } else if (!plan.tables().isEmpty() || !plan.maps().isEmpty()) {
            report("mode", PROBLEMS.get("machine-builder.guest-without-paging"));
        }
        each("data", plan.data(), this::data);
        return new Stage(machine(cr3), mode, names, tables.tables(), tables.windows());
    }

    private Machine machine(long cr3) {
        return new Machine(
                plan.mode(),
                registers.cr0(),
                cr3,
                registers.cr4(),
                registers.efer(),
                frames.slots(),
                memory.words(),
                null,
                List.of(),
                plan.mmuPages(),
                plan.mmio(),
                true,
                true);
    }

    /// Names come before use: first what is mapped, then tables and where mappings lead, then the
    /// lesson's own names.
    private void nameAll() {
        each("map", plan.maps(), map -> name(map.name(), map.gva()));
        reserve();
        each(
                "tables",
                plan.tables(),
                table -> {
                    if (mode.depth() > 0) {
                        tables.place(table);
                    }
                });
        if (mode.depth() > 0) {
            attempt("tables", tables::needRoot);
        }
        each(
                "map",
                plan.maps(),
                map -> {
                    if (!map.name().isEmpty()) {
                        names.put(map.name() + ".gpa", names.address(map.gpa()));
                    }
                });
        plan.names().forEach((name, text) -> attempt("names." + name, () -> name(name, text)));
    }

    private void name(String name, String address) throws Unresolved {
        if (!name.isEmpty()) {
            names.putVirtual(name, names.address(address));
        }
    }

    /// Frames that the lesson speaks of are not free for tables it leaves to be placed.
    private void reserve() {
        each(
                "tables",
                plan.tables(),
                table -> {
                    if (isNumber(table.at())) {
                        frames.take(names.address(table.at()), 1);
                    }
                });
        each(
                "map",
                plan.maps(),
                map -> {
                    if (isNumber(map.gpa())) {
                        frames.take(names.address(map.gpa()), map.bytes());
                    }
                });
        each(
                "data",
                plan.data(),
                data -> {
                    if (isNumber(data.at())) {
                        frames.take(
                                names.address(data.at()),
                                (long) data.bytes() * data.words().size());
                    }
                });
    }

    private static boolean isNumber(String address) {
        return !address.isEmpty() && Character.isDigit(address.charAt(0));
    }

    private long cr3() {
        try {
            return tables.root(plan.root()).gpa();
        } catch (Unresolved e) {
            report("cr3", e.why());
            return 0;
        }
    }

    private void data(Blueprint.Data data) throws Unresolved {
        long at = names.address(data.at());
        if (data.bytes() != 4 && data.bytes() != 8 || at % data.bytes() != 0) {
            throw new Unresolved(
                    PROBLEMS.get("machine-builder.words-have-4", data.bytes(), Hex.prefixed(at)));
        }
        if (!data.name().isEmpty()) {
            names.put(data.name(), at);
        }
        for (long word : data.words()) {
            if (!frames.backed(at)) {
                throw new Unresolved(
                        PROBLEMS.get("machine-builder.no-memslot-at", Hex.prefixed(at)));
            }
            memory.put(at, data.bytes(), word, PROBLEMS.get("machine-builder.data"));
            at += data.bytes();
        }
    }

    private interface Work<T> {
        void on(T thing) throws Unresolved;
    }

    private interface Attempt {
        void run() throws Unresolved;
    }

    private <T> void each(String part, List<T> things, Work<T> work) {
        for (int i = 0; i < things.size(); i++) {
            T thing = things.get(i);
            attempt(part + "[" + i + "]", () -> work.on(thing));
        }
    }

    private void attempt(String part, Attempt attempt) {
        try {
            attempt.run();
        } catch (Unresolved e) {
            report(part, e.why());
        }
    }

    private void report(String part, String sentence) {
        problems.add(places.problem("$.machine." + part, sentence));
    }
}
