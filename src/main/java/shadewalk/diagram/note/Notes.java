package shadewalk.diagram.note;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shadewalk.diagram.Anchor;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Point;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.diagram.draw.Sheet;
import shadewalk.diagram.draw.Wrap;

/// Puts notes into a picture: each beside its thing, where it covers least, tied to it by a line.
public final class Notes {

    private static final TextStyle STYLE = TextStyle.SMALL;
    private static final double WIDEST = 190;
    private static final double PAD = 8;
    private static final double[] AWAY = {18, 34, 56, 90, 130};

    private final Diagram diagram;
    private final Places places;
    private final List<Rect> words;
    private final List<Rect> notes = new ArrayList<>();

    private Notes(Diagram diagram) {
        this.diagram = diagram;
        this.places = new Places(diagram);
        this.words = diagram.texts().stream().map(Rect::of).toList();
    }

    /// The picture with those notes whose things are in it.
    public static Diagram on(Diagram diagram, List<Note> notes) {
        return notes.isEmpty() ? diagram : new Notes(diagram).with(notes);
    }

    private Diagram with(List<Note> all) {
        Sheet sheet = new Sheet();
        List<String> plain = new ArrayList<>(diagram.plain());
        for (int i = 0; i < all.size(); i++) {
            Note note = all.get(i);
            Optional<Rect> target = places.find(note.at());
            if (target.isPresent()) {
                draw(sheet, "note" + i, note, target.get());
                Wrap.columns("(" + note.at() + ": " + note.words() + ")", 72).forEach(plain::add);
            }
        }
        return new Diagram(
                diagram.width(),
                diagram.height(),
                diagram.title(),
                diagram.description(),
                diagram.caption(),
                plain,
                Stream.concat(diagram.shapes().stream(), sheet.shapes().stream()).toList());
    }

    private void draw(Sheet sheet, String id, Note note, Rect target) {
        List<String> lines = Wrap.lines(note.words(), STYLE, WIDEST);
        double width = lines.stream().mapToDouble(STYLE::width).max().orElse(0) + 2 * PAD;
        double height = lines.size() * STYLE.lineHeight() + PAD;
        Rect place = best(target, width, height);
        notes.add(place);
        sheet.group(
                id,
                note.words(),
                "",
                () -> {
                    sheet.line(id + "/line", Tone.PATH, Weight.NORMAL, ends(place, target));
                    sheet.box(
                            id + "/box",
                            place.left(),
                            place.top(),
                            width,
                            height,
                            5,
                            Tone.PATH,
                            Fill.TINT);
                    double base = place.top() + PAD / 2 + STYLE.lineHeight() * 0.75;
                    for (int i = 0; i < lines.size(); i++) {
                        sheet.text(
                                id + "/line" + i,
                                place.left() + PAD,
                                base + i * STYLE.lineHeight(),
                                lines.get(i),
                                STYLE,
                                Anchor.START,
                                Tone.PATH,
                                Ink.TONE);
                    }
                });
    }

    /// The place around the target that covers the fewest words and no other note, the nearer the
    /// better.
    private Rect best(Rect target, double width, double height) {
        return candidates(target, width, height)
                .filter(place -> place.within(diagram.width(), diagram.height()))
                .min(Comparator.comparingDouble(place -> cost(place, target)))
                .orElseGet(() ->
                        new Rect(
                                target.left(),
                                target.bottom() + AWAY[0],
                                target.left() + width,
                                target.bottom() + AWAY[0] + height));
    }

    private static Stream<Rect> candidates(Rect target, double width, double height) {
        List<Rect> all = new ArrayList<>();
        for (double away : AWAY) {
            for (double along : new double[] {0, -0.35, 0.35, -0.7, 0.7}) {
                double x = target.middleX() + along * width - width / 2;
                double y = target.middleY() + along * height - height / 2;
                all.add(rect(x, target.top() - away - height, width, height));
                all.add(rect(x, target.bottom() + away, width, height));
                all.add(rect(target.right() + away, y, width, height));
                all.add(rect(target.left() - away - width, y, width, height));
            }
        }
        return all.stream();
    }

    private static Rect rect(double x, double y, double width, double height) {
        return new Rect(x, y, x + width, y + height);
    }

    private double cost(Rect place, Rect target) {
        double covered = words.stream().mapToDouble(place::overlap).sum();
        double others = notes.stream().mapToDouble(place::overlap).sum();
        double far =
                Math.hypot(place.middleX() - target.middleX(), place.middleY() - target.middleY());
        return covered * 4 + others * 50 + place.overlap(target) * 50 + far * 6;
    }

    /// From the note's nearest edge to the target's.
    private static Point[] ends(Rect note, Rect target) {
        double x = Math.clamp(target.middleX(), note.left() + 6, note.right() - 6);
        double y = Math.clamp(target.middleY(), note.top() + 4, note.bottom() - 4);
        if (note.bottom() <= target.top()) {
            return new Point[] {
                new Point(x, note.bottom()), new Point(inside(x, target), target.top())
            };
        }
        if (note.top() >= target.bottom()) {
            return new Point[] {
                new Point(x, note.top()), new Point(inside(x, target), target.bottom())
            };
        }
        return note.left() >= target.right()
                ? new Point[] {new Point(note.left(), y), new Point(target.right(), y)}
                : new Point[] {new Point(note.right(), y), new Point(target.left(), y)};
    }

    private static double inside(double x, Rect target) {
        return Math.clamp(x, target.left(), target.right());
    }
}
