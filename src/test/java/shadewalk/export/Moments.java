package shadewalk.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.provider.Arguments;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.seen.Pictures;
import shadewalk.read.Picture;
import shadewalk.read.View;
import shadewalk.scenario.Ran;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;
import shadewalk.scenario.Timeline;
import shadewalk.x86.Gva;

/// The end of a scenario in every paging mode, in every view.
public final class Moments {

    private Moments() {}

    /// Names and pictures.
    static Stream<Arguments> all() {
        return Stream.of("03-quadrants-pt", "16b-pae-mix", "17b-64bit-mix", "25-nonpaging")
                .flatMap(Moments::of);
    }

    private static Stream<Arguments> of(String scenario) {
        Timeline timeline = timeline(scenario);
        return Stream.of(Picture.values())
                .map(view -> {
                    Diagram picture =
                            Pictures.draw(
                                    View.of(view, timeline, timeline.size(), new Gva(0x40_1000)));
                    return Arguments.of(scenario + "-" + view.word(), picture);
                });
    }

    static Timeline timeline(String scenario) {
        return Ran.of(scenario(scenario));
    }

    /// One of those that the engine is held against.
    public static Scenario scenario(String scenario) {
        String name = "/oracle/scenarios/" + scenario + ".scn.gz";
        try (InputStream stream =
                new GZIPInputStream(
                        Objects.requireNonNull(Moments.class.getResourceAsStream(name), name))) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return ScenarioText.parse(scenario, text);
        } catch (IOException | ScenarioProblem e) {
            throw new IllegalStateException(e);
        }
    }
}
