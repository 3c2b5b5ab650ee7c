package shadewalk.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A new event must not compile until everything that tells events apart knows it.
class EventSwitchesTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern SWITCH = Pattern.compile("\\bswitch \\(");
    private static final Pattern OVER_EVENTS = Pattern.compile("\\bcase MmuEvent\\.\\w+");
    private static final Pattern WHATEVER_ELSE =
            Pattern.compile("\\bdefault ->|\\bcase MmuEvent \\w+ ->");

    @Test
    void noSwitchOverEventsHasADefault() throws IOException {
        List<String> broken = new ArrayList<>();
        try (var files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                Matcher start = SWITCH.matcher(source);
                while (start.find()) {
                    String block = block(source, start.start());
                    if (OVER_EVENTS.matcher(block).find() && WHATEVER_ELSE.matcher(block).find()) {
                        broken.add(SOURCES.relativize(file) + ": " + block.lines().findFirst());
                    }
                }
            }
        }
        assertEquals(List.of(), broken, "an event that is added later would pass unnoticed here");
    }

    /// From a switch to its closing brace.
    private static String block(String source, int from) {
        int depth = 0;
        for (int at = source.indexOf('{', from); at < source.length(); at++) {
            depth += source.charAt(at) == '{' ? 1 : source.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return source.substring(from, at + 1);
            }
        }
        return source.substring(from);
    }
}
