package shadewalk.lesson.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import shadewalk.bits.Hex;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.json.Read;

class MachineBuilderTest {

    @Test
    void entriesAreComposedOfAddressesAndFlags() {
        assertEquals(
                Map.of(0x1c08L, "5007", 0x5004L, "13067", 0x1004L, "6023", 0x6000L, "14005"),
                words(
                        """
                        "mode": "32",
                        "tables": [{"name": "pd", "level": 2, "at": "0x1000"},
                                   {"name": "pt", "level": 1, "at": "0x5000", "for": "0xc0800000"},
                                   {"name": "ro", "level": 1, "at": "0x6000", "for": "0x400000",
                                    "flags": "writable accessed"}],
                        "map": [{"gva": "0xc0801000", "gpa": "0x13000",
                                 "flags": "user writable accessed dirty"},
                                {"gva": "0x400000", "gpa": "0x14000", "flags": "user"}]
                        """));
    }

    @Test
    void tablesThatAreNotPlacedTakeTheLowestFreeFrames() {
        assertEquals(
                Map.of(0x2000L, "3007", 0x3000L, "1003"),
                words(
                        """
                        "mode": "32", "map": [{"gva": "0x0", "gpa": "0x1000"}]
                        """));
    }

    @Test
    void eachModeHasItsTables() {
        assertEquals(
                Map.of(0x1018L, "2001", 0x2000L, "3007", 0x3008L, "8000000000009003"),
                words(
                        """
                        "mode": "pae", "efer": ["NX"],
                        "map": [{"gva": "0xc0001000", "gpa": "0x9000",
                                 "flags": "writable no-execute"}]
                        """));
        assertEquals(
                Map.of(0x1000L, "2007", 0x2000L, "3007", 0x3000L, "a00087"),
                words(
                        """
                        "mode": "64",
                        "map": [{"gva": "0x0", "gpa": "0xa00000", "page": "2M",
                                 "flags": "user writable"}]
                        """));
    }

    @Test
    void aLargePageMayLieBeyondFourGigabytes() {
        assertEquals(
                Map.of(0x1008L, "140e083"),
                words(
                        """
                        "mode": "32", "cr4": ["PSE"],
                        "map": [{"gva": "0x800000", "gpa": "0x701400000", "page": "4M"}]
                        """));
    }

    @Test
    void aTableMayBeSharedAndARootMayMapItself() {
        assertEquals(
                Map.of(0x1000L, "2007", 0x1c00L, "2003", 0x1ffcL, "1003", 0x2004L, "9003"),
                words(
                        """
                        "mode": "32",
                        "tables": [{"name": "pd", "level": 2}, {"name": "pt", "level": 1, "for": 0}],
                        "map": [{"gva": "0x1000", "gpa": "0x9000"}],
                        "share": [{"table": "pt", "gva": "0xc0000000", "flags": "writable"}],
                        "selfMap": [{"gva": "0xffc00000"}]
                        """));
    }

    @Test
    void whatCannotBeIsSaid() {
        assertEquals(
                List.of("$.machine.map[0]: 4 MiB pages need the bit PSE in cr4"),
                problems(
                        """
                        "mode": "32", "map": [{"gva": "0x0", "gpa": "0x0", "page": "4M"}]
                        """));
        assertEquals(
                List.of(
                        "$.machine.map[1]: the page at 0x1000 needs the word at 0x2004, where"
                                + " there is something else already; move one of them"),
                problems(
                        """
                        "mode": "32", "map": [{"gva": "0x1000", "gpa": "0x9000"},
                                              {"gva": "0x1000", "gpa": "0xa000"}]
                        """));
        assertEquals(
                List.of("$.machine.tables[0]: level 2 is a root; leave \"for\" out"),
                problems(
                        """
                        "mode": "32", "tables": [{"name": "pd", "level": 2, "for": "0x1000"}]
                        """));
        assertEquals(
                List.of(
                        "$.machine.mode: the bits in cr0, cr4 and efer select another mode; leave them out"),
                problems(
                        """
                        "mode": "32", "cr4": ["PAE"]
                        """));
        assertEquals(
                List.of(
                        "$.machine.map[0]: there is no flag \"writeable\"; did you mean \"writable\"?"),
                problems(
                        """
                        "mode": "32", "map": [{"gva": "0x0", "gpa": "0x0", "flags": "writeable"}]
                        """));
    }

    private static Map<Long, String> words(String machine) {
        var built = build(machine);
        assertEquals(List.of(), built.problems());
        var stage = built.value();
        return stage == null
                ? Map.of()
                : stage.machine().memory().stream()
                        .collect(
                                Collectors.toMap(
                                        word -> word.gpa().raw(), word -> Hex.of(word.value())));
    }

    private static List<String> problems(String machine) {
        return build(machine).problems().stream()
                .map(problem -> problem.path() + ": " + problem.sentence())
                .toList();
    }

    private static Read<Stage> build(String machine) {
        var file =
                LessonFile.parse(
                        """
                        {"format": 1, "id": "a", "title": "A", "language": "en", "kernel": "6.1",
                         "minutes": 1, "goal": "g", "machine": {%s},
                         "sources": [{"kind": "manual", "title": "SDM", "section": "4"}],
                         "steps": [{"title": "t", "narration": "n",
                                    "show": {"view": "walk", "alt": "a"}}]}
                        """
                                .formatted(machine));
        var lesson = file.value();
        if (lesson == null) {
            throw new AssertionError(file.problems());
        }
        return MachineBuilder.build(lesson.machine(), lesson.places());
    }
}
