package shadewalk.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shadewalk.lesson.BundledLessons;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Scene;
import shadewalk.scenario.EventLog;
import shadewalk.text.ReadingTime;
import shadewalk.ui.picture.PictureModel;
import shadewalk.ui.session.Player;
import shadewalk.ui.session.Runs;
import shadewalk.ui.session.Session;

/// Whatever words come while a run plays stay as long as it takes to read them. What was measured
/// is written to `target/pace`: for each step of each lesson the words shown while it plays, the
/// seconds it takes, the rests, and the shortest time that words stayed against the time it takes
/// to read them.
class PaceTest {

    private static final double FRAME = 1 / 60.0;

    private final Session session = new Session(new EventLog(Runs.twoHalves().at(0)).timeline());
    private final Player player = new Player(session);
    private final PictureModel picture = new PictureModel(session);
    private final LessonModel model = new LessonModel(session, player, picture);

    /// @param words that came while the step played
    /// @param seconds that it took
    /// @param rests how often it rests when it is not played through
    /// @param ratio the shortest time that words stayed, in times of what it takes to read them
    private record Pace(int words, double seconds, int rests, double ratio) {}

    static List<String> lessons() {
        return BundledLessons.names();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void wordsStayAsLongAsTheyTakeToRead(String name) throws IOException {
        LessonPlayer lesson = open(name);
        model.open(lesson, 0);
        List<String> table = new ArrayList<>();
        for (int i = 0; i < lesson.size(); i++) {
            if (!lesson.isOpen(i)) {
                model.go(i);
                model.reveal();
            }
            model.go(i);
            Scene scene = lesson.scene();
            if (scene.from() == scene.to()) {
                continue;
            }
            session.jump(scene.from());
            Pace pace = playThrough(scene);
            table.add(
                    "%s step %d: %d words, %.1f s, %d rests, ratio %.2f"
                            .formatted(
                                    name,
                                    i + 1,
                                    pace.words(),
                                    pace.seconds(),
                                    pace.rests(),
                                    pace.ratio()));
            assertTrue(pace.ratio() >= 1, table.getLast());
            assertEquals(scene.to(), session.position());
        }
        Path folder = Files.createDirectories(Path.of("target", "pace"));
        Files.write(folder.resolve(name.replace(".json", ".txt")), table);
    }

    private Pace playThrough(Scene scene) {
        int words = 0;
        double seconds = 0;
        double ratio = Double.POSITIVE_INFINITY;
        player.playTo(scene.to(), Double.POSITIVE_INFINITY);
        while (player.playing()) {
            int position = session.position();
            int coming = picture.coming() + scene.words(position);
            double stayed = 0;
            while (player.playing() && session.position() == position) {
                player.advance(FRAME);
                stayed += FRAME;
            }
            words += coming;
            seconds += stayed;
            if (coming > 0) {
                ratio = Math.min(ratio, stayed / ReadingTime.seconds(coming));
            }
        }
        return new Pace(words, seconds, scene.rests().size(), ratio);
    }

    private static LessonPlayer open(String name) throws IOException {
        try (InputStream stream = BundledLessons.open(name)) {
            return Objects.requireNonNull(LessonPlayer.open(LessonFile.read(stream)).value());
        }
    }
}
