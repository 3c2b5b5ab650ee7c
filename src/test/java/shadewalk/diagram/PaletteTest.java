package shadewalk.diagram;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import shadewalk.read.Portion;
import shadewalk.read.Quadrant;

class PaletteTest {

    private static final double READABLE = 4.5;
    private static final double APART = 0.09;

    /// Tones that stand side by side in one picture with nothing but their look to tell them apart
    /// at first sight.
    private static final List<List<Tone>> NEIGHBOURS =
            List.of(
                    List.of(
                            Tone.QUARTER0,
                            Tone.QUARTER1,
                            Tone.QUARTER2,
                            Tone.QUARTER3,
                            Tone.HALF0,
                            Tone.HALF1),
                    List.of(Tone.KEPT, Tone.DROPPED, Tone.ADDED, Tone.MOVED),
                    List.of(Tone.GUEST, Tone.SHADOW, Tone.HOST),
                    List.of(Tone.CURRENT, Tone.PATH, Tone.FAULT, Tone.MUTED),
                    List.of(Tone.CHANGED, Tone.PATH, Tone.FAULT, Tone.MUTED),
                    List.of(Tone.WRITE_PROTECTED, Tone.UNSYNC),
                    List.of(Tone.MMIO, Tone.FAULT));

    @TestFactory
    Stream<DynamicTest> everyTextIsReadable() {
        return each((palette, tone) -> assertReadable(palette, tone));
    }

    @TestFactory
    Stream<DynamicTest> neighboursLookDifferentToEveryEye() {
        return Palette.all().stream()
                .flatMap(palette ->
                        NEIGHBOURS.stream()
                                .map(group ->
                                        DynamicTest.dynamicTest(
                                                palette + " " + group,
                                                () -> assertApart(palette, group))));
    }

    /// All 351 pairs: whatever comes to stand beside whatever, it differs in its colour for every
    /// eye, or in how its outline is drawn.
    @TestFactory
    Stream<DynamicTest> noTwoTonesLookAlike() {
        List<Tone> all = List.of(Tone.values());
        return Palette.all().stream()
                .map(palette ->
                        DynamicTest.dynamicTest(
                                palette.name(),
                                () -> {
                                    List<Executable> checks = new ArrayList<>();
                                    forPairs(
                                            all,
                                            (one, other) ->
                                                    checks.add(() ->
                                                            assertUnlike(palette, one, other)));
                                    assertEquals(all.size() * (all.size() - 1) / 2, checks.size());
                                    assertAll(checks);
                                }));
    }

    private static void assertUnlike(Palette palette, Tone one, Tone other) {
        Swatch a = palette.swatch(one);
        Swatch b = palette.swatch(other);
        double least =
                Eye.ALL.stream()
                        .mapToDouble(eye -> eye.distance(a.solid(), b.solid()))
                        .min()
                        .orElseThrow();
        boolean drawnUnlike =
                a.dash() != b.dash() || a.pattern() != b.pattern() || a.outline() != b.outline();
        assertTrue(
                least >= APART || drawnUnlike,
                one + " and " + other + " are " + least + " apart and drawn alike");
    }

    @TestFactory
    Stream<DynamicTest> neighboursDifferWithoutColourToo() {
        return Palette.all().stream()
                .flatMap(palette ->
                        NEIGHBOURS.subList(0, 2).stream()
                                .map(group ->
                                        DynamicTest.dynamicTest(
                                                palette + " " + group,
                                                () -> assertSigns(palette, group))));
    }

    /// Quadrant 0 of the four of a directory is another thing than quadrant 0 of the two of a page
    /// table: in no palette have they a colour, a pattern or a wash in common.
    @TestFactory
    Stream<DynamicTest> partsOfADirectoryAndOfAPageTableShareNothing() {
        return Palette.all().stream()
                .flatMap(palette ->
                        quadrants(1)
                                .flatMap(
                                        half -> quadrants(2).map(quarter -> List.of(half, quarter)))
                                .map(pair ->
                                        DynamicTest.dynamicTest(
                                                palette + " " + pair,
                                                () -> assertNothingShared(palette, pair))));
    }

    private static Stream<Tone> quadrants(int level) {
        return IntStream.range(0, Quadrant.count(level))
                .mapToObj(quadrant -> Tone.of(Portion.quarter(level, quadrant)));
    }

    private static void assertNothingShared(Palette palette, List<Tone> pair) {
        Swatch half = palette.swatch(pair.getFirst());
        Swatch quarter = palette.swatch(pair.getLast());
        assertNotEquals(half.solid(), quarter.solid());
        assertNotEquals(half.tint(), quarter.tint());
        assertNotEquals(half.text(), quarter.text());
        assertNotEquals(half.pattern(), quarter.pattern());
        assertNotEquals(half.outline(), quarter.outline());
    }

    private static void assertReadable(Palette palette, Tone tone) {
        Swatch swatch = palette.swatch(tone);
        List<Colour> grounds =
                List.of(palette.paper(), palette.panel(), palette.card(), swatch.tint());
        List<Executable> checks = new ArrayList<>();
        for (Colour ground : grounds) {
            for (Ink ink : List.of(Ink.PLAIN, Ink.QUIET, Ink.TONE)) {
                checks.add(() -> assertContrast(palette.text(tone, ink), ground, ink + " text"));
            }
        }
        checks.add(() -> assertContrast(swatch.onSolid(), swatch.solid(), "text on solid"));
        assertAll(checks);
    }

    private static void assertContrast(Colour text, Colour ground, String what) {
        double contrast = Eye.contrast(text, ground);
        assertTrue(
                contrast >= READABLE,
                what + " " + text.hex() + " on " + ground.hex() + " has contrast " + contrast);
    }

    private static void assertApart(Palette palette, List<Tone> group) {
        List<Executable> checks = new ArrayList<>();
        forPairs(
                group,
                (one, other) -> {
                    for (Eye eye : Eye.ALL) {
                        checks.add(() -> assertApart(palette, one, other, eye));
                    }
                });
        assertAll(checks);
    }

    private static void assertApart(Palette palette, Tone one, Tone other, Eye eye) {
        double distance = eye.distance(palette.swatch(one).solid(), palette.swatch(other).solid());
        assertTrue(
                distance >= APART,
                one + " and " + other + " are " + distance + " apart for " + eye.name());
    }

    private static void assertSigns(Palette palette, List<Tone> group) {
        List<Executable> checks = new ArrayList<>();
        forPairs(
                group,
                (one, other) -> {
                    Swatch a = palette.swatch(one);
                    Swatch b = palette.swatch(other);
                    checks.add(() ->
                            assertTrue(
                                    a.dash() != b.dash() || a.pattern() != b.pattern(),
                                    one + " and " + other + " differ by colour alone"));
                });
        assertAll(checks);
    }

    private interface Pair<T, U> {
        void accept(T one, U other);
    }

    private static void forPairs(List<Tone> group, Pair<Tone, Tone> check) {
        for (int i = 0; i < group.size(); i++) {
            for (int k = i + 1; k < group.size(); k++) {
                check.accept(group.get(i), group.get(k));
            }
        }
    }

    private static Stream<DynamicTest> each(Pair<Palette, Tone> check) {
        return Palette.all().stream()
                .flatMap(palette ->
                        Stream.of(Tone.values())
                                .map(tone ->
                                        DynamicTest.dynamicTest(
                                                palette + " " + tone,
                                                () -> check.accept(palette, tone))));
    }
}
