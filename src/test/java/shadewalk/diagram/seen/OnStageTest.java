package shadewalk.diagram.seen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Shape;
import shadewalk.lesson.BundledLessons;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Performance;
import shadewalk.lesson.play.Scene;
import shadewalk.read.OnStage;
import shadewalk.read.Picture;
import shadewalk.read.View;

/// What is not on stage is in no shape, no text and no description, whatever a lesson leaves out.
class OnStageTest {

    /// What the ids of the shapes of a part look like.
    private static final Map<OnStage, Pattern> IDS =
            Map.of(
                    OnStage.GUEST, Pattern.compile("^(guest|gfn[0-9a-f]|cr3(?!/host)|page)"),
                    OnStage.RULER, Pattern.compile("^ruler|/echo"),
                    OnStage.MEMORY, Pattern.compile("^(memslot|pfn|former)"),
                    OnStage.SHADOW,
                            Pattern.compile(
                                    "^(shadow|sp\\d|pae_root|cr3/host|ghost|standsfor|reason)"),
                    OnStage.BADGES, Pattern.compile("/sign-"),
                    OnStage.CHAPTERS, Pattern.compile("^story"),
                    OnStage.LEGEND, Pattern.compile("^(legend|reason)"));

    /// What words are about a part.
    private static final Map<OnStage, Pattern> WORDS =
            Map.of(
                    OnStage.GUEST, Pattern.compile("guest tables|guest's tables|guest page"),
                    OnStage.MEMORY, Pattern.compile("(?i)memslot|host (page|frame)"),
                    OnStage.SHADOW,
                            Pattern.compile("(?i)shadow|\\bsp\\d|spte|pae_root|real CR3|quadrant"),
                    OnStage.LEGEND, Pattern.compile("W writable"));

    static List<String> lessons() {
        return BundledLessons.names();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void whatIsNotIntroducedIsNotThere(String lesson) throws IOException {
        for (Scene scene : performance(lesson).scenes()) {
            View view = scene.view().noting(List.of());
            assertWithout(view.stage(), view);
            for (Set<OnStage> stage : stages()) {
                Arrays.stream(Picture.values())
                        .filter(picture -> stage.containsAll(OnStage.neededBy(picture)))
                        .forEach(picture -> assertWithout(stage, view.in(picture).staged(stage)));
            }
        }
    }

    /// Every part left out alone, and what a lesson may begin with.
    private static List<Set<OnStage>> stages() {
        return Stream.concat(
                        Stream.of(OnStage.values())
                                .map(part -> EnumSet.complementOf(EnumSet.of(part))),
                        Stream.of(
                                EnumSet.noneOf(OnStage.class),
                                EnumSet.of(OnStage.GUEST),
                                EnumSet.of(OnStage.GUEST, OnStage.MEMORY),
                                EnumSet.of(OnStage.GUEST, OnStage.RULER),
                                EnumSet.of(OnStage.GUEST, OnStage.SHADOW)))
                .map(stage -> (Set<OnStage>) stage)
                .toList();
    }

    private static void assertWithout(Set<OnStage> stage, View view) {
        Diagram drawn = Pictures.draw(view);
        List<String> words =
                Stream.of(
                                Stream.of(drawn.title(), drawn.description()),
                                drawn.plain().stream(),
                                drawn.spokenParts().values().stream(),
                                drawn.byId().values().stream().flatMap(OnStageTest::text))
                        .flatMap(all -> all)
                        .toList();
        for (OnStage part : EnumSet.complementOf(copy(stage))) {
            String where = part + " is off stage of " + stage + " in " + view.picture();
            assertEquals(List.of(), about(IDS, part, drawn.byId().keySet()), where);
            assertEquals(List.of(), about(WORDS, part, words), where);
        }
    }

    private static EnumSet<OnStage> copy(Set<OnStage> stage) {
        EnumSet<OnStage> copy = EnumSet.noneOf(OnStage.class);
        copy.addAll(stage);
        return copy;
    }

    private static List<String> about(
            Map<OnStage, Pattern> patterns, OnStage part, Collection<String> texts) {
        return Optional.ofNullable(patterns.get(part)).stream()
                .flatMap(pattern -> texts.stream().filter(text -> pattern.matcher(text).find()))
                .toList();
    }

    private static Stream<String> text(Shape shape) {
        return shape instanceof Shape.Text text ? Stream.of(text.text()) : Stream.empty();
    }

    @Test
    void theFirstLessonBeginsWithTheGuestsTablesAndNothingElse() throws IOException {
        Scene first = performance("010-why-shadow.json").scenes().getFirst();
        assertEquals(Set.of(OnStage.GUEST), first.view().stage());
        Diagram drawn = Pictures.draw(first.view());
        assertFalse(drawn.byId().keySet().stream().noneMatch(id -> id.startsWith("gfn1/")));
    }

    private static Performance performance(String lesson) throws IOException {
        try (InputStream stream = BundledLessons.open(lesson)) {
            return Objects.requireNonNull(LessonPlayer.open(LessonFile.read(stream)).value())
                    .performance();
        }
    }
}
