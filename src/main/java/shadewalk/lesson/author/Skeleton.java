package shadewalk.lesson.author;

import static shadewalk.text.Texts.LESSON;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.bits.Layout;
import shadewalk.lesson.Blueprint;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.Show;
import shadewalk.lesson.Source;
import shadewalk.lesson.Stop;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.json.JsonPlaces;
import shadewalk.read.Picture;
import shadewalk.scenario.Machine;
import shadewalk.scenario.MemoryWord;
import shadewalk.scenario.Mode;
import shadewalk.scenario.ScenarioWriter;
import shadewalk.scenario.Step;
import shadewalk.state.Memslot;
import shadewalk.x86.Cr0;
import shadewalk.x86.Cr4;
import shadewalk.x86.Efer;
import shadewalk.x86.Page;
import shadewalk.x86.PagingMode;

/// A lesson to begin with: valid as it is, and waiting for words.
public final class Skeleton {

    private static final int WORDS_A_BLOCK = 1_024;

    private static final Source SOURCE =
            new Source.Kernel("arch/x86/kvm/mmu/mmu.c", "page fault handling, v6.1", "", "", "");

    private Skeleton() {}

    /// A lesson with a small 32-bit guest and one step.
    ///
    /// @param title up to 60 characters
    public static String of(String title) {
        Blueprint machine =
                new Blueprint(
                        Mode.PT32,
                        List.of("WP"),
                        List.of(),
                        List.of(),
                        "",
                        List.of(),
                        List.of(),
                        List.of(
                                new Blueprint.Mapping(
                                        "page",
                                        "0xc0801000",
                                        "0x13000",
                                        "4K",
                                        1,
                                        "user writable",
                                        Blueprint.UPPER_FLAGS,
                                        "")),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        0,
                        Machine.MMIO_VALUE);
        return text(
                title,
                machine,
                List.of(
                        stop(
                                1,
                                LESSON.get("skeleton.first-touch"),
                                LESSON.get("skeleton.guest-reads-at"),
                                "page",
                                List.of("read s page"))));
    }

    /// A lesson that does what was done: a machine as it was, and one step for each thing.
    ///
    /// The machine's tables are written as words of memory, since nobody knows any more what they
    /// were meant to be.
    public static String of(String title, Machine machine, List<Step> done) {
        List<Stop> stops = new ArrayList<>();
        for (Step step : done) {
            String line = ScenarioWriter.step(step, machine.mode());
            int number = stops.size() + 1;
            stops.add(
                    stop(
                            number,
                            LESSON.get("skeleton.step", number),
                            "`" + line + "`",
                            "",
                            List.of(line)));
        }
        if (done.isEmpty()) {
            stops.add(
                    stop(
                            1,
                            LESSON.get("skeleton.beginning"),
                            LESSON.get("skeleton.guest-has-started"),
                            "",
                            List.of()));
        }
        return text(title, blueprint(machine), stops);
    }

    private static String text(String title, Blueprint machine, List<Stop> stops) {
        return LessonFile.write(
                new Lesson(
                        id(title),
                        title,
                        "en",
                        10,
                        LESSON.get("skeleton.say-step-step", title.toLowerCase(Locale.ROOT)),
                        "",
                        List.of(),
                        machine,
                        stops,
                        List.of(),
                        List.of(),
                        List.of(SOURCE),
                        new Lesson.Teaching(List.of(), "", List.of()),
                        null,
                        "",
                        JsonPlaces.NONE));
    }

    /// The id of a lesson with this title, `first-touch`.
    public static String id(String title) {
        String id =
                title.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        String shortened = id.length() > 40 ? id.substring(0, 40).replaceAll("-$", "") : id;
        return shortened.isEmpty() ? "lesson" : shortened;
    }

    private static Stop stop(
            int number, String title, String narration, String address, List<String> actions) {
        return new Stop(
                "step-" + number,
                title,
                narration,
                List.of(),
                "",
                false,
                actions,
                null,
                new Show(
                        Picture.WALK,
                        address,
                        "",
                        "",
                        null,
                        0,
                        List.of(),
                        LESSON.get("skeleton.guest-walk-shadow")),
                List.of(),
                null,
                "",
                List.of(),
                List.of(),
                List.of());
    }

    private static Blueprint blueprint(Machine machine) {
        PagingMode mode = PagingMode.of(machine.cr0(), machine.cr4(), machine.efer());
        return new Blueprint(
                mode(mode),
                bits(Cr0.LAYOUT, machine.cr0()),
                bits(Cr4.LAYOUT, machine.cr4()),
                bits(Efer.LAYOUT, machine.efer()),
                "",
                machine.memslots().stream().map(Skeleton::slot).toList(),
                mode == PagingMode.OFF ? List.of() : List.of(root(machine, mode)),
                List.of(),
                List.of(),
                List.of(),
                data(machine.memory()),
                Map.of(),
                machine.mmuPages(),
                machine.mmioValue());
    }

    private static Blueprint.Table root(Machine machine, PagingMode mode) {
        String at = Hex.prefixed(Page.FRAME.inPlace(machine.cr3()));
        return new Blueprint.Table("root", mode.depth(), at, "", "", Blueprint.UPPER_FLAGS);
    }

    private static Mode mode(PagingMode mode) {
        return switch (mode) {
            case OFF -> Mode.NONPAGING;
            case PT32 -> Mode.PT32;
            case PAE -> Mode.PAE;
            case LEVEL4, LEVEL5 -> Mode.LONG;
        };
    }

    private static List<String> bits(Layout layout, long word) {
        return layout.fields().stream().filter(field -> field.in(word)).map(Field::name).toList();
    }

    private static Blueprint.Slot slot(Memslot slot) {
        List<String> flags = new ArrayList<>();
        if (slot.readOnly()) {
            flags.add("ro");
        }
        if (slot.logDirty()) {
            flags.add("log");
        }
        if (slot.hugePages()) {
            flags.add("thp");
        }
        return new Blueprint.Slot(
                slot.id(), slot.base().at(0).raw(), slot.pages() * Page.SIZE, flags);
    }

    /// Words that follow one another, together.
    private static List<Blueprint.Data> data(List<MemoryWord> words) {
        List<Blueprint.Data> blocks = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            MemoryWord word = words.get(i);
            values.add(word.value());
            if (values.size() == WORDS_A_BLOCK || !follows(words, i + 1)) {
                long begin = word.gpa().raw() - (values.size() - 1L) * word.bytes();
                blocks.add(new Blueprint.Data("", Hex.prefixed(begin), word.bytes(), values));
                values = new ArrayList<>();
            }
        }
        return blocks;
    }

    /// Whether a word goes on where the one before it ends.
    private static boolean follows(List<MemoryWord> words, int at) {
        if (at == words.size()) {
            return false;
        }
        MemoryWord before = words.get(at - 1);
        MemoryWord word = words.get(at);
        return word.bytes() == before.bytes()
                && word.gpa().raw() == before.gpa().raw() + before.bytes();
    }
}
