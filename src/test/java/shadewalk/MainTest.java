package shadewalk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    @ParameterizedTest
    @CsvSource({
        "Linux,      DISPLAY,         :0,        true",
        "Linux,      WAYLAND_DISPLAY, wayland-0, true",
        "Linux,      DISPLAY,         '',        false",
        "Linux,      HOME,            /root,     false",
        "Mac OS X,   HOME,            /root,     true",
        "Windows 11, HOME,            /root,     true",
    })
    void aDisplayIsMissingOnlyWhereNoVariableNamesOne(
            String system, String variable, String value, boolean expected) {
        assertEquals(expected, Main.hasDisplay(system, Map.of(variable, value)));
    }
}
