package shadewalk.diagram.motion;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.seen.Pictures;
import shadewalk.lesson.BundledLessons;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.play.Performance;
import shadewalk.lesson.play.Scene;
import shadewalk.read.Gesture;
import shadewalk.read.Picture;
import shadewalk.read.View;
import shadewalk.x86.Gva;

/// What every change in every lesson must keep at every instant: no two texts stand over one
/// another, and none leaves what it is written on or the canvas.
///
/// The changes of a lesson are sampled; `-Dchanges=all` goes through all of them.
class EveryChangeTest {

    private static final boolean ALL = System.getProperty("changes", "").equals("all");

    /// Which of the moments of a lesson are looked at.
    private static final int EVERY = ALL ? 1 : 13;

    /// How many flaws are told.
    private static final int MOST = 20;

    static Stream<String> lessons() {
        return BundledLessons.names().stream();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void noTextIsCutOrWrittenOver(String lesson) throws IOException {
        List<Flaw> flaws = new ArrayList<>();
        for (Scene scene : performance(lesson).scenes()) {
            for (Picture picture : Picture.values()) {
                flaws.addAll(flaws(scene, picture));
            }
        }
        Map<String, Long> counts =
                flaws.stream().collect(groupingBy(Flaw::group, TreeMap::new, counting()));
        assertEquals(Map.of(), counts, () -> lines(flaws));
    }

    private static Performance performance(String lesson) throws IOException {
        try (InputStream stream = BundledLessons.open(lesson)) {
            Lesson read = Objects.requireNonNull(LessonFile.read(stream).value());
            return Objects.requireNonNull(Performance.of(read).value());
        }
    }

    private static String lines(List<Flaw> flaws) {
        return flaws.stream().limit(MOST).map(Flaw::toString).collect(joining("\n"));
    }

    private static List<Flaw> flaws(Scene scene, Picture picture) {
        List<Flaw> flaws = new ArrayList<>();
        Gva usual = scene.view().address();
        for (int at = scene.from(); at < scene.to(); at++) {
            if (at % EVERY != 0 && at + 1 < scene.to()) {
                continue;
            }
            View view = View.of(picture, scene.timeline(), at, usual);
            Diagram before = Pictures.draw(view);
            View next =
                    at + 1 == scene.to()
                            ? scene.shown().in(picture)
                            : View.of(picture, scene.timeline(), at + 1, usual);
            Diagram after = Pictures.draw(next);
            if (before.equals(after)) {
                continue;
            }
            Change change = Change.of(before, after, Gesture.of(next.moment()), true);
            String where = scene.stop().id() + " at " + at;
            flaws.addAll(Flaw.of(picture, where, before, after, change));
        }
        return flaws;
    }
}
