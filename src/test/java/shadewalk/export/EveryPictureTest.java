package shadewalk.export;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Shape;
import shadewalk.diagram.Shown;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.seen.Pictures;
import shadewalk.read.Picture;
import shadewalk.read.View;
import shadewalk.scenario.Ran;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;
import shadewalk.scenario.Timeline;
import shadewalk.text.Longer;
import shadewalk.x86.Gva;

/// What every picture of every moment must keep: ids are unique, nothing leaves the picture, no
/// text runs into another, and the plain text keeps its columns.
class EveryPictureTest {

    private static final double SMALLEST = 12.5;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "03-quadrants-pt",
                "05-wp0",
                "07-pse",
                "08-pt-write",
                "11-selfmap",
                "12-flooding",
                "13-mmio",
                "16b-pae-mix",
                "17b-64bit-mix",
                "18-zap-all",
                "25-nonpaging",
                "40-selfmap-count",
                "40-worked-10c-thp"
            })
    void isWellFormed(String scenario) {
        Timeline timeline = Moments.timeline(scenario);
        for (int n = 0; n <= timeline.size(); n += 11) {
            for (Picture view : Picture.values()) {
                Diagram picture = Pictures.draw(View.of(view, timeline, n, new Gva(0x40_1000)));
                check(scenario + " " + view.word() + " at " + n, picture);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isWellFormedInALongerLanguage(Picture view) {
        Longer.speak(() -> {
            for (String scenario :
                    List.of(
                            "03-quadrants-pt",
                            "11-selfmap",
                            "13-mmio",
                            "16b-pae-mix",
                            "17b-64bit-mix",
                            "25-nonpaging")) {
                Timeline timeline = Moments.timeline(scenario);
                for (int n = 0; n <= timeline.size(); n += 29) {
                    String where = scenario + " " + view.word() + " at " + n;
                    View seen = View.of(view, timeline, n, new Gva(0x40_1000));
                    check(where, Pictures.draw(seen));
                    check(where + ", asked", Pictures.draw(seen.asked()));
                    check(where + ", dealt", Pictures.draw(seen.dealtTo(new Gva(0xffff_ffffL))));
                }
            }
        });
    }

    /// A page of 1 GiB is named at level 3, where columns are narrow.
    @Test
    void aGibibytePageIsWellFormed() throws ScenarioProblem {
        String text =
                """
                mode 64
                cr0 0x80010033
                cr3 0x1000
                cr4 0x20
                efer 0x500
                memslot 0 0x0 0x140000000 thp
                mem64 0x1000 0x2067
                mem64 0x2000 0xe7 0x400000e7 0x800000e7 0xc00000e7 0x1000000e7
                ops
                read s 0x00401000
                write s 0x40000000 0x5
                read s 0x100200000
                """;
        Timeline timeline = Ran.of(ScenarioText.parse("gibibyte", text));
        for (int n = 0; n <= timeline.size(); n++) {
            for (Picture view : Picture.values()) {
                check(
                        view.word() + " at " + n,
                        Pictures.draw(View.of(view, timeline, n, new Gva(0))));
            }
        }
    }

    /// Numbers of four digits, and more tables than can have a card.
    @Test
    void aLargeRunIsWellFormed() throws ScenarioProblem {
        StringBuilder text = new StringBuilder("mode 32\ncr0 0x80000011\ncr3 0x1000\n");
        text.append("memslot 0 0x0 0x20000000\nmmupages 4000\n");
        StringBuilder reads = new StringBuilder("ops\n");
        for (int i = 1; i <= 600; i++) {
            int table = 0x10000 + i << 12;
            text.append("mem32 0x%x 0x%x\n".formatted(0x1000 + 4 * i, table | 7));
            text.append(
                    "mem32 0x%x 0x100067\nmem32 0x%x 0x101067\n".formatted(table, table + 2048));
            reads.append("read u 0x%x\nread u 0x%x\n".formatted((long) i << 22, i * 2L + 1 << 21));
        }
        Timeline timeline = Ran.of(ScenarioText.parse("large", text.append(reads).toString()));
        assertTrue(timeline.at(timeline.size()).shadow().exists(1_203));
        for (Picture view : Picture.values()) {
            check(view.word(), Pictures.draw(View.of(view, timeline, timeline.size(), new Gva(0))));
        }
    }

    private static void check(String where, Diagram picture) {
        for (Shape shape : picture.byId().values()) {
            assertTrue(
                    shape.id().chars().allMatch(letter -> letter < 0x80),
                    () -> where + ": " + shape.id() + " is not the same in every language");
            if (shape instanceof Shape.Box box) {
                assertTrue(
                        box.x() >= 0
                                && box.right() <= picture.width()
                                && box.y() >= 0
                                && box.bottom() <= picture.height(),
                        () -> where + ": " + box.id() + " leaves the picture");
            }
        }
        List<Shape.Text> texts = Shown.texts(picture);
        for (int i = 0; i < texts.size(); i++) {
            Shape.Text text = texts.get(i);
            assertTrue(
                    text.left() >= 0 && text.left() + text.width() <= picture.width(),
                    () -> where + ": " + text.id() + " leaves the picture");
            assertTrue(
                    text.style().size() >= SMALLEST,
                    () -> where + ": " + text.id() + " is too small to read");
            for (Shape.Text other : texts.subList(i + 1, texts.size())) {
                if (overlap(text, other)) {
                    fail(
                            where
                                    + ": \""
                                    + text.text()
                                    + "\" ("
                                    + text.id()
                                    + ") runs into \""
                                    + other.text()
                                    + "\" ("
                                    + other.id()
                                    + ")");
                }
            }
        }
        for (String line : picture.plain()) {
            assertTrue(line.length() <= 72, () -> where + ": " + line);
        }
        assertTrue(picture.description().length() > 20, where);
    }

    private static boolean overlap(Shape.Text one, Shape.Text other) {
        boolean across =
                one.left() < other.left() + other.width() - 1
                        && other.left() < one.left() + one.width() - 1;
        return across && one.y() > top(other) + 1 && other.y() > top(one) + 1;
    }

    private static double top(Shape.Text text) {
        TextStyle style = text.style();
        return text.y() - style.capHeight();
    }
}
