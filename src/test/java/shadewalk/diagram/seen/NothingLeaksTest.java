package shadewalk.diagram.seen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Shown;
import shadewalk.lesson.BundledLessons;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Performance;
import shadewalk.lesson.play.Scene;
import shadewalk.read.Aim;
import shadewalk.read.BitFlip;
import shadewalk.read.FormerEntry;
import shadewalk.read.GuestStep;
import shadewalk.read.Moment;
import shadewalk.read.Seen;
import shadewalk.read.TwinWalk;
import shadewalk.read.View;
import shadewalk.read.WhatIf;
import shadewalk.read.tell.Sign;
import shadewalk.read.tell.StandIns;
import shadewalk.scenario.Timeline;

/// A picture that somebody adds tomorrow draws everything it is given and says everything it may.
/// While a question is open the answer is not in it, because the picture never had it.
class NothingLeaksTest {

    static List<String> lessons() {
        return BundledLessons.names();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void whatComesLaterIsNotInIt(String lesson) throws IOException {
        Performance performance = performance(lesson);
        for (Scene scene : performance.scenes()) {
            View view = scene.view();
            Timeline cut = performance.played(scene).branch(0).timeline();
            View last = moved(view, Moment.of(cut, cut.size()));
            assertEquals(cut.size(), view.moment().position());
            assertEquals(everything(last), everything(view), scene.stop().id());
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void whileAQuestionIsOpenNothingIsTriedOrDealtOutOrExplained(String lesson) throws IOException {
        Performance performance = performance(lesson);
        for (Scene scene : performance.scenes()) {
            View plain = scene.view();
            View dealt = plain.at(Aim.dealtTo(plain.address()));
            assertNotEquals(everything(plain), everything(dealt));
            assertEquals(everything(plain.asked()), everything(dealt.asked()));
            tried(performance, scene)
                    .ifPresent(flip -> {
                        View tried = trying(plain, flip);
                        assertNotEquals(everything(plain), everything(tried));
                        assertEquals(everything(plain.asked()), everything(tried.asked()));
                    });
            explained(plain.seen())
                    .forEach(words -> {
                        assertTrue(everything(plain).contains(words), words);
                        assertFalse(everything(plain.asked()).contains(words), words);
                    });
        }
    }

    @Test
    void theWordsBesideThingsAreNeverInIt() throws IOException {
        View noted =
                performance("020-the-two-level-walk.json").scenes().stream()
                        .map(Scene::view)
                        .filter(view -> !view.notes().isEmpty())
                        .findFirst()
                        .orElseThrow();
        String words = noted.notes().getFirst().words();
        assertTrue(
                Shown.texts(Pictures.draw(noted)).stream().anyMatch(t -> words.contains(t.text())));
        assertEquals(everything(noted.noting(List.of())), everything(noted));
    }

    private static Optional<WhatIf> tried(Performance performance, Scene scene) {
        Seen seen = scene.view().seen();
        GuestStep guest = seen.pair().guest();
        return guest == null
                ? Optional.empty()
                : new BitFlip(performance.stage().machine(), scene.timeline(), scene.to())
                        .of(seen.pair(), guest.layout().fields().getFirst(), null);
    }

    private static View trying(View view, WhatIf tried) {
        return new View(
                view.picture(),
                view.moment(),
                view.aim(),
                view.selected(),
                view.notes(),
                view.masks(),
                Optional.of(tried),
                view.sizes(),
                view.stage(),
                view.telling());
    }

    private static View moved(View view, Moment moment) {
        return new View(
                view.picture(),
                moment,
                view.aim(),
                view.selected(),
                view.notes(),
                view.masks(),
                view.tried(),
                view.sizes(),
                view.stage(),
                view.telling());
    }

    /// The picture of tomorrow.
    private static List<String> everything(View view) {
        List<String> lines = new ArrayList<>();
        Diagram drawn =
                Pictures.draw(
                        view,
                        seen -> {
                            lines.addAll(greedy(seen));
                            return new Diagram(1, 1, "Everything", "", "", lines, List.of());
                        });
        assertTrue(drawn.plain().containsAll(lines));
        return lines;
    }

    private static List<String> greedy(Seen seen) {
        List<String> lines = new ArrayList<>(explained(seen));
        all(seen, lines);
        return lines;
    }

    /// All words that could explain the state.
    private static List<String> explained(Seen seen) {
        var telling = seen.telling();
        Stream<Optional<String>> words =
                Stream.concat(
                        Arrays.stream(Sign.values()).map(sign -> sign.meaning(telling)),
                        Stream.of(
                                StandIns.why(1, telling),
                                StandIns.why(2, telling),
                                StandIns.whyInFull(1, telling),
                                FormerEntry.of(
                                                seen.state(),
                                                TwinWalk.of(seen.state(), seen.story().gva()))
                                        .flatMap(entry -> entry.words(telling))));
        return words.flatMap(Optional::stream).toList();
    }

    /// Everything that a value has to say without being asked for something in particular.
    private static void all(Seen seen, List<String> lines) {
        List<Method> methods =
                Arrays.stream(Seen.class.getMethods())
                        .filter(method -> method.getDeclaringClass() == Seen.class)
                        .filter(method -> method.getParameterCount() == 0)
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .filter(method ->
                                !Set.of("hashCode", "toString").contains(method.getName()))
                        .filter(method -> !method.getName().equals("telling"))
                        .sorted(Comparator.comparing(Method::getName))
                        .toList();
        for (Method method : methods) {
            try {
                lines.add(method.getName() + ": " + method.invoke(seen));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Performance performance(String lesson) throws IOException {
        try (InputStream stream = BundledLessons.open(lesson)) {
            return Objects.requireNonNull(LessonPlayer.open(LessonFile.read(stream)).value())
                    .performance();
        }
    }
}
