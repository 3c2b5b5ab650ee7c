package shadewalk.lesson.author;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shadewalk.lesson.Blueprint;
import shadewalk.lesson.json.JsonText;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.play.MachineBuilder;
import shadewalk.scenario.FreePlay;
import shadewalk.scenario.Mode;

/// What a person fills in to get a machine: registers by their bits, memory by its slots, and guest
/// tables by what they map. The entries follow from that.
///
/// @param cr0 names of bits, likewise `cr4` and `efer`
/// @param slots a line each: `ID GPA SIZE`, and perhaps `ro`, `log`, `thp`
/// @param ranges what the guest's tables map
public record MachinePlan(
        Mode mode,
        List<String> cr0,
        List<String> cr4,
        List<String> efer,
        List<String> slots,
        List<Range> ranges) {

    /// The most pages one range maps; as many as in a lesson.
    private static final int MOST_PAGES = 4096;

    private static final Set<String> SLOT_FLAGS = Set.of("ro", "log", "thp");

    public MachinePlan {
        cr0 = List.copyOf(cr0);
        cr4 = List.copyOf(cr4);
        efer = List.copyOf(efer);
        slots = List.copyOf(slots);
        ranges = List.copyOf(ranges);
    }

    /// Pages in a row, mapped in a row, as they were typed.
    ///
    /// @param page `4K`, `2M`, `4M` or `1G`
    /// @param flags words such as `user writable`
    public record Range(String gva, String gpa, String pages, String page, String flags) {}

    /// What came of a plan.
    public sealed interface Result {

        record Made(FreePlay play) implements Result {}

        /// It cannot be made, and why, sentence by sentence.
        record Wrong(List<String> sentences) implements Result {

            public Wrong {
                sentences = List.copyOf(sentences);
            }
        }
    }

    /// Makes the machine and starts it.
    ///
    /// @param name what the play is called
    public Result make(String name) {
        List<String> wrong = new ArrayList<>();
        Blueprint blueprint = blueprint(wrong);
        if (!wrong.isEmpty()) {
            return new Result.Wrong(wrong);
        }
        try {
            var built = MachineBuilder.build(blueprint, JsonText.parse("{}").places());
            return built.value() == null
                    ? new Result.Wrong(built.problems().stream().map(MachinePlan::words).toList())
                    : new Result.Made(new FreePlay(built.value().machine(), name));
        } catch (IllegalArgumentException refused) {
            return new Result.Wrong(List.of(String.valueOf(refused.getMessage())));
        }
    }

    /// The place in a file is of no use here, the part of the machine is.
    private static String words(Problem problem) {
        return problem.path().replace("$.machine.", "") + ": " + problem.sentence();
    }

    private Blueprint blueprint(List<String> wrong) {
        List<Blueprint.Slot> memory = new ArrayList<>();
        for (String line : slots) {
            if (!line.isBlank()) {
                slot(line, wrong, memory);
            }
        }
        List<Blueprint.Mapping> maps = new ArrayList<>();
        for (Range range : ranges) {
            long pages = number(range.pages(), "pages", wrong);
            if (pages < 1 || pages > MOST_PAGES) {
                wrong.add(PROBLEMS.get("machine-plan.range-has-1", MOST_PAGES, range.pages()));
                continue;
            }
            maps.add(
                    new Blueprint.Mapping(
                            "",
                            range.gva().strip(),
                            range.gpa().strip(),
                            range.page(),
                            (int) pages,
                            range.flags(),
                            Blueprint.UPPER_FLAGS,
                            ""));
        }
        return new Blueprint(
                mode, cr0, cr4, efer, "", memory, List.of(), maps, List.of(), List.of(), List.of(),
                Map.of(), 0, 0);
    }

    private static void slot(String line, List<String> wrong, List<Blueprint.Slot> memory) {
        String[] words = line.strip().split("\\s+");
        List<String> flags = List.of(words).subList(Math.min(3, words.length), words.length);
        if (words.length < 3 || !SLOT_FLAGS.containsAll(flags)) {
            wrong.add(PROBLEMS.get("machine-plan.memslot-written-id", line.strip()));
            return;
        }
        memory.add(
                new Blueprint.Slot(
                        (int) number(words[0], "ID", wrong),
                        number(words[1], "GPA", wrong),
                        number(words[2], "SIZE", wrong),
                        flags));
    }

    private static long number(String text, String what, List<String> wrong) {
        try {
            return Long.decode(text.strip());
        } catch (NumberFormatException _) {
            wrong.add(PROBLEMS.get("machine-plan.which-no-number", what, text.strip()));
            return 0;
        }
    }
}
