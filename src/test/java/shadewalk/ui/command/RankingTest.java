package shadewalk.ui.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shadewalk.ui.command.Command.Kind;

class RankingTest {

    private static final List<Command> ALL =
            List.of(
                    of("Copy picture", "Export", "Ctrl+Shift+D"),
                    of("Copy picture as text", "Export", ""),
                    of("Picture as text", "View", "X"),
                    of("Glossary", "Help", "F2"),
                    of("Quadrants", "View", "Ctrl+4"),
                    of("quadrant", "role.quadrant", ""),
                    of("shadow page made", "kvm_mmu_get_page", ""),
                    of("sp3", "Table", ""),
                    of("sp31", "Table", ""));

    private static Command of(String words, String place, String key) {
        return new Command(Kind.ACTION, words, place, key, Optional.empty(), () -> {});
    }

    private static void assertRanked(String typed, String... words) {
        assertEquals(
                Stream.of(words).toList(),
                Ranking.of(typed, ALL).stream().map(Command::words).toList(),
                typed);
    }

    @Test
    void withNothingTypedAllStandInTheirOrder() {
        assertEquals(ALL, Ranking.of("  ", ALL));
    }

    @Test
    void aNameThatBeginsSoComesBeforeOneThatHasTheWordWithin() {
        assertRanked("picture", "Picture as text", "Copy picture", "Copy picture as text");
    }

    @Test
    void everyWordMustBeMetInWhateverOrder() {
        assertRanked("text copy", "Copy picture as text");
        assertRanked("text glossary");
    }

    @Test
    void theWholeWordComesBeforeItsBeginning() {
        assertRanked("quadrant", "quadrant", "Quadrants");
        assertRanked("SP3", "sp3", "sp31");
    }

    @Test
    void lettersMayBeLeftOut() {
        assertRanked("glsry", "Glossary");
        assertRanked("qdrnts", "Quadrants");
        assertRanked("gy");
    }

    @Test
    void aKernelFunctionAMenuOrAKeyFindsItToo() {
        assertRanked("get_page", "shadow page made");
        assertRanked("help", "Glossary");
        assertRanked("ctrl+shift+d", "Copy picture");
    }
}
