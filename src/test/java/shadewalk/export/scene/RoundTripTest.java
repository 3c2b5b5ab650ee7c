package shadewalk.export.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shadewalk.export.Carried;
import shadewalk.export.Moments;
import shadewalk.export.format.Export;
import shadewalk.export.format.ExportFormat;
import shadewalk.lesson.BundledLessons;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.json.Read;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Performance;
import shadewalk.lesson.play.Scene;
import shadewalk.lesson.session.Framing;
import shadewalk.lesson.session.SavedSession;
import shadewalk.lesson.session.SessionFile;
import shadewalk.read.Picture;
import shadewalk.read.View;
import shadewalk.scenario.FreePlay;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.Step;
import shadewalk.x86.Gva;

/// A picture is written, the session it carries is opened, and the picture is written again: the
/// files have the same bytes.
class RoundTripTest {

    private static final List<ExportFormat> CARRYING =
            List.of(ExportFormat.SVG, ExportFormat.PNG, ExportFormat.PDF);

    private static final Framing PRINTED =
            new Framing("print", 1, true, Optional.empty(), List.of(), List.of(), true);

    static List<String> lessons() {
        return BundledLessons.names();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyStopOfEveryLesson(String lesson) throws IOException {
        Performance performance = performance(lesson);
        for (Scene scene : performance.scenes()) {
            Slide slide = Slide.of(performance, scene);
            byte[] once = write(ExportFormat.SVG, slide, Framing.USUAL);
            assertArrayEquals(once, again(ExportFormat.SVG, once), scene.stop().id());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SVG", "PNG", "PDF"})
    void aDarkPartWithItsOwnCaptionInAnotherView(ExportFormat format) throws IOException {
        Performance performance = performance("020-the-two-level-walk.json");
        Slide slide = Slide.of(performance, performance.scenes().get(5));
        Framing framing =
                new Framing(
                        "dark",
                        1.5,
                        true,
                        Optional.of("\u05d0 ]]> <b> \ud83d\ude00"),
                        List.of(),
                        List.of("gfn5"),
                        true);
        byte[] once = write(format, in(Picture.TABLES, slide), framing);
        assertArrayEquals(once, again(format, once));
    }

    @ParameterizedTest
    @EnumSource(names = {"SVG", "PNG", "PDF"})
    void quadrantsThatAreDealtOutInPart(ExportFormat format) throws IOException {
        Performance performance = performance("060-quadrants-dealt-out.json");
        Slide whole = Slide.of(performance, performance.scenes().get(2));
        View dealt = whole.view().dealtTo(new Gva(0x60_0000));
        byte[] once = write(format, whole.showing(dealt), Framing.USUAL);
        assertArrayEquals(once, again(format, once));
    }

    @Test
    void whatIsCutOffOrWasNotWrittenHereCarriesNothing() throws IOException {
        Performance performance = performance("020-the-two-level-walk.json");
        Slide slide = Slide.of(performance, performance.scenes().get(2));
        for (ExportFormat format : CARRYING) {
            byte[] whole = write(format, slide, Framing.USUAL);
            assertTrue(Carried.by(whole).isPresent());
            for (int length = 0; length < 4000; length += 61) {
                var part = Carried.by(java.util.Arrays.copyOf(whole, length));
                assertTrue(part.isEmpty() || part.equals(Carried.by(whole)), format + " " + length);
            }
            Framing without = Framing.USUAL.carryingNothing();
            assertEquals(Optional.empty(), Carried.by(write(format, slide, without)));
        }
    }

    /// A person did some steps, went another way from the middle of them, and from there once more.
    @ParameterizedTest
    @ValueSource(strings = {"03-quadrants-pt", "16b-pae-mix", "17b-64bit-mix", "25-nonpaging"})
    void everyBranchOfFreePlay(String name) throws IOException {
        Scenario scenario = Moments.scenario(name);
        FreePlay play = new FreePlay(scenario.machine(), name);
        List<Step> steps = scenario.steps().subList(0, Math.min(12, scenario.steps().size()));
        steps.forEach(step -> play.run(0, step));
        int middle = play.branch(0).timeline().stepEnd(steps.size() / 2);
        int other = play.fork(0, middle, "another way");
        play.run(other, steps.getLast());
        play.run(other, steps.getFirst());
        int third = play.fork(other, play.branch(other).timeline().size() - 1, "א <b>");
        play.run(third, steps.get(1));
        for (int branch : List.of(0, other, third)) {
            Slide slide =
                    Slide.ofStep(name, play, branch, play.branch(branch).timeline().steps() - 1);
            for (Picture view : Picture.values()) {
                for (ExportFormat format : CARRYING) {
                    byte[] once = write(format, in(view, slide), PRINTED);
                    assertArrayEquals(once, again(format, once), branch + " " + view + format);
                    SavedSession session = session(once);
                    assertEquals(branch, session.branch());
                    assertEquals(play.size(), session.play().size());
                }
            }
        }
    }

    private static Slide in(Picture picture, Slide slide) {
        return slide.showing(slide.view().in(picture));
    }

    private static SavedSession session(byte[] picture) {
        Read<SavedSession> file = SessionFile.parse(Carried.by(picture).orElseThrow());
        assertEquals(List.of(), file.problems());
        return Objects.requireNonNull(file.value());
    }

    private static byte[] again(ExportFormat format, byte[] picture) throws IOException {
        SavedSession session = session(picture);
        return write(format, Slide.of("again", session), session.framing().orElseThrow());
    }

    private static byte[] write(ExportFormat format, Slide slide, Framing framing)
            throws IOException {
        var out = new ByteArrayOutputStream();
        format.write(Export.of(slide, framing), out);
        return out.toByteArray();
    }

    private static Performance performance(String lesson) throws IOException {
        try (InputStream stream = BundledLessons.open(lesson)) {
            return Objects.requireNonNull(LessonPlayer.open(LessonFile.read(stream)).value())
                    .performance();
        }
    }
}
