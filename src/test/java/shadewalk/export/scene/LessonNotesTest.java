package shadewalk.export.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.geom.Line2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.Shown;
import shadewalk.diagram.note.DrawnPlaces;
import shadewalk.diagram.seen.Pictures;
import shadewalk.lesson.BundledLessons;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Performance;
import shadewalk.lesson.play.Scene;
import shadewalk.read.Picture;
import shadewalk.read.View;

/// What the words beside things must not hide, in every lesson and every view.
class LessonNotesTest {

    static List<String> lessons() throws IOException {
        return BundledLessons.names();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void noNoteCoversWhatIsExplainedOrSelectedOrAnotherNote(String lesson) throws IOException {
        Performance performance = performance(lesson);
        List<String> covered = new ArrayList<>();
        for (Scene scene : performance.scenes()) {
            View seen = scene.proven();
            for (Picture view : Picture.values()) {
                Diagram picture = Pictures.draw(seen.in(view));
                String where = "step " + (scene.number() + 1) + " " + view.word() + ": ";
                covers(seen, picture).forEach(what -> covered.add(where + what));
            }
        }
        assertEquals(List.of(), covered);
    }

    private static Performance performance(String lesson) throws IOException {
        return Objects.requireNonNull(
                        LessonPlayer.open(LessonFile.read(Path.of("lessons", lesson))).value())
                .performance();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void linesToNotesCrossNeitherOneAnotherNorWords(String lesson) throws IOException {
        Performance performance = performance(lesson);
        List<String> crossed = new ArrayList<>();
        for (Scene scene : performance.scenes()) {
            View seen = scene.proven();
            for (Picture view : Picture.values()) {
                Diagram picture = Pictures.draw(seen.in(view));
                String where = "step " + (scene.number() + 1) + " " + view.word() + ": ";
                crossings(picture).forEach(what -> crossed.add(where + what));
            }
        }
        assertEquals(List.of(), crossed);
    }

    /// Lines that end at one thing may meet there.
    private static List<String> crossings(Diagram picture) {
        List<String> crossed = new ArrayList<>();
        List<Shape.Path> lines =
                picture.byId().values().stream()
                        .flatMap(s -> s instanceof Shape.Path p ? Stream.of(p) : Stream.of())
                        .filter(path -> path.id().matches("note\\d+/line"))
                        .toList();
        for (Shape.Path line : lines) {
            Line2D one = line(line);
            for (Shape.Path other : lines) {
                boolean same = line.points().getLast().equals(other.points().getLast());
                boolean first = line.id().compareTo(other.id()) < 0;
                if (first && !same && one.intersectsLine(line(other))) {
                    crossed.add(line.id() + " crosses " + other.id());
                }
            }
            String own = line.id().replace("/line", "/");
            for (Shape.Text text : Shown.texts(picture)) {
                Extent words = Extent.of(text).grown(-2);
                if (!text.id().startsWith(own)
                        && one.intersects(
                                words.left(), words.top(), words.width(), words.height())) {
                    crossed.add(line.id() + " goes through \"" + text.text() + "\" " + text.id());
                }
            }
        }
        return crossed;
    }

    private static Line2D line(Shape.Path path) {
        Point from = path.points().getFirst();
        Point to = path.points().getLast();
        return new Line2D.Double(from.x(), from.y(), to.x(), to.y());
    }

    private static List<String> covers(View seen, Diagram picture) {
        List<String> covered = new ArrayList<>();
        DrawnPlaces places = new DrawnPlaces(picture);
        for (int i = 0; i < seen.notes().size(); i++) {
            Optional<Extent> note = extent(picture, "note" + i + "/box");
            if (note.isEmpty()) {
                continue;
            }
            String name = "\"" + seen.notes().get(i).words() + "\" covers ";
            List<String> things = new ArrayList<>(List.of(seen.selected()));
            seen.notes().forEach(other -> things.add(other.at()));
            for (String thing : things) {
                places.find(thing)
                        .filter(place -> place.shared(note.get()) > 0)
                        .ifPresent(_ -> covered.add(name + thing));
            }
            for (int j = 0; j < i; j++) {
                extent(picture, "note" + j + "/box")
                        .filter(place -> place.shared(note.get()) > 0)
                        .ifPresent(_ -> covered.add(name + "another note"));
            }
            for (Shape.Text text : Shown.texts(picture)) {
                if (!text.id().startsWith("note") && Extent.of(text).shared(note.get()) > 0) {
                    covered.add(name + "the words " + text.text());
                }
            }
        }
        return covered;
    }

    private static Optional<Extent> extent(Diagram picture, String id) {
        return Optional.ofNullable(picture.byId().get(id)).map(Extent::of);
    }
}
