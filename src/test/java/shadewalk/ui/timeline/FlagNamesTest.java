package shadewalk.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shadewalk.diagram.Face;
import shadewalk.lesson.BundledLessons;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.scenario.EventLog;
import shadewalk.ui.lesson.LessonModel;
import shadewalk.ui.picture.PictureModel;
import shadewalk.ui.session.Flag;
import shadewalk.ui.session.Player;
import shadewalk.ui.session.Runs;
import shadewalk.ui.session.Session;

class FlagNamesTest {

    /// What a window of 1,280 pixels leaves to the bar: beside the lesson, beside lesson and
    /// inspector, and alone.
    private static final double[] WIDTHS = {981, 660, 1280};

    private final Session session = new Session(new EventLog(Runs.twoHalves().at(0)).timeline());
    private final LessonModel model =
            new LessonModel(session, new Player(session), new PictureModel(session));

    static Stream<String> lessons() {
        return BundledLessons.names().stream();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void noNameOfAFlagTouchesAnotherOneOrAPoleOrANumber(String lesson) throws IOException {
        open(lesson);
        do {
            for (double width : WIDTHS) {
                for (double scale : new double[] {1, 2}) {
                    assertNothingTouches(lesson, width, scale);
                }
            }
        } while (onward());
    }

    @ParameterizedTest
    @ValueSource(strings = "010-why-shadow.json")
    void namesOfFlagsThatStandCloseStandInTwoRowsAndInFull(String lesson) throws IOException {
        open(lesson);
        while (session.flagsProperty().get().size() < 3 || session.limit() < 80) {
            assertTrue(onward());
        }
        List<FlagNames.Placed> placed = place(track(981, 1), 1);
        assertEquals(
                List.of("the fault", "KVM walks", "a shadow entry"),
                placed.stream().map(FlagNames.Placed::shown).toList().subList(0, 3));
        assertEquals(
                List.of(true, false, false),
                placed.stream().map(FlagNames.Placed::upper).toList().subList(0, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = "010-why-shadow.json")
    void aNameWithoutRoomIsCutAndAtLastLeftOut(String lesson) throws IOException {
        open(lesson);
        Track track = track(300, 1);
        int last = session.timeline().size();
        List<Flag> close =
                List.of(
                        new Flag("a very long name indeed", 0),
                        new Flag("another long name", last / 4),
                        new Flag("a third one", last / 4 + 1),
                        new Flag("a fourth", last / 4 + 2));
        List<FlagNames.Placed> placed = FlagNames.place(track, close, track.x(last), 1);
        assertTrue(placed.getFirst().shown().endsWith("\u2026"), placed::toString);
        assertTrue(placed.stream().anyMatch(flag -> flag.shown().isEmpty()), placed::toString);
        assertNoOverlap("close", placed, track, 1, last);
    }

    private void open(String name) throws IOException {
        try (InputStream stream = BundledLessons.open(name)) {
            LessonPlayer opened = LessonPlayer.open(LessonFile.read(stream)).value();
            assertNotNull(opened);
            model.open(opened, 0);
        }
    }

    /// On by one scene, answering what is asked.
    private boolean onward() {
        var stand = model.stand().orElseThrow();
        if (stand.isLast() && stand.arrived()) {
            return false;
        }
        if (stand.arrived() && !stand.isOpen()) {
            model.reveal();
        }
        model.stepForward();
        return true;
    }

    private Track track(double width, double scale) {
        double side = 14 * scale;
        return new Track(session.timeline(), session.chapters(), side, width - 2 * side, scale);
    }

    private List<FlagNames.Placed> place(Track track, double scale) {
        List<Flag> seen =
                session.flagsProperty().get().stream()
                        .filter(flag -> flag.position() <= session.limit())
                        .toList();
        return FlagNames.place(track, seen, track.x(session.limit()), scale);
    }

    private void assertNothingTouches(String lesson, double width, double scale) {
        Track track = track(width, scale);
        assertNoOverlap(lesson + " " + width, place(track, scale), track, scale, session.limit());
    }

    private void assertNoOverlap(
            String where, List<FlagNames.Placed> placed, Track track, double scale, int limit) {
        for (FlagNames.Placed name : placed) {
            if (name.shown().isEmpty()) {
                continue;
            }
            assertTrue(name.to() <= track.x(limit), () -> where + ": " + name);
            for (FlagNames.Placed other : placed) {
                boolean behind = other.upper() == name.upper() && other.from() >= name.to();
                boolean before = other.upper() == name.upper() && other.to() <= name.from();
                boolean otherRow = other.upper() != name.upper();
                assertTrue(
                        other.equals(name) || otherRow || behind || before,
                        () -> where + ": " + name + " and " + other);
                // The poles of the lower row do not reach into the upper one.
                boolean crossed = other.x() > name.from() && other.x() < name.to();
                assertFalse(
                        crossed && (other.upper() || !name.upper()),
                        () -> where + ": the pole of " + other + " crosses " + name);
            }
            for (Track.Band band : track.bands()) {
                double from = band.from() + FlagNames.NUMBER_INDENT * scale;
                double to = from + Face.NUMBERS.width(band.name()) * FlagNames.SIZE * scale;
                boolean number = band.named() && !band.name().isEmpty() && name.upper();
                assertFalse(
                        number && name.from() < to && from < name.to(),
                        () -> where + ": " + name + " and the number " + band.name());
            }
        }
    }
}
