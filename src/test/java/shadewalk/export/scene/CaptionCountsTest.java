package shadewalk.export.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Shape;
import shadewalk.diagram.seen.Pictures;
import shadewalk.lesson.BundledLessons;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Scene;
import shadewalk.read.Picture;
import shadewalk.read.View;
import shadewalk.state.Role;
import shadewalk.state.ShadowPage;
import shadewalk.state.State;

/// What captions count is what is drawn, at every moment of every lesson.
class CaptionCountsTest {

    private static final Pattern MADE = Pattern.compile("(\\d+) of (\\d+) made for gfn (\\w+).*");
    private static final Pattern STAND =
            Pattern.compile("(?:(\\d+) stand|stands) for gfn (\\w+).*");
    private static final Pattern HIDDEN = Pattern.compile("\\D*(\\d+) more, of other roles.*");
    private static final Pattern FOLDED = Pattern.compile("\\D*(\\d+) (?:empty|more).*");
    private static final Pattern PART =
            Pattern.compile("((?:sp|gfn)\\w+)/(gap|spte|e)(\\d+)(/box)?");

    private static final Pattern MORE = Pattern.compile("(\\d+) more at level .*");
    private static final Pattern GHOST = Pattern.compile("ghost/(\\d)(?:q(\\d))?/card");

    static List<String> lessons() throws IOException {
        return BundledLessons.names();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void whatIsCountedIsDrawn(String lesson) throws IOException {
        List<String> wrong = new ArrayList<>();
        int moments = 0;
        for (View moment : moments(lesson)) {
            moments++;
            String where = "event " + moment.moment().position() + ": ";
            State state = moment.moment().state();
            Diagram walk = Pictures.draw(moment.in(Picture.WALK));
            Diagram tables = Pictures.draw(moment.in(Picture.TABLES));
            Stream.of(standIns(walk, state), entries(walk), tables(tables))
                    .flatMap(List::stream)
                    .forEach(what -> wrong.add(where + what));
        }
        assertTrue(moments > 0);
        assertEquals(List.of(), wrong);
    }

    /// Every moment of every step.
    private static List<View> moments(String lesson) throws IOException {
        LessonPlayer player =
                Objects.requireNonNull(
                        LessonPlayer.open(LessonFile.read(Path.of("lessons", lesson))).value());
        List<View> moments = new ArrayList<>();
        for (Scene scene : player.performance().scenes()) {
            for (int position = scene.from() + 1; position <= scene.to(); position++) {
                moments.add(
                        View.of(Picture.WALK, scene.timeline(), position, scene.view().address()));
            }
        }
        return moments;
    }

    /// The pages of a column that stand for the guest's table there, and those still to be made.
    private static List<String> standIns(Diagram walk, State state) {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> part : walk.spokenParts().entrySet()) {
            if (!part.getKey().startsWith("shadow/for/about/")) {
                continue;
            }
            int level = Integer.parseInt(part.getKey().substring("shadow/for/about/".length()));
            Matcher made = MADE.matcher(part.getValue());
            Matcher stand = STAND.matcher(part.getValue());
            if (made.matches()) {
                int pages = drawn(walk, state, level, made.group(3));
                expect(wrong, part.getValue(), Integer.parseInt(made.group(1)), pages);
                expect(
                        wrong,
                        part.getValue(),
                        Integer.parseInt(made.group(2)),
                        parts(walk, state, level));
            } else if (stand.matches()) {
                int said = stand.group(1) == null ? 1 : Integer.parseInt(stand.group(1));
                expect(wrong, part.getValue(), said, drawn(walk, state, level, stand.group(2)));
            } else {
                wrong.add("nothing is counted in " + part.getValue());
            }
        }
        return wrong;
    }

    /// The pages of a column that stand for a guest table. A zapped one, which has a badge that
    /// says so, is not among them.
    private static int drawn(Diagram walk, State state, int level, String gfn) {
        int shown =
                (int)
                        ids(walk)
                                .filter(id -> id.matches("sp\\d+/card"))
                                .map(id -> page(state, id))
                                .filter(page -> page.level() == level)
                                .filter(state.shadow()::validIndirect)
                                .filter(page -> page.gfn().toString().equals(gfn))
                                .count();
        return shown + number(walk, "shadow/more/" + level, HIDDEN);
    }

    /// The parts of the guest's table that have a place in the column, made or not.
    private static int parts(Diagram walk, State state, int level) {
        Stream<Integer> pages =
                ids(walk)
                        .filter(id -> id.matches("sp\\d+/card"))
                        .map(id -> page(state, id).role())
                        .filter(role -> role.level() == level)
                        .map(Role::quadrant);
        Stream<Integer> ghosts =
                ids(walk)
                        .map(GHOST::matcher)
                        .filter(Matcher::matches)
                        .filter(ghost -> Integer.parseInt(ghost.group(1)) == level)
                        .map(ghost ->
                                ghost.group(2) == null ? 0 : Integer.parseInt(ghost.group(2)));
        return (int) Stream.concat(pages, ghosts).distinct().count();
    }

    private static ShadowPage page(State state, String id) {
        return state.shadow().page(Integer.parseInt(id.substring(2, id.indexOf('/'))));
    }

    /// The rows of a table and those that are folded away are all of its entries.
    private static List<String> entries(Diagram walk) {
        Map<String, Integer> sums = new TreeMap<>();
        for (Map.Entry<String, Shape> shape : walk.byId().entrySet()) {
            Matcher part = PART.matcher(shape.getKey());
            if (part.matches() && shape.getValue() instanceof Shape.Text text) {
                sums.merge(part.group(1), number(text.text(), FOLDED), Integer::sum);
            } else if (part.matches() && part.group(4) != null) {
                sums.merge(part.group(1), 1, Integer::sum);
            }
        }
        List<String> wrong = new ArrayList<>();
        sums.forEach((table, sum) -> {
            if (sum != 512 && sum != 1024 && sum != 4) {
                wrong.add(table + " has " + sum + " entries");
            }
        });
        return wrong;
    }

    /// The tables and pages that the title counts: each has a card, or is among those that are only
    /// counted.
    private static List<String> tables(Diagram tables) {
        List<String> wrong = new ArrayList<>();
        Shape.Text title = (Shape.Text) Objects.requireNonNull(tables.byId().get("title/count"));
        List<Integer> said =
                Pattern.compile("\\d+")
                        .matcher(title.text())
                        .results()
                        .map(MatchResult::group)
                        .map(Integer::valueOf)
                        .toList();
        int guest = (int) ids(tables).filter(id -> id.matches("gfn\\w+(@\\d)?/card")).count();
        int pages = (int) ids(tables).filter(id -> id.matches("sp\\d+/card")).count();
        int more = number(tables, "rest/1", MORE) + number(tables, "rest/2", MORE);
        expect(wrong, title.text(), said.getFirst(), guest + more);
        expect(wrong, title.text(), said.getLast(), pages);
        return wrong;
    }

    private static Stream<String> ids(Diagram picture) {
        return picture.byId().keySet().stream();
    }

    private static int number(Diagram picture, String id, Pattern pattern) {
        return picture.byId().get(id) instanceof Shape.Text text ? number(text.text(), pattern) : 0;
    }

    private static int number(String words, Pattern pattern) {
        Matcher matcher = pattern.matcher(words);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static void expect(List<String> wrong, String caption, int said, int drawn) {
        if (said != drawn) {
            wrong.add("\"" + caption + "\" over " + drawn);
        }
    }
}
